"""Rows into columns: what columns are for when heads do not tell, where a short row belongs, what names a figure."""

from __future__ import annotations

import re

from pipeline.structure.tables import words
from pipeline.structure.tables.columns import Column
from pipeline.structure.tables.pieces import EMPTY, Piece, Row

_LEVELS = ((words.LEVEL_ONE, re.compile("一级")), (words.LEVEL_TWO, re.compile("二级")))
_TOTAL = re.compile(r"(?:合|总)计|总分|(?:综合|自评|评价)?(?:总|得)+分")
_LIKE_FIGURE = re.compile(r"[≥≤<>]|\d+(?:\.\d+)?(?![、.\d])")  # 15个工作日内; not 1.培训场次


def settled(columns: list[Column], rows: list[Row]) -> list[Column]:
    """Columns whose heads do not tell take their role from what stands under them."""
    first = min(
        (i for i, column in enumerate(columns) if _holds_figures(column, i, rows)),
        default=len(columns),
    )
    settled = []
    for index, column in enumerate(columns):
        texts = [row[index].text for row in rows if index < len(row) and row[index].text]
        if column.role == "name" and texts and all(re.fullmatch(words.UNIT_WORDS, text) for text in texts):
            column = column._replace(role="unit")
        elif column.role in ("", "figure"):
            column = column._replace(role="name" if index < first else "figure")
        settled.append(column)
    if first > 0 and not any(column.role == "name" for column in settled):
        settled[0] = settled[0]._replace(role="name")
    return settled


def _holds_figures(column: Column, index: int, rows: list[Row]) -> bool:
    return column.role in ("", "figure") and any(
        index < len(row) and words.FIGURE.fullmatch(row[index].text) for row in rows
    )


def placed_row(row: Row, columns: list[Column]) -> Row:
    """A row as wide as the table; one that is short lost empty cells at its right, or merged ones at its left.

    In bars, ``培训合格率 | 95% | 97%`` below ``产出指标 | 质量指标 | 受训人数 | …`` starts at the third name, and
    ``时效指标 | 办结时限 | 15个工作日内`` at the second: a level of indicators stands under its head.
    """
    missing = len(columns) - len(row)
    if missing <= 0:
        return row[: len(columns)]
    if _TOTAL.fullmatch(row[0].text) and (points := _points(row, columns)):
        return points
    names = next((i for i, column in enumerate(columns) if column.role not in ("name", "code", "line")), len(columns))
    own = next((i for i, cell in enumerate(row) if not cell.text or words.FIGURE.fullmatch(cell.text)), len(row))
    shifts = [min(max(names - own, 0), missing), missing, *range(missing)]
    layouts = [[*[EMPTY] * shift, *row, *[EMPTY] * (missing - shift)] for shift in shifts]
    return max(layouts, key=lambda layout: _fits(layout, columns))


def _points(row: Row, columns: list[Column]) -> Row | None:
    """A row of totals, merged over all but the columns of points: 总分 | 100 | 98."""
    figures = [cell for cell in row[1:] if cell.text]
    places = [i for i, column in enumerate(columns) if words.SCORE_HEAD.fullmatch(column.last.text)]
    if not figures or len(figures) != len(places) or 0 in places:
        return None
    placed = dict(zip(places, figures, strict=True))
    return [row[0], *(placed.get(index, EMPTY) for index in range(1, len(columns)))]


def _fits(row: Row, columns: list[Column]) -> int:
    return sum(_fit(cell.text, column) for cell, column in zip(row, columns, strict=True) if cell.text)


def _fit(text: str, column: Column) -> int:
    """Whether a cell may stand in a column: 1 or -1, 2 or -2 where a level of indicators tells it."""
    level = next((head for pattern, head in _LEVELS if pattern.fullmatch(text)), None)
    if level and words.GOAL_NAME.fullmatch(column.last.text):
        return 2 if level.match(column.last.text) else -2
    figure = bool(words.FIGURE.fullmatch(text) or _LIKE_FIGURE.match(text) or words.VERBAL.fullmatch(text))
    return 1 if (column.role == "figure") == figure else -1


def naming_columns(columns: list[Column], upto: int) -> list[int]:
    """The columns that name the figure in column ``upto``: of two blocks side by side, those of its own."""
    block = [i for i in range(upto) if columns[i].role in ("name", "code")]
    while block and any(columns[i].role == "figure" for i in range(block[0], block[-1])):
        block = block[1:]
    return block


def row_names(
    row: Row, columns: list[Column], block: list[int], upto: int, carried: list[Piece]
) -> tuple[Piece, list[Piece], str]:
    """Row head, enclosing heads and code for the figure in column ``upto``; ``carried`` holds merged names."""
    code = next(
        (row[i].text for i in block if columns[i].role == "code" and words.ACCOUNT_CODE.fullmatch(row[i].text)),
        "",
    )
    own = [i for i in block if row[i].text and row[i].text != code]
    if not own:
        return _fallback(row, columns, upto, carried), [], code
    path = [carried[i] for i in block if i < own[-1] and carried[i].text and columns[i].role == "name"]
    return row[own[-1]], path, code


def _fallback(row: Row, columns: list[Column], upto: int, carried: list[Piece]) -> Piece:
    """The nearest name of another block of the row, or the last one printed above."""
    for i in range(upto - 1, -1, -1):
        if row[i].text and columns[i].role in ("name", "code"):
            return row[i]
    return next((carried[i] for i in range(upto - 1, -1, -1) if carried[i].text), EMPTY)


def carry_down(row: Row, columns: list[Column], carried: list[Piece]) -> None:
    """Take the names of a row into ``carried``; a new outer name ends those inside it."""
    for index, cell in enumerate(row):
        if cell.text and columns[index].role == "name":
            carried[index:] = [cell, *[EMPTY] * (len(columns) - index - 1)]
