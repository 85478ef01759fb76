"""Stretches with one cell a line (``公务接待费 |``, or behind a tab) whose rows are not told."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from pipeline.structure.tables import words
from pipeline.structure.tables.bands import is_prose
from pipeline.structure.tables.loose.goals import is_goal_head
from pipeline.structure.tables.loose.regions import Region
from pipeline.structure.tables.loose.streams import regroup
from pipeline.structure.tables.loose.tokens import Token, tokens_of
from pipeline.structure.tables.pieces import Piece, piece
from pipeline.structure.tables.stretches import Line, Stretch
from pipeline.structure.tables.titles import FURNITURE, NOTE, declared_unit, title_above

_LEAST = 4  # lines
_LONG = 10  # lines with one cell each amid others with several


def is_stream_of_bars(source: str, stretch: Stretch) -> bool:
    """Whether nearly every line of a stretch holds one cell."""
    if stretch.kind == "listed":  # blank lines would part its rows
        return len(stretch.lines) >= _LEAST and all(line.kind == "listed" for line in stretch.lines)
    if stretch.kind != "bars":
        return False
    lines = [line for line in stretch.lines if line.kind == "bars"]
    single = sum(_is_single(source, line) for line in lines)
    return len(lines) >= _LEAST and 4 * single >= 3 * len(lines)


def parted(source: str, stretch: Stretch) -> list[Stretch]:
    """A stretch of bars cut where many lines with one cell each follow one another: a table among others that is a stream."""
    if stretch.kind != "bars" or is_stream_of_bars(source, stretch):
        return [stretch]
    cuts = [0]
    for single, group in groupby(range(len(stretch.lines)), key=lambda index: _is_single(source, stretch.lines[index])):
        lines = list(group)
        if single and len(lines) >= _LONG:
            cuts.extend((lines[0], lines[-1] + 1))
    bounds = pairwise(sorted({*cuts, len(stretch.lines)}))
    return [Stretch("bars", stretch.first + start, stretch.lines[start:end]) for start, end in bounds]


def _is_single(source: str, line: Line) -> bool:
    return len([cell for cell in source[line.start : line.end].split("|") if cell.strip()]) <= 1


def stream_regions(source: str, lines: list[Line], stretch: Stretch) -> Iterator[Region]:
    """Yield the regions of a stretch with one cell a line; running text and notes part them and belong to none."""
    title, unit, top = title_above(source, lines, stretch.first)
    start = lines[top].start
    body: list[Piece] = []
    for cell in (cell for line in stretch.lines if line.kind in ("bars", "listed") for cell in _cells(source, line)):
        is_title = words.is_title(cell.text)
        ended = is_prose(cell.text) or bool(NOTE.match(cell.text))
        if body and (ended or (is_title and cell.text.endswith("表") and _has_figures(body))):
            yield _region(source, title, unit, start, body)
            body, start, title = [], -1, None if is_title else title
        if ended:
            start = -1
        elif not body and not title and is_title:
            title, start = cell, cell.start if start < 0 else start
        elif FURNITURE.fullmatch(cell.text):
            unit = unit or declared_unit(cell.text)
        elif body or cell.text:
            body.append(cell)
            start = cell.start if start < 0 else start
    if body:
        yield _region(source, title, unit, start, body)


def _has_figures(body: list[Piece]) -> bool:
    return any(words.FIGURE.fullmatch(cell.text) for cell in body)


def _region(source: str, title: Piece | None, unit: str, start: int, body: list[Piece]) -> Region:
    cells = [tokens_of(source, cell.start, cell.end) or [Token.of(cell, "empty")] for cell in body]
    rows = regroup(cells)
    kind = "goals" if any(is_goal_head(tokens) for tokens in rows) else "account"
    return Region(kind, title, unit, start, max(cell.end for cell in body if cell.text), rows)


def _cells(source: str, line: Line) -> list[Piece]:
    cells, start = [], line.start
    text = source[line.start : line.end].rstrip()
    framed = text.startswith("|") and text.endswith("|") and len(text) > 1  # | 公务接待费 |
    start += framed
    for part in text[framed:].removesuffix("|").split("|"):
        cells.append(piece(source, start, start + len(part)))
        start += len(part) + 1
    return cells
