"""Tables whose marks (tabs, bars, one cell a line) tell where cells end, empty ones too."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline import views
from pipeline.records import Table
from pipeline.structure.tables import words
from pipeline.structure.tables.bands import Band, split_bands
from pipeline.structure.tables.build import build_cells
from pipeline.structure.tables.pieces import Piece, Row, quoted
from pipeline.structure.tables.rows import bar_rows, listed_rows, tab_rows
from pipeline.structure.tables.stretches import Line, Stretch
from pipeline.structure.tables.titles import declared_unit, kind_of, note_below, printed_title, title_above, unit_in

_READERS = {"tabs": tab_rows, "bars": bar_rows, "listed": listed_rows}
_FORM_HEAD = ("指标", "得分", "分值", "机构名称", "评价内容", "执行率", "绩效")


def marked_tables(source: str, text: str, lines: list[Line], stretches: list[Stretch]) -> Iterator[Table]:
    """Yield the tables of the stretches in order; names are quoted from ``text``."""
    floor = 0
    for stretch in stretches:
        for table in _tables_of(source, text, lines, stretch, floor):
            floor = table.end
            yield table


def _tables_of(source: str, text: str, lines: list[Line], stretch: Stretch, floor: int) -> Iterator[Table]:
    """The tables of a stretch; one without a title of its own carries the last title printed above it."""
    title, unit, top = title_above(source, lines, stretch.first)
    start = max(lines[top].start, floor) if title else -1
    name = printed_title(text, title) if title else ""
    rows = _READERS[stretch.kind](source, stretch.lines)
    unit = unit or next(filter(None, (declared_unit(cell.text) for row in rows[:3] for cell in row)), "")
    bands = split_bands(rows)
    after = stretch.first + len(stretch.lines)
    for number, band in enumerate(bands):
        label = band.title or _corner(band)
        if label:
            name, unit = printed_title(text, label) if band.title else quoted(text, label), ""
        unit = unit_in(views.normal(name)) or band.unit or unit
        first, end = _extent(band)
        if start >= 0 and not band.title:
            first = start
        start = -1
        if number == len(bands) - 1:
            end = max(end, _note_end(source, lines, after, end))
        cells = tuple(build_cells(band, unit, text))
        if cells or band.heads:
            yield Table(kind=_kind(name, band), start=first, end=end, title=name, unit=unit, cells=cells)


def _note_end(source: str, lines: list[Line], after: int, end: int) -> int:
    while after < len(lines) and lines[after].kind == "blank":
        after += 1
    last = note_below(source, lines, -1, after)
    return lines[last].end if last >= 0 else end


def _corner(band: Band) -> Piece | None:
    first = band.heads[0][0] if band.heads else None
    return first if first and words.CORNER_TITLE.fullmatch(first.text) else None


def _kind(title: str, band: Band) -> str:
    heads = [cell.text for row in band.heads for cell in row if cell.text]
    return kind_of(views.normal(title), any(word in head for head in heads for word in _FORM_HEAD))


def _extent(band: Band) -> tuple[int, int]:
    pieces = list(_filled([*band.heads, *band.rows]))
    starts = [cell.start for cell in pieces]
    if band.title:
        starts.append(band.title.start)
    return min(starts), max(cell.end for cell in pieces)


def _filled(rows: list[Row]) -> Iterator[Piece]:
    return (cell for row in rows for cell in row if cell.text)
