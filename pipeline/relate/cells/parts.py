"""Which figure is a part of which: columns under 其中, the code tree of accounts, points of a level."""

from __future__ import annotations

import re

from pipeline.records import Cell, Table

_TOP_CODE = 3  # digits of a 类
_FUND_TOTAL = re.compile(r"总额|总计|合计")
_FUNDS = re.compile(r"(?:资金|拨款|补助|收入)[:：]?$")


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
    cell = table.cells[index]
    level = max((i for i, head in enumerate(cell.column) if head.startswith("其中")), default=-1)
    if level < 0:
        return -1
    for other in range(index - 1, -1, -1):
        left = table.cells[other]
        if left.row_start != cell.row_start:
            return -1
        if (
            left.column[:level] == cell.column[:level]
            and left.column[level : level + 1] != cell.column[level : level + 1]
        ):
            return other
    return -1


def _row_whole(table: Table, index: int) -> int:
    """The row above in the same column whose code, or 其中 behind it, makes it the total of this row."""
    cell = table.cells[index]
    inside = cell.row.startswith("其中")  # or one of the rows that follow such a row
    for other in range(index - 1, -1, -1):
        above = table.cells[other]
        inside = inside or (above.row.startswith("其中") and bool(_FUNDS.search(cell.row)))
        if above.column != cell.column or above.role != "value" or above.row_start == cell.row_start:
            continue
        if cell.row_code:
            if _holds_code(above, cell):
                return other
        elif (
            inside
            and not above.row.startswith("其中")
            and (cell.row.startswith("其中") or _FUND_TOTAL.search(above.row))
        ):
            return other
    return -1


def _holds_code(above: Cell, cell: Cell) -> bool:
    if above.row_code:
        return len(above.row_code) < len(cell.row_code) and cell.row_code.startswith(above.row_code)
    return len(cell.row_code) == _TOP_CODE and above.row.endswith("合计")
