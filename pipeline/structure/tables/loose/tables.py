"""Regions to tables; title and unit hold until the next are printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline import views
from pipeline.records import Table
from pipeline.structure.tables.bands import Band
from pipeline.structure.tables.build import build_cells
from pipeline.structure.tables.loose.goals import read_goals
from pipeline.structure.tables.loose.read import Known, read_region
from pipeline.structure.tables.loose.regions import Region
from pipeline.structure.tables.titles import kind_of, printed_title, unit_in


def loose_tables(regions: Iterable[Region], source: str, text: str) -> Iterator[Table]:
    """Yield the table of every region, in order; names are quoted from ``text``."""
    name = unit = ""
    known: Known = {}
    for region in regions:
        if region.title:
            name = printed_title(text, region.title)
            unit = unit_in(views.normal(name))
        unit = region.unit or unit
        if region.kind == "goals":
            kind, cells = "form", read_goals(region.lines, source, text, unit)
        elif region.kind == "grid":
            rows = [[token.piece for token in tokens] for tokens in region.lines]
            kind, cells = "", build_cells(Band(None, rows[:1], rows[1:]), unit, text)
        else:
            kind, cells = read_region(region, source, text, unit, known)
        kind = kind or kind_of(views.normal(name), False)
        yield Table(kind=kind, start=region.start, end=region.end, title=name, unit=unit, cells=tuple(cells))
