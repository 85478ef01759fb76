"""Records to cells: every figure laid into a column of its block."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from pipeline.records import Cell
from pipeline.structure.tables import words
from pipeline.structure.tables.loose.blocks import Columns, owners
from pipeline.structure.tables.loose.records import Record
from pipeline.structure.tables.loose.tree import tree_of
from pipeline.structure.tables.pieces import Piece, quoted
from pipeline.structure.tables.placing import Layout, Node, Placed, place_rows
from pipeline.structure.tables.units import cell_unit, told_unit

Known = dict[tuple[str, str], Decimal]  # figures of sister tables, by code or name of the row and column head
_FINEST = 6  # decimals that sums are checked to


def place_cells(records: list[Record], blocks: list[Columns], text: str, unit: str, known: Known) -> Iterator[Cell]:
    """Yield the cells block by block; takes figures of sister tables from ``known`` and adds this table's to it."""
    places = owners(records, blocks)
    for number, block in enumerate(blocks):
        own = [record for record, owner in zip(records, places, strict=True) if owner == number and record.figures]
        if block.form.width and own:
            yield from _block_cells(own, block, text, unit, known)


def _block_cells(records: list[Record], block: Columns, text: str, unit: str, known: Known) -> Iterator[Cell]:
    numbers = [[_number(part.text) for part in record.figures] for record in records]
    heads = [_Head.of((*block.head, *path), text) for path in block.paths]
    placed = place_rows(_nodes(records, numbers, block, known), block.form)
    for record, own, place in zip(records, numbers, placed, strict=True):
        key = _key(record)
        for column, number in zip(place.layout, own, strict=False):
            known.setdefault((key, heads[column].last), number)
        yield from _row_cells(record, place, heads, text, unit)


def _nodes(records: list[Record], numbers: list[list[Decimal]], block: Columns, known: Known) -> list[Node]:
    scale = max((_decimals(part.text) for record in records for part in record.figures), default=0)
    unit = 10**scale
    last = [path[-1].text for path in block.paths]
    nodes = []
    for record, own, below in zip(records, numbers, tree_of(records), strict=True):
        name = _key(record)
        hints = {i: known[key] for i, head in enumerate(last) if (key := (name, head)) in known}
        nodes.append(
            Node(
                figures=tuple([int(number * unit) for number in own]),
                children=tuple(below),
                hints={column: int(figure * unit) for column, figure in hints.items()},
                given=_given(record, block.form.width),
            )
        )
    return nodes


def _given(record: Record, width: int) -> Layout | None:
    """The layout of a row whose empty cells print a dash."""
    if len(record.slots) != width:
        return None
    return tuple(column for column, slot in enumerate(record.slots) if slot is not None)


def _key(record: Record) -> str:
    return record.code or words.NUMBERED.sub("", record.name, count=1)


class _Head(NamedTuple):
    """A column as its cells print it."""

    path: tuple[str, ...]
    start: int  # of its last head
    end: int
    last: str
    unit: str  # that its heads give

    @classmethod
    def of(cls, path: tuple[Piece, ...], text: str) -> _Head:
        last = path[-1]
        printed = tuple(quoted(text, head) if head.end else head.text for head in path)
        return cls(printed, last.start, last.end, last.text, told_unit(last.text))


def _row_cells(record: Record, placed: Placed, heads: list[_Head], text: str, unit: str) -> Iterator[Cell]:
    label, name = record.name, "".join([quoted(text, part) for part in record.names])
    first, last = (record.names[0].start, record.names[-1].end) if record.names else (0, 0)
    for figure, column, confidence, others in zip(record.figures, *placed, strict=False):
        head = heads[column]
        yield Cell(
            start=figure.start,
            end=figure.end,
            row=name,
            row_code=record.code,
            row_start=first,
            row_end=last,
            column=head.path,
            column_start=head.start,
            column_end=head.end,
            unit="%" if figure.text.endswith("%") else head.unit or cell_unit(head.last, label, "", unit),
            confidence=confidence,
            others=tuple([heads[other].path for other in others]),
        )


def _decimals(figure: str) -> int:
    return min(len(figure.partition(".")[2].rstrip("%")), _FINEST)


def _number(figure: str) -> Decimal:
    """The figure as a number; what is no plain number counts nothing."""
    if not words.PLAIN_NUMBER.fullmatch(figure):
        return Decimal(0)
    return Decimal(figure.rstrip("%").replace(",", "").replace("−", "-"))
