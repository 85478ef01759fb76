"""Extract over a whole report: paragraphs and headings as running text, tables cell by cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import attrgetter

from msgspec.structs import replace

from pipeline.extract.cells import dates_around, read_table
from pipeline.extract.implied import in_segments
from pipeline.extract.quantities import scan
from pipeline.records import Block, Entity, Facts, Layout, Segment

_DECLARED = re.compile(r"\((?:金额)?单位[::]?\s?([万亿千百]?元)\)")  # 一、收支情况(金额单位:万元)

_SHORT = 60  # characters of a heading, or of the line behind it that declares the unit


def extract(layout: Layout, facts: Facts, segments: Sequence[Segment] = ()) -> tuple[Entity, ...]:
    """Every quantity and date of a report, in document order.

    Figures of table cells carry ``table`` and ``cell``; those of the account tables are among them. Lists of contents
    and web chrome give their dates and nothing else. Where nobody knows the report's year, a month belongs to the year
    last told; in the ``segments`` that plan, to the next one.
    """
    entities: list[Entity] = []
    year = facts.year
    declared, section = "", -1
    for block in layout.blocks:
        if block.kind in ("heading", "paragraph"):
            if block.section != section:
                declared, section = "", block.section
            if len(block.view.text) <= _SHORT and (told := _DECLARED.search(block.view.text)):
                declared = told[1]
            entities.extend(found := _prose(block, year, declared))
            if facts.year is None:
                year = _told_year(found) or year
        elif block.kind == "furniture":
            entities.extend(found for found in _prose(block, year) if found.rule == "date.calendar")
        elif block.kind == "table" and not layout.tables[block.table].cells:  # one row, without its head
            entities.extend(found for found in _prose(block, year) if found.unit_source == "text")
    for index, table in enumerate(layout.tables):
        entities.extend(read_table(layout.normal, table, index, facts.year))
        entities.extend(dates_around(layout.normal, table))
    entities.sort(key=attrgetter("start", "end"))
    return tuple(in_segments(layout, entities, segments, facts))


def _prose(block: Block, year: int | None, declared: str = "") -> list[Entity]:
    """What a block's running text tells, at its place in the report."""
    view = block.view
    if len(view.starts) == 1:
        shift = view.shifts[0]
        return [replace(one, start=one.start + shift, end=one.end + shift) for one in scan(view.text, year, declared)]
    found = []
    for entity in scan(view.text, year, declared):
        start, end = view.span(entity.start, entity.end)
        found.append(replace(entity, start=start, end=end))
    return found


def _told_year(entities: list[Entity]) -> int | None:
    """The year that was told last."""
    told = (each.value[:4] for each in reversed(entities) if each.rule == "date.calendar" and each.value[0] != "-")
    return next(map(int, told), None)
