"""Target and score tables dumped column by column: all names, then all targets, all results, all points."""

from __future__ import annotations

import re
from itertools import groupby

from pipeline.structure.tables.kinds import cell_kind
from pipeline.structure.tables.loose.levels import is_level
from pipeline.structure.tables.loose.tokens import Token

_LEAST_NAMES = 4  # that stand one below the other before any value
_TOTAL = re.compile(r"(?:合|总)计|总分|(?:综合|自评|评价)?(?:总|得)+分")


def dumped_rows(cells: list[Token], columns: int) -> list[list[Token]] | None:
    """A line a row, out of the cells below the heads of ``columns`` columns of values; None if it is no dump.

    Which rows a level covers is lost; the names find their values by their place in the column.
    """
    first = next((index for index, cell in enumerate(cells) if _is_value(cell)), len(cells))
    names = [cell for cell in cells[:first] if not is_level(cell.text)]
    if len(names) < _LEAST_NAMES:
        return None
    values, total = _without_total(cells[first:])
    columns_found = _even(values, len(names), columns) or _by_runs(values, len(names))
    if columns_found is None or len(columns_found) > columns:
        return None
    rows = [[name, *row] for name, row in zip(names, zip(*columns_found, strict=True), strict=True)]
    return [*rows, total] if total else rows


def undumped(lines: list[list[Token]], columns: int) -> list[list[Token]]:
    """The lines of a table; where cells stand alone on many lines in a row, a dump among them becomes rows."""
    found: list[list[Token]] = []
    for alone, group in groupby(lines, key=lambda tokens: len(tokens) == 1):
        part = list(group)
        rows = dumped_rows([tokens[0] for tokens in part], columns) if alone else None
        found.extend(rows or part)
    return found


def _is_value(cell: Token) -> bool:
    return cell.kind != "text" or cell_kind(cell.text) in (
        "quantity",
        "verbal",
        "sign",
        "percent",
        "number",
        "rank",
        "amount",
    )


def _without_total(cells: list[Token]) -> tuple[list[Token], list[Token]]:
    """The values, and the row of totals that follows them: 总分 100 98."""
    last = max((index for index, cell in enumerate(cells) if cell.kind == "text"), default=-1)
    if last >= 0 and _TOTAL.fullmatch(cells[last].text) and all(map(_is_value, cells[last + 1 :])):
        return cells[:last], cells[last:]
    return cells, []


def _even(values: list[Token], rows: int, columns: int) -> list[list[Token]] | None:
    """Values cut into columns of equal length, whatever they print."""
    count, rest = divmod(len(values), rows)
    if rest or not 1 < count <= columns:
        return None
    return [values[start : start + rows] for start in range(0, len(values), rows)]


def _by_runs(values: list[Token], rows: int) -> list[list[Token]] | None:
    """Columns of figures with a column of words between, which may lack a cell and is left out."""
    found: list[list[Token]] = []
    for figures, group in groupby(values, key=_is_value):
        run = list(group)
        if figures and len(run) % rows == 0:
            found.extend(run[start : start + rows] for start in range(0, len(run), rows))
        elif figures or not rows - 1 <= len(run) <= rows:
            return None
    return found or None
