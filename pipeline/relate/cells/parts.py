"""Which figure is a part of which: columns under 其中, the code tree of accounts, points of a level."""

from __future__ import annotations

import re
from bisect import bisect_left

from pipeline.records import Cell, Table

_TOP_CODE = 3  # digits of a 类
_FUND_TOTAL = re.compile(r"总额|总计|合计")
_FUNDS = re.compile(r"(?:资金|拨款|补助|收入)[:：]?$")
_NEAR = 100  # cells; the total of a 其中 column stands no further to the left

Column = tuple[str, ...]


def wholes_of(table: Table) -> list[int]:
    """For every cell of a table the cell that it is stated to be a part of, -1 if none."""
    above = _Above()
    wholes: list[int] = []
    row: list[int] = []  # the cells of the row that goes by
    for index, cell in enumerate(table.cells):
        if row and table.cells[row[-1]].row_start != cell.row_start:
            above.add(table, row)
            row = []
        wholes.append(_whole_of(table, index, above))
        row.append(index)
    return wholes


def _whole_of(table: Table, index: int, above: _Above) -> int:
    cell = table.cells[index]
    if cell.role == "head":
        return max((above.heads.get(head, -1) for head in cell.path), default=-1)
    if not cell.column:
        return -1
    by_column = _column_whole(table, index)
    return by_column if by_column >= 0 else above.whole(cell)


def _column_whole(table: Table, index: int) -> int:
    """The total left of a 其中： in the same row: 支出合计, 其中：, 基本支出."""
    cell = table.cells[index]
    level = max((i for i, head in enumerate(cell.column) if head.startswith("其中")), default=-1)
    if level < 0:
        return -1
    for other in range(index - 1, max(index - _NEAR, 0) - 1, -1):
        left = table.cells[other]
        if left.row_start != cell.row_start:
            return -1
        if (
            left.column[:level] == cell.column[:level]
            and left.column[level : level + 1] != cell.column[level : level + 1]
        ):
            return other
    return -1


class _Above:
    """The rows above as a table goes by: the last cell of each name, code or kind."""

    def __init__(self) -> None:
        self.heads: dict[str, int] = {}
        self.codes: dict[tuple[Column, str], int] = {}
        self.totals: dict[Column, int] = {}  # 合计 without a code
        self.items: dict[Column, int] = {}  # rows that are no 其中
        self.funds: dict[Column, list[int]] = {}  # totals of funds
        self.inside = -1  # the last row of 其中

    def add(self, table: Table, row: list[int]) -> None:
        """The next row has gone by."""
        for index in row:
            cell = table.cells[index]
            if cell.row.startswith("其中"):
                self.inside = index
            if cell.role == "head":
                self.heads[cell.row] = index
            elif cell.role == "value":
                self._add_value(index, cell)

    def _add_value(self, index: int, cell: Cell) -> None:
        if cell.row_code:
            self.codes[cell.column, cell.row_code] = index
        elif cell.row.endswith("合计"):
            self.totals[cell.column] = index
        if not cell.row.startswith("其中"):
            self.items[cell.column] = index
            if _FUND_TOTAL.search(cell.row):
                self.funds.setdefault(cell.column, []).append(index)

    def whole(self, cell: Cell) -> int:
        """The row above in the same column whose code, or 其中 behind it, makes it the total of a cell's row."""
        if cell.row_code:
            return self._of_code(cell)
        if cell.row.startswith("其中"):
            return self.items.get(cell.column, -1)
        if not _FUNDS.search(cell.row):
            return -1
        totals = self.funds.get(cell.column, [])
        before = bisect_left(totals, self.inside)  # the total stands above the 其中, this row under it
        return totals[before - 1] if before else -1

    def _of_code(self, cell: Cell) -> int:
        above = [self.codes.get((cell.column, cell.row_code[:size]), -1) for size in range(1, len(cell.row_code))]
        if len(cell.row_code) == _TOP_CODE:
            above.append(self.totals.get(cell.column, -1))
        return max(above, default=-1)
