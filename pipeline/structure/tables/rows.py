"""Rows of cells out of lines whose marks (tabs, bars, one cell a line) tell where cells end."""

from __future__ import annotations

import re

from pipeline.structure.tables.pieces import Piece, Row, piece
from pipeline.structure.tables.stretches import Line

_RULER = re.compile(r"[\s|:+-]*-[\s|:+-]*")


def tab_rows(source: str, lines: list[Line]) -> list[Row]:
    """One row a line, one cell between two tabs."""
    return [_cut(source, line.start, line.end, "\t") for line in lines if line.kind != "blank"]


def bar_rows(source: str, lines: list[Line]) -> list[Row]:
    """One row a line, one cell between two bars; a first bar that opens every line makes no cell."""
    texts = [line for line in lines if line.kind == "bars" and not _RULER.fullmatch(source, line.start, line.end)]
    framed = all(source[line.start : line.end].lstrip().startswith("|") for line in texts)
    rows = [_cut(source, line.start, line.end, "|") for line in texts]
    return [row[1:] for row in rows] if framed else rows


def _cut(source: str, start: int, end: int, mark: str) -> Row:
    row = []
    for part in source[start:end].split(mark):
        row.append(piece(source, start, start + len(part)))
        start += len(part) + 1
    return row


def listed_rows(source: str, lines: list[Line]) -> list[Row]:
    """One cell a line after a leading tab; a blank line before such a line starts a row.

    Lines without a tab go on the cell above: ``三公经费``, blank, ``合计`` is one cell of two lines.
    """
    rows: list[Row] = []
    spans: list[list[int]] = []
    fresh = True
    for line in lines:
        if line.kind == "blank":
            fresh = True
        elif line.kind == "text":
            spans[-1][1] = line.end
            fresh = False
        else:
            if fresh and spans:
                rows.append(_pieces(source, spans))
                spans = []
            spans.append([line.start, line.end])
            fresh = False
    return [*rows, _pieces(source, spans)]


def _pieces(source: str, spans: list[list[int]]) -> list[Piece]:
    return [piece(source, start, end) for start, end in spans]
