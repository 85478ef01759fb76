"""What columns are for when their heads do not tell: by what stands under them."""

from __future__ import annotations

import re
from collections import Counter

from pipeline.structure.tables import words
from pipeline.structure.tables.columns import Column
from pipeline.structure.tables.pieces import Row

_NO_UNIT = re.compile(r"定[性量]|无|[-—–/]+")
_FEW = 5  # rows: one wider row among so many is a slip of the copy


def width_of(heads: list[Row], rows: list[Row]) -> int:
    """How many columns a table has: as many as its heads, or as its rows have where more than a few are wider."""
    head = max(map(_filled, heads), default=0)
    lengths = Counter(map(_filled, rows))
    wide = sorted(length for length, count in lengths.items() if length > head and _FEW * count >= len(rows))
    return max([head, *wide, 1])


def _filled(row: Row) -> int:
    """The cells of a row up to the last that prints something."""
    return max((index for index, cell in enumerate(row) if cell.text), default=-1) + 1


def settled(columns: list[Column], rows: list[Row]) -> list[Column]:
    """Columns whose heads do not tell take their role from what stands under them; ``rows`` are as wide as the table."""
    told = next((i for i, column in enumerate(columns) if column.role == "figure"), len(columns))
    held = next((i for i, column in enumerate(columns) if _holds_figures(column, i, rows)), len(columns))
    first = held if rows else told
    found = []
    for index, column in enumerate(columns):
        texts = [row[index].text for row in rows if row[index].text]
        if column.role == "name" and _holds_units(texts):
            column = column._replace(role="unit")
        elif column.role in ("", "figure"):
            column = column._replace(role="name" if index < first else "figure")
        found.append(column)
    if first > 0 and not any(column.role == "name" for column in found):
        found[0] = found[0]._replace(role="name")
    return found


def _holds_units(texts: list[str]) -> bool:
    """Whether a column prints units, or that a line is told in words: 家, %, 定性."""
    units = sum(1 for text in texts if words.UNIT.fullmatch(text))
    return units > 0 and units + sum(1 for text in texts if _NO_UNIT.fullmatch(text)) == len(texts)


def _holds_figures(column: Column, index: int, rows: list[Row]) -> bool:
    return column.role in ("", "figure") and any(words.FIGURE.fullmatch(row[index].text) for row in rows)
