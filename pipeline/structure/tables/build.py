"""Bands to tables: every figure a cell with its row head, column path, unit and place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from pipeline.records import Cell
from pipeline.structure.tables import words
from pipeline.structure.tables.aligning import placed_row
from pipeline.structure.tables.bands import Band, is_prose
from pipeline.structure.tables.columns import Column, find_columns
from pipeline.structure.tables.kinds import column_kinds
from pipeline.structure.tables.naming import carry_down, naming_columns, row_names
from pipeline.structure.tables.pieces import EMPTY, Piece, Row, quoted
from pipeline.structure.tables.placing import Placed
from pipeline.structure.tables.settling import settled, width_of
from pipeline.structure.tables.shorts import placed_by_sums
from pipeline.structure.tables.units import cell_unit, field_unit, told_unit

_HAS_DIGIT = re.compile(r"\d")
_HEAD_FIGURE = re.compile(rf"\d,*(?:{words.UNIT_WORDS})")


def build_cells(band: Band, unit: str, text: str) -> list[Cell]:
    """The cells of a band in document order; ``unit`` is what title and declaration give for money.

    Row and column heads are quoted from ``text``, the report as printed.
    """
    if not band.heads:
        return [cell for row in band.rows for cell in field_cells(row, unit, text)]
    width = width_of(band.heads, band.rows)
    full = max(width, *map(len, band.heads))  # cells of a row that lost none, an empty one behind the last bar included
    whole = [row[:width] for row in band.rows if len(row) >= full]
    columns = settled(find_columns(band.heads, width), whole)
    kinds = column_kinds(columns)
    unit = _label_unit(band) or unit
    cells: list[Cell] = []
    names: list[Piece] = [EMPTY] * width
    heads = [_Head.of(columns, index, text) for index in range(width)]
    summed = placed_by_sums(band.rows, columns, full)
    for number, row in enumerate(band.rows):
        if len(row) == 2 < width and words.FIELD_LABEL.fullmatch(row[0].text):
            cells.extend(field_cells(row, unit, text))
            continue
        placed = summed[number][0] if number in summed else placed_row(row, kinds, full)
        cells.extend(_head_cells(placed, columns, names, text))
        own = _row_cells(placed, columns, heads, names, unit, text)
        cells.extend(_as_sure(own, summed[number][1], heads, columns) if number in summed else own)
    return sorted(cells, key=lambda cell: cell.start)


def _as_sure(cells: Iterable[Cell], placed: Placed, heads: list[_Head], columns: list[Column]) -> Iterator[Cell]:
    """The cells of a row that sums placed, each as sure as its column."""
    figures = [head.path for head, column in zip(heads, columns, strict=True) if column.role == "figure"]
    for cell, confidence, others in zip(cells, placed.confidences, placed.others, strict=False):
        yield replace(cell, confidence=confidence, others=tuple(figures[other] for other in others))


def _label_unit(band: Band) -> str:
    """The unit that the corner of the head gives: 项目资金（万元）."""
    for row in band.heads:
        found = words.UNIT_IN_HEAD.search(row[0].text)
        if found:
            return found[1]
    return ""


def _head_cells(row: Row, columns: list[Column], carried: list[Piece], text: str) -> Iterator[Cell]:
    """Row heads that print a figure themselves: 预算执行（25分）."""
    carry_down(row, columns, carried)
    for index, cell in enumerate(row):
        if cell.text and columns[index].role == "name" and _HEAD_FIGURE.search(cell.text):
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


class _Head(NamedTuple):
    """A column as its cells print it."""

    path: tuple[str, ...]
    unit: str  # that its last head gives
    is_target: bool
    names: list[int]  # the columns that name its figures

    @classmethod
    def of(cls, columns: list[Column], index: int, text: str) -> _Head:
        column = columns[index]
        path = tuple(quoted(text, item) for item in column.heads)
        is_target = words.TARGET_ONLY.search(column.name) is not None
        return cls(path, told_unit(column.last.text), is_target, naming_columns(columns, index))


def _row_cells(
    row: Row, columns: list[Column], heads: list[_Head], carried: list[Piece], unit: str, text: str
) -> Iterator[Cell]:
    sign = own_unit = ""
    for cell, column in zip(row, columns, strict=True):
        if column.role == "comparator":
            sign = sign or cell.text
        elif column.role == "unit":
            own_unit = own_unit or cell.text
    for index, (cell, column) in enumerate(zip(row, columns, strict=True)):
        if column.role not in ("figure", "rule", "prose") or not _HAS_DIGIT.search(cell.text):
            continue
        head = heads[index]
        name, path, code = row_names(row, columns, head.names, index, carried)
        yield Cell(
            start=cell.start,
            end=cell.end,
            role="prose" if column.role == "figure" and is_prose(cell.text) else _cell_role(column.role),
            row=quoted(text, name),
            row_code=code,
            row_start=name.start,
            row_end=name.end,
            column=head.path,
            column_start=column.last.start,
            column_end=column.last.end,
            unit=head.unit or cell_unit(column.last.text, name.text, own_unit, unit),
            comparator=words.COMPARATORS.get(sign, "") if head.is_target else "",
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
