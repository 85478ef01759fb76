"""The one public function: a text in, its tables out."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline import views
from pipeline.records import Table
from pipeline.structure.tables import words
from pipeline.structure.tables.bands import Band, split_bands
from pipeline.structure.tables.build import build_cells
from pipeline.structure.tables.loose.read import read_region
from pipeline.structure.tables.loose.regions import find_regions
from pipeline.structure.tables.pieces import Piece, Row, squeeze
from pipeline.structure.tables.rows import bar_rows, listed_rows, tab_rows
from pipeline.structure.tables.stretches import (
    Line,
    Stretch,
    find_stretches,
    split_lines,
)
from pipeline.structure.tables.titles import kind_of, title_above

_READERS = {"tabs": tab_rows, "bars": bar_rows, "listed": listed_rows}
_FORM_HEAD = ("指标", "得分", "分值", "机构名称", "评价内容", "执行率", "绩效")


def find_tables(normal: str, text: str = "") -> tuple[Table, ...]:
    """Find the tables and forms of a report.

    ``normal`` is the report's text with full-width signs narrowed (``views.normal``); offsets are the report's.
    Names are quoted from ``text``, the unaltered report, where it is given. The tables are in order and do not overlap.
    """
    lines = split_lines(normal)
    marked = list(_marked_tables(normal, text or normal, lines))
    loose = _loose_tables(normal, text or normal, lines, [(table.start, table.end) for table in marked])
    return tuple(sorted([*marked, *loose], key=lambda table: table.start))


def _marked_tables(normal: str, text: str, lines: list[Line]) -> list[Table]:
    at = {line.start: index for index, line in enumerate(lines)}
    tables: list[Table] = []
    for stretch in find_stretches(lines):
        tables.extend(_tables_of(normal, text, lines, at[stretch.lines[0].start], stretch, tables))
    return tables


def _loose_tables(normal: str, text: str, lines: list[Line], taken: list[tuple[int, int]]) -> Iterator[Table]:
    """Tables whose cells stand between blanks; a title or unit holds until the next one is printed."""
    name = unit = ""
    known: dict[tuple[str, str], int] = {}
    for region in find_regions(normal, lines, taken):
        if region.title:
            name, unit = _printed(text, region.title), _unit_in(_printed(text, region.title))
        unit = region.unit or unit
        reading = read_region(region, text, unit, known)
        kind = reading.kind or kind_of(views.normal(name), False)
        yield Table(kind=kind, start=region.start, end=region.end, title=name, unit=unit, cells=tuple(reading.cells))


def _tables_of(
    normal: str,
    text: str,
    lines: list[Line],
    first: int,
    stretch: Stretch,
    before: list[Table],
) -> list[Table]:
    title, unit, top = title_above(normal, lines, first)
    floor = before[-1].end if before else 0
    top_start = max(lines[top].start, floor)
    found: list[Table] = []
    name = _printed(text, title) if title else ""
    for band in split_bands(_READERS[stretch.kind](normal, stretch.lines)):
        corner = _corner(band)
        if band.title:
            name, unit = _printed(text, band.title), ""
        elif corner:
            name, unit = squeeze(text[corner.start : corner.end]), ""
        cells = build_cells(band, _unit_in(name) or unit, text)
        start, end = _extent(band)
        if not found and title and not band.title:
            start = top_start
        if cells or band.heads:
            found.append(
                Table(
                    kind=_kind(name, band),
                    start=start,
                    end=end,
                    title=name,
                    unit=_unit_in(name) or unit,
                    cells=tuple(cells),
                )
            )
    return found


def _corner(band: Band) -> Piece | None:
    first = band.heads[0][0] if band.heads else None
    return first if first and words.CORNER_TITLE.fullmatch(first.text) else None


def _printed(text: str, title: Piece) -> str:
    return " ".join(text[title.start : title.end].split())


def _unit_in(title: str) -> str:
    found = words.UNIT_IN_HEAD.search(views.normal(title))
    return found[1] if found else ""


def _kind(title: str, band: Band) -> str:
    heads = [cell.text for row in band.heads for cell in row if cell.text]
    return kind_of(views.normal(title), any(word in head for head in heads for word in _FORM_HEAD))


def _extent(band: Band) -> tuple[int, int]:
    pieces = list(_pieces([*band.heads, *band.rows]))
    starts = [cell.start for cell in pieces]
    if band.title:
        starts.append(band.title.start)
    return min(starts), max(cell.end for cell in pieces)


def _pieces(rows: list[Row]) -> Iterator[Piece]:
    return (cell for row in rows for cell in row if cell.text)
