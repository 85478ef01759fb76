"""Label-value fields between blanks: 人员编制 12 实有人数 11."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.records import Cell, Table
from pipeline.structure.tables import words
from pipeline.structure.tables.build import field_cells
from pipeline.structure.tables.loose.tokens import tokens_of


def find_fields(source: str, text: str) -> Iterator[Table]:
    """Yield a small form for every line that holds only labels with their figures."""
    for match in words.STAFF_LINE.finditer(source):
        row = [token.piece for token in tokens_of(source, *match.span())]
        cells: tuple[Cell, ...] = tuple(field_cells(row, "", text))
        if cells:
            yield Table(kind="form", start=row[0].start, end=row[-1].end, cells=cells)
