"""Extract over a whole report: paragraphs and headings as running text, tables cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec.structs import replace

from pipeline.extract.cells import dates_around, read_table
from pipeline.extract.quantities import scan
from pipeline.numerals.patterns import DIGITS, LARGE, TENS
from pipeline.numerals.units import unit_pattern
from pipeline.records import Block, Entity, Facts, Layout

_ENDS_IN_NUMBER = re.compile(
    rf"(?<![{DIGITS}\d+*/_A-Za-z])\d[\d,.]{{0,14}}[ \t]{{0,4}}[{TENS}{LARGE}]{{0,2}}[ \t]{{0,4}}$"
)


def extract(layout: Layout, facts: Facts) -> tuple[Entity, ...]:
    """Every quantity and date of a report, in document order.

    Figures of table cells carry ``table`` and ``cell``; those of the account tables are among them. Lists of contents
    and web chrome give their dates and nothing else. Where nobody knows the report's year, a month belongs to the year
    last told.
    """
    entities: list[Entity] = []
    year = facts.year
    for block in _joined(layout.blocks):
        if block.kind in ("heading", "paragraph"):
            entities.extend(found := _prose(block, year))
            if facts.year is None:
                year = _told_year(found) or year
        elif block.kind == "furniture":
            entities.extend(found for found in _prose(block, year) if found.rule == "date.calendar")
        elif block.kind == "table" and not layout.tables[block.table].cells:  # one row, without its head
            entities.extend(found for found in _prose(block, year) if found.unit_source == "text")
    for index, table in enumerate(layout.tables):
        entities.extend(replace(found, table=index) for found in read_table(layout.normal, table, facts.year))
        entities.extend(dates_around(layout.normal, table))
    return tuple(sorted(entities, key=lambda entity: (entity.start, entity.end)))


def _joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, those made one that part a number from its unit: short lines may break there, and still be lines."""
    last: Block | None = None
    for block in blocks:
        if last and _parted(last, block):
            last = replace(last, end=block.end, view=last.view + block.view)
            continue
        if last:
            yield last
        last = block
    if last:
        yield last


def _parted(first: Block, second: Block) -> bool:
    return (
        first.kind == second.kind == "paragraph"
        and _ENDS_IN_NUMBER.search(first.view.text, max(len(first.view.text) - 16, 0)) is not None
        and _begins_with_unit().match(second.view.text) is not None
    )


@cache
def _begins_with_unit() -> re.Pattern[str]:
    return re.compile(rf"[ \t]{{0,4}}(?:[{LARGE}]|{unit_pattern()}|[月日])")


def _prose(block: Block, year: int | None) -> list[Entity]:
    """What a block's running text tells, at its place in the report."""
    view = block.view
    if view.starts == (0,) and view.shifts == (0,):
        return list(scan(view.text, year))
    found = []
    for entity in scan(view.text, year):
        start, end = view.span(entity.start, entity.end)
        found.append(replace(entity, start=start, end=end))
    return found


def _told_year(entities: list[Entity]) -> int | None:
    """The year that was told last."""
    told = (each.value[:4] for each in reversed(entities) if each.rule == "date.calendar" and each.value[0] != "-")
    return next(map(int, told), None)
