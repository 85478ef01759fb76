"""Which figure is a part of which: columns under 其中, the code tree of accounts, points of a level."""

from __future__ import annotations

from pipeline.records import Cell, Table


def whole_of(table: Table, index: int) -> int:
    """The cell of ``table`` that cell ``index`` is stated to be a part of, -1 if none."""
    cell = table.cells[index]
    if cell.role == "head":
        return _level_above(table, index)
    if not cell.column:
        return -1
    by_column = _column_whole(table, index)
    return by_column if by_column >= 0 else _row_whole(table, index)


def _level_above(table: Table, index: int) -> int:
    """The nearest head above that prints a figure and encloses this one."""
    path = table.cells[index].path
    for other in range(index - 1, -1, -1):
        head = table.cells[other]
        if head.role == "head" and head.row in path:
            return other
    return -1


def _column_whole(table: Table, index: int) -> int:
    """The total left of a 其中： in the same row: 支出合计, 其中：, 基本支出."""
    column = table.cells[index].column
    level = max((i for i, head in enumerate(column) if head.startswith("其中")), default=-1)
    if level < 0:
        return -1
    for other in range(index - 1, -1, -1):
        left = table.cells[other]
        if left.row_start != table.cells[index].row_start:
            return -1
        if left.column[:level] == column[:level] and not left.column[level:][:1][0:1] == column[level : level + 1]:
            return other
    return -1


def _row_whole(table: Table, index: int) -> int:
    """The row above in the same column whose code or 其中 makes it the total of this row."""
    cell = table.cells[index]
    if not cell.row_code and not cell.row.startswith("其中"):
        return -1
    for other in range(index - 1, -1, -1):
        above = table.cells[other]
        if above.column == cell.column and above.role == "value" and _holds(above, cell):
            return other
    return -1


def _holds(above: Cell, cell: Cell) -> bool:
    if cell.row_code:
        if above.row_code:
            return len(above.row_code) < len(cell.row_code) and cell.row_code.startswith(above.row_code)
        return len(cell.row_code) == 3 and above.row.endswith("合计")
    return not above.row.startswith("其中")
