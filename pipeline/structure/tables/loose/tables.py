"""Regions to tables; title and unit hold until the next are printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline import views
from pipeline.records import Table
from pipeline.structure.tables.bands import Band
from pipeline.structure.tables.build import build_cells
from pipeline.structure.tables.loose.anchors import has_figures
from pipeline.structure.tables.loose.cells import Known
from pipeline.structure.tables.loose.goals import read_goals
from pipeline.structure.tables.loose.read import read_region
from pipeline.structure.tables.loose.regions import Region
from pipeline.structure.tables.titles import kind_of, printed_title, unit_in

_PAGE_BREAK = 200  # characters of page numbers and running heads between the parts of one table


def loose_tables(regions: Iterable[Region], source: str, text: str) -> Iterator[Table]:
    """Yield the table of every region, in order; names are quoted from ``text``."""
    name = unit = ""
    known: Known = {}
    for region in _joined(regions):
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


def _joined(regions: Iterable[Region]) -> Iterator[Region]:
    """The regions, one that goes on over a page joined to its beginning: no title of its own, the same heads again."""
    last: Region | None = None
    heads: list[str] = []
    for region in regions:
        own = _heads(region)
        if last and not region.title and own and own == heads and region.start - last.end < _PAGE_BREAK:
            last = last._replace(lines=[*last.lines, *region.lines[len(own) :]], end=region.end)
            continue
        if last:
            yield last
        last, heads = region, own
    if last:
        yield last


def _heads(region: Region) -> list[str]:
    """The head lines of a region, down to its first row of figures."""
    found: list[str] = []
    for tokens in region.lines:
        if has_figures(tokens):
            return found
        found.append("".join(token.text for token in tokens))
    return []
