"""Tables whose cells a file format knows: a reader of PDF, Word, HTML or spreadsheets hands them over as grids.

A ``Grid`` lists the cells that print something, each with its place in the report's text, its row and column, how many of
each it spans, and whether the format marks it as a head. Merged cells stand once, at their first row and column; what
follows is the same code that reads tables between bars and tabs: heads to columns, rows to names, figures to cells. A
grid without heads of its own that is as wide as the one before goes on with that one's heads (a table over two pages).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline import views
from pipeline.records import Grid, Table
from pipeline.structure.tables.bands import Band, is_head, split_bands
from pipeline.structure.tables.build import build_cells
from pipeline.structure.tables.pieces import EMPTY, Row, piece
from pipeline.structure.tables.titles import declared_unit, kind_of, unit_in


def grid_tables(grids: Sequence[Grid], normal: str, text: str) -> Iterator[Table]:
    """Yield the tables of grids in order; names are quoted from ``text``. Grids without a figure yield none."""
    heads: list[Row] = []
    title = unit = ""
    for grid in sorted(grids, key=lambda grid: grid.start):
        rows = _rows(grid, normal)
        own = _band(grid, rows, normal)
        if own.heads:
            heads, title, unit = own.heads, grid.title or title, ""
        elif heads and own.rows and max(map(len, own.rows)) == max(map(len, heads)):
            own = own._replace(heads=heads)
        title = grid.title or title
        unit = grid.unit or unit_in(views.normal(title)) or own.unit or unit
        cells = tuple(build_cells(own, unit, text))
        if cells:
            has_form_heads = any("指标" in cell.text or "分" in cell.text for row in own.heads for cell in row)
            kind = kind_of(views.normal(title), has_form_heads)
            yield Table(kind=kind, start=grid.start, end=grid.end, title=title, unit=unit, cells=cells)


def _rows(grid: Grid, normal: str) -> list[Row]:
    """The rows of a grid, merged cells at their first place and empty in the others."""
    height = max((cell.row + cell.rows for cell in grid.cells), default=0)
    width = max((cell.column + cell.columns for cell in grid.cells), default=0)
    rows: list[Row] = [[EMPTY] * width for _ in range(height)]
    for cell in grid.cells:
        rows[cell.row][cell.column] = piece(normal, cell.start, cell.end)
    return rows


def _band(grid: Grid, rows: list[Row], normal: str) -> Band:
    """Heads and rows: as the format marks them, else as a reader tells them by their words."""
    unit = next(filter(None, (declared_unit(views.normal(normal[cell.start : cell.end])) for cell in grid.cells)), "")
    marked = max((cell.row + cell.rows for cell in grid.cells if cell.head), default=0)
    if marked:
        return Band(None, rows[:marked], rows[marked:], unit)
    bands = [band for band in split_bands(rows) if band.rows]
    if len(bands) == 1:
        return bands[0]._replace(unit=unit)
    first = next((index for index, row in enumerate(rows) if not is_head(row, strong=False)), len(rows))
    return Band(None, rows[:first], rows[first:], unit)
