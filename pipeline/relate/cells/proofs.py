"""What the figures of a table say about their own placement: sums that hold, columns told twice in a row."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from pipeline.records import Entity, Table

_HIGHEST_SCORE = 120  # points; more under 分值 or 得分 is a figure of another column


class Proofs:
    """The proofs of one table by cell; ``values`` are those of its cells, ``wholes`` the cell that each is a part of."""

    def __init__(self, table: Table, values: dict[int, Entity], wholes: list[int]) -> None:
        self._table = table
        cells = table.cells
        self._columns: dict[tuple[int, tuple[str, ...]], int] = {}
        self._rows: dict[int, int] = {}
        parts: dict[int, list[int]] = {}
        for at in values:
            row, column = cells[at].row_start, cells[at].column
            self._rows[row] = self._rows.get(row, 0) + 1
            if column:
                self._columns[row, column] = self._columns.get((row, column), 0) + 1
            if wholes[at] >= 0:
                parts.setdefault(wholes[at], []).append(at)
        self._width = len({column for _, column in self._columns})
        self._proved: dict[int, bool] = {}
        outcomes: list[bool] = []
        for whole, inside in parts.items():
            if whole in values:
                holds = _number(values[whole]) == sum(_number(values[at]) for at in inside)
                self._proved |= dict.fromkeys((whole, *inside), holds)
                outcomes.append(holds)
        self._fails = 1 - sum(outcomes) / len(outcomes) if outcomes else 0.0
        self._odd = any(one.type == "SCORE" and _number(one) > _HIGHEST_SCORE for one in values.values())

    def of(self, at: int, measure: str, value: Entity) -> dict[str, float]:
        """The marks of one cell."""
        cell = self._table.cells[at]
        figures = self._rows[cell.row_start]
        marks = {"figures_in_row": figures / 6 if figures < 6 else 1.0, "fails": self._fails}
        if cell.column:  # where the empty cells of a row vanished, its figures may stand under others' heads
            marks["incomplete"] = 1 - min(figures / self._width, 1.0)
        if self._odd:
            marks["odd_table"] = 1.0
        if at in self._proved:
            marks["adds_up" if self._proved[at] else "adds_not"] = 1.0
        if cell.column and self._columns[cell.row_start, cell.column] > 1:
            marks["column_again"] = 1.0
        if measure in ("points", "score") and _number(value) > _HIGHEST_SCORE:
            marks["too_high"] = 1.0
        return marks


def _number(value: Entity) -> Decimal:
    try:
        return Decimal(value.value)
    except InvalidOperation:
        return Decimal(0)
