"""Tables dumped column by column: all codes, all names, then the amounts in a heap, empty cells gone.

The amounts go back to their rows by the sums down each column; the columns are found later, row by row, as everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from pipeline.structure.tables import words
from pipeline.structure.tables.loose.anchors import numbers_columns
from pipeline.structure.tables.loose.records import TOTAL, Record
from pipeline.structure.tables.loose.tokens import Token
from pipeline.structure.tables.loose.tree import tree_of

_ALL = re.compile(r"[合总]计")  # stands above the codes: the row of all
_LEAST_ROWS, _MOST_ROWS = 3, 200
_MOST_STEPS = 10_000  # rows tried in one heap; a harder one is left as it is
_Column = tuple[int, ...]  # for every row which amount it takes, -1 for none


class _Heap(NamedTuple):
    """A dump in its parts."""

    heads: list[Token]
    rows: list[list[Token]]  # code and name, or one of them
    amounts: list[Token]


def unheaped(cells: list[Token]) -> list[list[Token]] | None:
    """A line of heads and a line a row, each with its amounts in the order of their columns; None if it is no heap."""
    heap = _parts(cells)
    if heap is None:
        return None
    amounts = [Decimal(token.text.replace(",", "")) for token in heap.amounts]
    search = _Search(amounts, tree_of([_record(row, number) for number, row in enumerate(heap.rows)]))
    columns = search.columns((), 0, strict=True) or search.columns((), 0, strict=False)
    if columns is None:
        return None
    lines = [heap.heads]
    for number, row in enumerate(heap.rows):
        lines.append([*row, *(heap.amounts[column[number]] for column in columns if column[number] >= 0)])
    return lines


def _parts(cells: list[Token]) -> _Heap | None:
    first = next((i for i, cell in enumerate(cells) if _names_row(cell)), len(cells))
    first -= first > 0 and bool(_ALL.fullmatch(cells[first - 1].text))
    last = max((i for i, cell in enumerate(cells) if cell.kind == "text"), default=-1) + 1
    heads, body, amounts = cells[:first], cells[first:last], cells[last:]
    codes = [cell for cell in body if words.ACCOUNT_CODE.fullmatch(cell.text)]
    names = [cell for cell in body if cell.kind == "text"]
    if len(codes) + len(names) != len(body) or not all(words.PLAIN_NUMBER.fullmatch(cell.text) for cell in amounts):
        return None
    totals = [cell for cell in names if TOTAL.fullmatch(cell.text)] if codes else []
    named = [cell for cell in names if cell not in totals]
    if codes and len(codes) != len(named):
        return None
    rows = [[cell] for cell in totals] + (
        [list(pair) for pair in zip(codes, named, strict=True)] if codes else [[name] for name in named]
    )
    while amounts and numbers_columns(amounts[: len(rows)]):
        amounts = amounts[len(rows) :]  # 行次
    enough = (
        _LEAST_ROWS <= len(rows) <= _MOST_ROWS
        and len(amounts) >= len(rows)
        and not any("%" in cell.text for cell in amounts)
    )
    return _Heap(heads, rows, amounts) if enough else None


def _names_row(cell: Token) -> bool:
    return bool(words.ACCOUNT_CODE.fullmatch(cell.text) or words.NUMBERED.match(cell.text))


def _record(row: list[Token], number: int) -> Record:
    code = row[0].text if len(row) > 1 else ""
    return Record(code, (row[-1].piece,), (), number, 0)


class _Search:
    """Which amounts make up which column: a column is filled from the top and must add up."""

    def __init__(self, amounts: list[Decimal], below: list[list[int]]) -> None:
        self.amounts, self.below = amounts, below
        self.steps = 0
        self.due: list[list[int]] = [[] for _ in below]  # totals that are known once a row is
        for total, parts in enumerate(below):
            if parts:
                self.due[max(total, *parts)].append(total)

    def columns(self, done: tuple[_Column, ...], start: int, *, strict: bool) -> tuple[_Column, ...] | None:
        """Columns that use up all amounts from ``start`` on; the fullest first.

        ``strict`` asks that the first column is the sum of the others.
        """
        if not start:
            self.steps = 0
        if start == len(self.amounts):
            return done if not strict or self._across(done) else None
        for column in self._fill((), start):
            found = self.columns((*done, column), max(column) + 1, strict=strict)
            if found is not None:
                return found
        return None

    def _across(self, columns: tuple[_Column, ...]) -> bool:
        rows = [[self._amount(index) for index in row] for row in zip(*columns, strict=True)]
        return all(row[0] == sum(row[1:]) for row in rows)

    def _fill(self, column: _Column, at: int) -> Iterator[_Column]:
        self.steps += 1
        if self.steps > _MOST_STEPS or not all(self._adds_up(column, total) for total in self._due(column)):
            return
        if len(column) == len(self.below):
            if max(column) >= 0:
                yield column
            return
        if at < len(self.amounts):
            yield from self._fill((*column, at), at + 1)
        yield from self._fill((*column, -1), at)

    def _due(self, column: _Column) -> list[int]:
        return self.due[len(column) - 1] if column else []

    def _adds_up(self, column: _Column, total: int) -> bool:
        parts = sum((self._amount(column[part]) for part in self.below[total]), Decimal(0))
        return parts == self._amount(column[total])

    def _amount(self, index: int) -> Decimal:
        return self.amounts[index] if index >= 0 else Decimal(0)
