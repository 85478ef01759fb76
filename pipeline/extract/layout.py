"""Extract over a whole report: paragraphs and headings as running text, tables cell by cell."""

from __future__ import annotations

from msgspec.structs import replace

from pipeline.extract.cells import dates_around, read_table
from pipeline.extract.quantities import scan
from pipeline.records import Block, Entity, Facts, Layout


def extract(layout: Layout, facts: Facts) -> tuple[Entity, ...]:
    """Every quantity and date of a report, in document order.

    Figures of table cells carry ``table`` and ``cell``; those of the account tables are among them. Lists of contents
    and web chrome give their dates and nothing else.
    """
    entities: list[Entity] = []
    for block in layout.blocks:
        if block.kind in ("heading", "paragraph"):
            entities.extend(_prose(block, facts.year))
        elif block.kind == "furniture":
            entities.extend(found for found in _prose(block, facts.year) if found.rule == "date.calendar")
    for index, table in enumerate(layout.tables):
        entities.extend(replace(found, table=index) for found in read_table(layout.normal, table, facts.year))
        entities.extend(dates_around(layout.normal, table))
    return tuple(sorted(entities, key=lambda entity: (entity.start, entity.end)))


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
