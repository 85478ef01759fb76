"""What the marks read so far have made, and where the next one stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.review.links import Indicator, Value
from pipeline.review.tables import Column, Sheet

Row = dict[str, object]


@dataclass
class State:
    """What has been read so far, and the table and row that the next mark stands in."""

    text: str
    year: str
    segments: list[tuple[int, str]] = field(default_factory=list)
    entities: list[Row] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    cells: list[Row] = field(default_factory=list)
    sheet: Sheet | None = None
    row: tuple[str, str] = ("", "")  # head and code of the row
    rows: list[tuple[str, str]] = field(default_factory=list)  # all marked rows of the table so far
    column: int = 0  # the column of the last cell, counted from 1
    line: int = 0  # where the next line of an account begins


def add_cell(state: State, row: tuple[str, str], column: Column, span: tuple[int, int], value: str, unit: str) -> None:
    """Add a row to the cells; ``row`` is its head and its code."""
    state.cells.append(
        {
            "table": state.sheet.title if state.sheet else "",
            "row_code": row[1],
            "row": row[0],
            "column": column.path,
            "start": span[0],
            "end": span[1],
            "value": value.replace(",", ""),
            "unit": unit,
            "year": column.words.get("year", state.year),
        }
    )
