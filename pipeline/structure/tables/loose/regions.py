"""Where tables without marks stand: from an anchor up to the title, down to the first line that is no row."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.structure.tables.loose.anchors import Anchor, find_anchors, has_figures
from pipeline.structure.tables.loose.bounds import ends_table, is_half_head, is_told_field
from pipeline.structure.tables.loose.sheet import Sheet
from pipeline.structure.tables.loose.streams import is_stream, regroup
from pipeline.structure.tables.loose.tokens import Token
from pipeline.structure.tables.pieces import Piece
from pipeline.structure.tables.stretches import Line
from pipeline.structure.tables.titles import FURNITURE, declared_unit, note_below, title_above, title_in

_PAGE_NUMBER = re.compile(r"[-—]?\d{1,3}[-—]?")


class Region(NamedTuple):
    """The lines of one table."""

    kind: str  # of its anchor
    title: Piece | None
    unit: str
    start: int
    end: int
    lines: list[list[Token]]  # what stands under the title, blank lines and page numbers left out


class _Body(NamedTuple):
    """The lines from a first one on that belong to a table."""

    lines: list[list[Token]]
    unit: str
    last: int  # number of the last line that prints something
    after: int  # number of the line behind


def find_regions(source: str, lines: list[Line], taken: list[tuple[int, int]]) -> Iterator[Region]:
    """Yield the regions outside the stretches that are ``taken`` (starts and ends, in order), in order."""
    sheet = Sheet(source, lines)
    for anchor in find_anchors(sheet):
        floor = sheet.read
        if anchor.line < floor or _is_taken(lines[anchor.line], taken):
            continue
        title, unit, top = title_above(source, lines, anchor.line, floor)
        title = title or (title_in(source, lines[anchor.line]) if anchor.kind == "account" else None)
        top = max(top, floor)
        body = _read_body(anchor, sheet, top, title, taken)
        last = note_below(source, lines, body.last, body.after)
        sheet.read = last + 1
        rows = regroup(body.lines) if is_stream(body.lines) else [row for row in body.lines if not _is_page_number(row)]
        if rows and (title or any(has_figures(tokens) for tokens in rows)):
            end = lines[last].end if last > body.last else rows[-1][-1].piece.end
            yield Region(anchor.kind, title, unit or body.unit, lines[top].start, end, rows)


def _is_taken(line: Line, taken: list[tuple[int, int]]) -> bool:
    place = bisect_right(taken, (line.start, 1 << 62)) - 1
    return (place >= 0 and taken[place][1] >= line.start) or line.kind != "text"


def _read_body(anchor: Anchor, sheet: Sheet, top: int, title: Piece | None, taken: list[tuple[int, int]]) -> _Body:
    """Tokens of the lines from ``top`` to where the table ends; lines of furniture give the unit."""
    body: list[list[Token]] = []
    unit, started = "", False
    index = last = top
    while index < len(sheet.lines):
        line = sheet.lines[index]
        if line.kind == "blank":
            index += 1
            continue
        if _is_taken(line, taken) or (
            index > anchor.line and ends_table(anchor.kind, sheet, index, body, started=started)
        ):
            break
        if started and anchor.kind == "goals" and (is_half_head(sheet, index) or is_told_field(sheet, index)):
            break
        in_title = title is not None and line.start < title.end
        if in_title or FURNITURE.fullmatch(sheet.narrow(index)):
            unit = unit or declared_unit(sheet.text(index))
        else:
            body.append(sheet.tokens(index))
            started = started or has_figures(body[-1])
        last = index
        index += 1
    return _Body(body, unit, last, index)


def _is_page_number(tokens: list[Token]) -> bool:
    return len(tokens) <= 3 and bool(_PAGE_NUMBER.fullmatch("".join(token.text for token in tokens)))
