"""Where tables without marks stand: from an anchor (单位：万元, 公开01表, head words) up to the title, down to the end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.structure.tables import words
from pipeline.structure.tables.bands import is_numbering
from pipeline.structure.tables.loose.tokens import Token, tokens_of
from pipeline.structure.tables.pieces import Piece, squeeze
from pipeline.structure.tables.stretches import Line
from pipeline.structure.tables.titles import FURNITURE, declared_unit, title_above

_ANCHOR = re.compile(
    r"公开\s{0,2}0?\d{1,2}\s?表|单位[::]\s{0,3}(?:人民币)?[万千亿]?元|^[ ]*(?:机构名称|栏\s?次|功能分类|经济分类|科目编码|项\s?目)(?=\s)",
    re.MULTILINE,
)
_HEAD_START = re.compile(r"[ ]*(?:机构名称|项\s?目|科目编码|功能分类|经济分类)(?=\s|$)")
_NOTE = re.compile(r"\s*(?:注|备注|说明|附注)\s*[::]")
_SENTENCE = re.compile(r"[。;]|,\D")
_MOST_TOKENS = 40  # of one line of a table
_PAGE_NUMBER = re.compile(r"\s*[-—]?\s*\d{1,3}\s*[-—]?\s*")


class Region(NamedTuple):
    """The lines of one table."""

    title: Piece | None
    unit: str
    start: int
    end: int
    lines: list[list[Token]]  # what stands under the title, blank lines and page numbers left out


def find_regions(source: str, lines: list[Line], taken: list[tuple[int, int]]) -> Iterator[Region]:
    """Yield the regions outside the stretches that are ``taken``, in order."""
    starts = [line.start for line in lines]
    floor = 0
    for anchor in _ANCHOR.finditer(source):
        index = bisect_right(starts, anchor.start()) - 1
        if index < floor or _is_taken(lines[index], taken):
            continue
        region, floor = _region(source, lines, index, floor, taken)
        if region:
            yield region


def _is_taken(line: Line, taken: list[tuple[int, int]]) -> bool:
    place = bisect_right(taken, (line.start, 1 << 62)) - 1
    return place >= 0 and taken[place][1] >= line.start or line.kind != "text"


def _region(
    source: str, lines: list[Line], anchor: int, floor: int, taken: list[tuple[int, int]]
) -> tuple[Region | None, int]:
    title, unit, top = title_above(source, lines, anchor, floor)
    body: list[list[Token]] = []
    index = last = max(top, floor)
    while index < len(lines):
        line = lines[index]
        if line.kind == "blank" or (title and line.start == title.start):
            index += 1
            continue
        text = source[line.start : line.end]
        if _is_taken(line, taken) or (index > anchor and _ends(source, text, body)):
            break
        if FURNITURE.fullmatch(squeeze(text)):
            unit = unit or declared_unit(text)
        elif not _PAGE_NUMBER.fullmatch(text):
            body.append(tokens_of(source, line.start, line.end))
        last = index
        index += 1
    start = lines[max(top, floor)].start
    last = _with_note(source, lines, last, index)
    return (Region(title, unit, start, lines[last].end, body) if body else None), last + 1


def _ends(source: str, text: str, body: list[list[Token]]) -> bool:
    """Whether a line no longer belongs to the table above it."""
    if _NOTE.match(text) or _SENTENCE.search(text) or text.count(" ") > 2 * _MOST_TOKENS:
        return True
    narrow = squeeze(text)
    if words.HEADING.match(narrow):
        return not words.ACCOUNT_LINE.fullmatch(narrow)
    if words.TITLE.fullmatch(narrow):
        return True
    return bool(_HEAD_START.match(text)) and any(_has_figures(tokens) for tokens in body)


def _has_figures(tokens: list[Token]) -> bool:
    figures = [token.text for token in tokens if token.kind == "figure"]
    return bool(figures) and not is_numbering([token.piece for token in tokens])


def _with_note(source: str, lines: list[Line], last: int, index: int) -> int:
    """The last line of the note under a table (注：…), which may run over lines up to its full stop."""
    if index >= len(lines) or not _NOTE.match(source, lines[index].start, lines[index].end):
        return last
    for line in range(index, min(index + 12, len(lines))):
        text = source[lines[line].start : lines[line].end].rstrip()
        if text:
            last = line
        if text.endswith(("。", ")", ".")):
            break
    return last
