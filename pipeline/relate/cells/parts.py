"""Which figure is a part of which: columns under 其中, the code tree of accounts, funds, points of a level."""

from __future__ import annotations

import re

from pipeline.records import Cell, Table

_TOP_CODE = 3  # digits of a 类
_FUND_TOTAL = re.compile(r"总额|总计|合计|总金额")
_FUNDS = re.compile(r"(?:资金|拨款|补助|收入|安排|配套|结转|投入|自筹)[:：]?$")

Column = tuple[str, ...]


def wholes(table: Table) -> list[int]:
    """For every cell of a table the cell that it is stated to be a part of, -1 where none is; one pass over the cells."""
    seen = _Seen()
    found = []
    for index, cell in enumerate(table.cells):
        found.append(seen.whole_of(cell))
        seen.add(cell, index)
    return found


class _Seen:
    """What stands before a cell: heads with figures, the row so far, totals by column."""

    def __init__(self) -> None:
        self.heads: dict[str, int] = {}  # row head that prints a figure
        self.row: list[tuple[Column, int]] = []  # cells of the row so far
        self.row_start = -1
        self.codes: dict[tuple[Column, str], int] = {}  # account code by column; "" is the row 合计
        self.totals: dict[Column, tuple[str, int]] = {}  # the last row that is no 其中
        self.inside = False  # a 其中 row stood above, and rows of funds since

    def whole_of(self, cell: Cell) -> int:
        if cell.role == "head":
            return max((self.heads.get(head, -1) for head in cell.path), default=-1)
        if not cell.column:
            return -1
        by_column = self._left_total(cell)
        return by_column if by_column >= 0 else self._total_above(cell)

    def _left_total(self, cell: Cell) -> int:
        """The total left of a 其中： in the same row: 支出合计, 其中：, 基本支出."""
        if cell.row_start != self.row_start:
            return -1
        level = next((i for i in range(len(cell.column) - 1, -1, -1) if cell.column[i].startswith("其中")), -1)
        if level < 0:
            return -1
        for column, index in reversed(self.row):
            if column[:level] == cell.column[:level] and column[level : level + 1] != cell.column[level : level + 1]:
                return index
        return -1

    def _total_above(self, cell: Cell) -> int:
        """The row above in the same column whose code, or 其中 behind it, makes it the total."""
        code = cell.row_code
        if code:
            for length in range(len(code) - 1, 0, -1):
                if (cell.column, code[:length]) in self.codes:
                    return self.codes[cell.column, code[:length]]
            return self.codes.get((cell.column, ""), -1) if len(code) == _TOP_CODE else -1
        row, total = self.totals.get(cell.column, ("", -1))
        direct = cell.row.startswith("其中")
        follows = self.inside and bool(_FUNDS.search(cell.row)) and bool(_FUND_TOTAL.search(row))
        return total if direct or follows else -1

    def add(self, cell: Cell, index: int) -> None:
        if cell.role == "head":
            self.heads[cell.row] = index
        if cell.role != "value":
            return
        if cell.row_start != self.row_start:
            self.row, self.row_start = [], cell.row_start
            self.inside = cell.row.startswith("其中") or (self.inside and bool(_FUNDS.search(cell.row)))
        self.row.append((cell.column, index))
        if cell.row_code or cell.row.endswith("合计"):
            self.codes[cell.column, cell.row_code] = index
        if not self.inside:
            self.totals[cell.column] = (cell.row, index)
