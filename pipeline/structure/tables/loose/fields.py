"""Label-value fields between blanks: 人员编制 12 实有人数 11."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.records import Cell, Table
from pipeline.structure.tables import words
from pipeline.structure.tables.build import field_cells
from pipeline.structure.tables.loose.tokens import tokens_of
from pipeline.structure.tables.stretches import Line


def find_fields(source: str, text: str, lines: list[Line]) -> Iterator[Table]:
    """Yield a small form for every line that holds only labels with their figures."""
    for match in _staff_lines(source, lines):
        row = [token.piece for token in tokens_of(source, *match.span())]
        cells: tuple[Cell, ...] = tuple(field_cells(row, "", text))
        if cells:
            yield Table(kind="form", start=row[0].start, end=row[-1].end, cells=cells)


def _staff_lines(source: str, lines: list[Line]) -> Iterator[re.Match[str]]:
    """The lines of nothing but labels and figures, one of them of staff."""
    index, seen = 0, -1
    for word in words.STAFF.finditer(source):
        while lines[index].end < word.end():
            index += 1
        if index > seen:
            seen = index
            match = words.STAFF_LINE.match(source, lines[index].start)
            if match:
                yield match
