"""The one public function: a text in, its tables out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from pipeline.records import Grid, Table
from pipeline.structure.tables.bare import blanked
from pipeline.structure.tables.grids import grid_tables
from pipeline.structure.tables.loose.bars import is_stream_of_bars, parted, stream_regions
from pipeline.structure.tables.loose.fields import find_fields
from pipeline.structure.tables.loose.long_lines import find_long_lines
from pipeline.structure.tables.loose.regions import find_regions
from pipeline.structure.tables.loose.tables import loose_tables
from pipeline.structure.tables.marked import marked_tables
from pipeline.structure.tables.stretches import find_stretches, split_lines


def find_tables(normal: str, text: str = "", grids: Sequence[Grid] = ()) -> tuple[Table, ...]:
    """Find the tables and forms of a report.

    ``normal`` is the report's text with full-width signs narrowed (``views.normal``); offsets are the report's.
    Names are quoted from ``text``, the unaltered report, where it is given. The tables are in order and do not overlap;
    those of ``grids``, whose cells the file format knew, come before what the text alone tells.
    """
    text = text or normal
    lines = split_lines(normal)
    found = list(find_stretches(lines))
    if (opened := blanked(normal, lines, found)) is not normal:
        normal, lines = opened, split_lines(opened)
        found = list(find_stretches(lines))
    stretches = [part for stretch in found for part in parted(normal, stretch)]
    streams = {stretch.first: stretch for stretch in stretches if is_stream_of_bars(normal, stretch)}
    marked = list(marked_tables(normal, text, lines, [item for item in stretches if item.first not in streams]))
    taken = sorted((stretch.lines[0].start, stretch.lines[-1].end) for stretch in stretches)
    regions = list(find_regions(normal, lines, taken))
    regions.extend(find_long_lines(normal, lines))
    for stretch in streams.values():
        regions.extend(stream_regions(normal, lines, stretch))
    loose = loose_tables(sorted(regions, key=lambda region: region.start), normal, text)
    known = list(grid_tables(grids, normal, text))
    tables = [*known, *_outside(known, [*marked, *loose, *find_fields(normal, text, lines)])]
    return tuple(_apart(sorted(tables, key=lambda table: table.start)))


def _outside(known: list[Table], found: list[Table]) -> list[Table]:
    """The tables that touch none of the known ones."""
    starts = [table.start for table in known]
    places = [(bisect_right(starts, table.end - 1) - 1, table) for table in found] if known else []
    return [table for place, table in places if place < 0 or known[place].end <= table.start] if known else found


def _apart(tables: list[Table]) -> Iterator[Table]:
    """The tables in order without those that begin inside one before."""
    end = 0
    for table in tables:
        if table.start >= end:
            end = table.end
            yield table
