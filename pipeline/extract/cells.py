"""A table cell: what it prints, with the unit and comparator that its heads give.

A figure without a unit takes, in this order, the unit of its heads (``unit_source`` header), the unit that a figure
in the same row prints (target ≥95%, completion 97), or the classifier of what the row counts (both elided).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from pipeline.extract.date_patterns import HINT
from pipeline.extract.elided import printed_measure
from pipeline.extract.finish import finish
from pipeline.extract.measures import Measure, head_measure, value_of
from pipeline.extract.quantities import scan
from pipeline.numerals.patterns import ARABIC
from pipeline.records import Cell, Entity, Table

COUNTED = Path(__file__).parent.parent / "resources" / "counted.csv"
_SIGN = r"(?:[≥≧⩾≤≦⩽><=›‹═]{1,2}|不低于|不少于|不超过|大于|小于)?"
_BARE = re.compile(rf"\s*{_SIGN}\s*-?(?P<number>{ARABIC})\s*(?:以上|以下|以内|左右)?\s*")


def read_table(normal: str, table: Table, number: int, year: int | None) -> list[Entity]:
    """The quantities and dates of a table's cells in document order, each with its table's ``number`` and ``cell``."""
    entities: list[Entity] = []
    open_cells: list[tuple[int, re.Match[str]]] = []  # figures whose unit neither they nor their heads print
    for index, cell in enumerate(table.cells):
        if cell.role == "rule":
            continue
        bare = _BARE.fullmatch(normal, cell.start, cell.end) if cell.role == "value" else None
        if bare is None:
            entities.extend(_written(normal, cell, (number, index), year))
        elif measure := head_measure(cell.unit):
            entities.extend(_figure(normal, cell, (number, index), bare, measure, "header"))
        else:
            open_cells.append((index, bare))
    printed = _printed_by_row(table, entities) if open_cells else {}
    for index, bare in open_cells:
        if measure := _measure_of_row(normal, table.cells[index], printed):
            entities.extend(_figure(normal, table.cells[index], (number, index), bare, measure, "elided"))
    return sorted(entities, key=lambda entity: entity.start)


def dates_around(normal: str, table: Table) -> Iterator[Entity]:
    """The dates that a table prints above and below its cells: (2021年度), a note on 2021年."""
    first, last = (table.cells[0].start, table.cells[-1].end) if table.cells else (table.end, table.end)
    for start, end in ((table.start, first), (last, table.end)):
        if not HINT.search(normal, start, end):
            continue
        for found in scan(normal[start:end], None):
            if found.rule == "date.calendar" and found.value[0].isdigit():
                yield replace(found, start=found.start + start, end=found.end + start)


def _written(normal: str, cell: Cell, place: tuple[int, int], year: int | None) -> list[Entity]:
    """What a cell prints with its unit."""
    return [
        replace(
            found,
            start=found.start + cell.start,
            end=found.end + cell.start,
            table=place[0],
            cell=place[1],
            comparator=found.comparator or cell.comparator,
        )
        for found in scan(normal[cell.start : cell.end], year)
    ]


def _figure(
    normal: str, cell: Cell, place: tuple[int, int], bare: re.Match[str], measure: Measure, unit_source: str
) -> list[Entity]:
    """A bare number as a quantity of a measure that is told elsewhere."""
    value = value_of(bare["number"], measure)
    if not value:
        return []
    span = bare.span("number")
    told = cell.comparator
    return [finish(normal, *span, measure, value, comparator=told, rule="cell", unit_source=unit_source, place=place)]


def _printed_by_row(table: Table, entities: list[Entity]) -> dict[int, Entity]:
    """The first figure of every row, by where its head starts, that prints its unit."""
    found: dict[int, Entity] = {}
    for entity in entities:
        cell = table.cells[entity.cell]
        if entity.unit_source == "text" and cell.role == "value":
            found.setdefault(cell.row_start, entity)
    return found


def _measure_of_row(normal: str, cell: Cell, printed: dict[int, Entity]) -> Measure | None:
    """The measure that another figure of the row prints, else that of what the row counts."""
    if cell.row_start < cell.row_end and cell.row_start in printed:
        return printed_measure(normal, printed[cell.row_start])
    return next((head_measure(unit) for counted, unit in _counted() if _counts(cell.row, counted)), None)


def _counts(row: str, counted: str) -> bool:
    """Whether a row head tells of what is counted; one character must stand last: 召开推进会, but not 社会保障支出."""
    return counted in row and (len(counted) > 1 or row.endswith(counted))


@cache
def _counted() -> tuple[tuple[str, str], ...]:
    """Nouns that a row head counts, with their classifier, the longest first (``resources/counted.csv``)."""
    with COUNTED.open(encoding="utf-8", newline="") as handle:
        rows = [(row["counted"], row["unit"]) for row in csv.DictReader(handle)]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))
