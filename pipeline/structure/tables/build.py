"""Bands to tables: every figure a cell with its row head, column path, unit and place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.records import Cell
from pipeline.structure.tables import words
from pipeline.structure.tables.bands import Band, is_prose
from pipeline.structure.tables.columns import Column, find_columns
from pipeline.structure.tables.pieces import EMPTY, Piece, Row, quoted
from pipeline.structure.tables.units import cell_unit, field_unit

_HAS_DIGIT = re.compile(r"\d")
_HEAD_FIGURE = re.compile(rf".*{words.NUMBER}(?:{words.UNIT_WORDS}).*")


def build_cells(band: Band, unit: str, text: str) -> list[Cell]:
    """The cells of a band in document order; ``unit`` is what title and declaration give for money.

    Row and column heads are quoted from ``text``, the report as printed.
    """
    if not band.heads:
        return [cell for row in band.rows for cell in field_cells(row, unit, text)]
    width = max(len(row) for row in [*band.heads, *band.rows])
    whole = [row for row in band.rows if len(row) == width]
    columns = _settled(find_columns(band.heads, width), whole or band.rows)
    unit = _label_unit(band) or unit
    cells: list[Cell] = []
    names: list[Piece] = [EMPTY] * width
    for row in band.rows:
        if len(row) == 2 < width and words.FIELD_LABEL.fullmatch(row[0].text):
            cells.extend(field_cells(row, unit, text))
            continue
        placed = _place(row, columns)
        cells.extend(_head_cells(placed, columns, names, text))
        cells.extend(_row_cells(placed, columns, names, unit, text))
    return sorted(cells, key=lambda cell: cell.start)


def _settled(columns: list[Column], rows: list[Row]) -> list[Column]:
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
    if not any(column.role == "name" for column in settled):
        settled[0] = settled[0]._replace(role="name")
    return settled


def _holds_figures(column: Column, index: int, rows: list[Row]) -> bool:
    return column.role in ("", "figure") and any(
        index < len(row) and words.FIGURE.fullmatch(row[index].text) for row in rows
    )


def _label_unit(band: Band) -> str:
    """The unit that the corner of the head gives: 项目资金（万元）."""
    for row in band.heads:
        found = words.UNIT_IN_HEAD.search(row[0].text)
        if found:
            return found[1]
    return ""


def _place(row: Row, columns: list[Column]) -> Row:
    """A row as wide as the table; one that is short lost empty cells at its right, or merged ones at its left.

    In bars, ``培训合格率 | 95% | 97%`` below ``产出指标 | 质量指标 | 受训人数 | …`` starts at the third name.
    """
    missing = len(columns) - len(row)
    if missing <= 0:
        return row[: len(columns)]
    names = next((i for i, column in enumerate(columns) if column.role not in ("name", "code", "line")), len(columns))
    own = next((i for i, cell in enumerate(row) if not cell.text or words.FIGURE.fullmatch(cell.text)), len(row))
    shifts = [min(max(names - own, 0), missing), missing, 0]
    layouts = [[*[EMPTY] * shift, *row, *[EMPTY] * (missing - shift)] for shift in shifts]
    return max(layouts, key=lambda layout: _fits(layout, columns))


def _fits(row: Row, columns: list[Column]) -> int:
    return sum(
        1 if (column.role == "figure") == bool(words.FIGURE.fullmatch(cell.text)) else -1
        for cell, column in zip(row, columns, strict=True)
        if cell.text
    )


def _names(row: Row, columns: list[Column], upto: int, carried: list[Piece]) -> tuple[Piece, list[Piece], str]:
    """Row head, enclosing heads and code for the figure in column ``upto``; carries merged heads down."""
    block = [i for i in range(upto) if columns[i].role in ("name", "code")]
    while block and any(columns[i].role == "figure" for i in range(block[0], block[-1])):
        block = block[1:]
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


def _carry(row: Row, columns: list[Column], carried: list[Piece]) -> None:
    fresh = False
    for index, cell in enumerate(row):
        named = bool(cell.text) and columns[index].role == "name"
        fresh = fresh or named
        if fresh:
            carried[index] = cell if named else EMPTY


def _head_cells(row: Row, columns: list[Column], carried: list[Piece], text: str) -> Iterator[Cell]:
    """Row heads that print a figure themselves: 预算执行（25分）."""
    _carry(row, columns, carried)
    for index, cell in enumerate(row):
        if cell.text and columns[index].role == "name" and _HEAD_FIGURE.fullmatch(cell.text):
            path = tuple(quoted(text, name) for name in carried[:index] if name.text)
            yield Cell(
                start=cell.start,
                end=cell.end,
                role="head",
                row=quoted(text, cell),
                row_start=cell.start,
                row_end=cell.end,
                path=path,
            )


def _row_cells(row: Row, columns: list[Column], carried: list[Piece], unit: str, text: str) -> Iterator[Cell]:
    pairs = list(zip(row, columns, strict=True))
    sign = next((cell.text for cell, column in pairs if column.role == "comparator"), "")
    own_unit = next((cell.text for cell, column in pairs if column.role == "unit" and cell.text), "")
    for index, (cell, column) in enumerate(pairs):
        if column.role not in ("figure", "rule", "prose") or not _HAS_DIGIT.search(cell.text):
            continue
        name, path, code = _names(row, columns, index, carried)
        yield Cell(
            start=cell.start,
            end=cell.end,
            role="prose" if column.role == "figure" and is_prose(cell.text) else _cell_role(column.role),
            row=quoted(text, name),
            row_code=code,
            row_start=name.start,
            row_end=name.end,
            column=tuple(quoted(text, item) for item in column.heads),
            column_start=column.last.start,
            column_end=column.last.end,
            unit=cell_unit(column.last.text, name.text, own_unit, unit),
            comparator=words.COMPARATORS.get(sign, "") if words.TARGET_ONLY.search(column.last.text) else "",
            path=tuple(quoted(text, item) for item in path),
        )


def _cell_role(role: str) -> str:
    return "value" if role == "figure" else role


def field_cells(row: Row, unit: str, text: str) -> Iterator[Cell]:
    """Label-value fields: 人员编制, 39, 实有人数, 41."""
    label = EMPTY
    for cell in row:
        if not cell.text:
            continue
        if label.text and _HAS_DIGIT.search(cell.text) and words.FIGURE.fullmatch(cell.text):
            yield Cell(
                start=cell.start, end=cell.end, row=quoted(text, label).rstrip(":："), row_start=label.start, row_end=label.end,
                unit=field_unit(label.text, unit),
            )  # fmt: skip
            label = EMPTY
        else:
            label = cell if words.FIELD_LABEL.fullmatch(cell.text) else EMPTY
