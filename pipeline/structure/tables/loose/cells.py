"""Records to cells: every figure laid into a column of its block."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.records import Cell
from pipeline.structure.tables import words
from pipeline.structure.tables.loose.blocks import Columns, block_of
from pipeline.structure.tables.loose.records import Record
from pipeline.structure.tables.loose.tree import tree_of
from pipeline.structure.tables.pieces import quoted
from pipeline.structure.tables.placing import Layout, Node, Placed, place_rows
from pipeline.structure.tables.units import cell_unit

Known = dict[tuple[str, str], Decimal]  # figures of sister tables, by code or name of the row and column head
_FINEST = 6  # decimals that sums are checked to


def place_cells(records: list[Record], blocks: list[Columns], text: str, unit: str, known: Known) -> Iterator[Cell]:
    """Yield the cells block by block; takes figures of sister tables from ``known`` and adds this table's to it."""
    owners = [block_of(record, blocks) for record in records]
    for number, block in enumerate(blocks):
        own = [record for record, owner in zip(records, owners, strict=True) if owner == number and record.figures]
        if block.form.width:
            for record, placed in zip(own, place_rows(_nodes(own, block, known), block.form), strict=True):
                _learn(record, placed, block, known)
                yield from _row_cells(record, placed, block, text, unit)


def _nodes(records: list[Record], block: Columns, known: Known) -> list[Node]:
    scale = max((_decimals(part.text) for record in records for part in record.figures), default=0)
    last = [path[-1].text for path in block.paths]
    nodes = []
    for record, below in zip(records, tree_of(records), strict=True):
        hints = {i: known[key] for i, head in enumerate(last) if (key := (_key(record), head)) in known}
        nodes.append(
            Node(
                figures=tuple(_scaled(_number(part.text), scale) for part in record.figures),
                children=tuple(below),
                hints={column: _scaled(figure, scale) for column, figure in hints.items()},
                given=_given(record, block.form.width),
            )
        )
    return nodes


def _given(record: Record, width: int) -> Layout | None:
    """The layout of a row whose empty cells print a dash."""
    if len(record.slots) != width:
        return None
    return tuple(column for column, slot in enumerate(record.slots) if slot is not None)


def _learn(record: Record, placed: Placed, block: Columns, known: Known) -> None:
    for column, figure in zip(placed.layout, record.figures, strict=False):
        known.setdefault((_key(record), block.paths[column][-1].text), _number(figure.text))


def _key(record: Record) -> str:
    return record.code or words.NUMBERED.sub("", record.name, count=1)


def _row_cells(record: Record, placed: Placed, block: Columns, text: str, unit: str) -> Iterator[Cell]:
    name = "".join(quoted(text, part) for part in record.names)
    for figure, column, confidence in zip(record.figures, placed.layout, placed.confidences, strict=False):
        path = (*block.head, *block.paths[column])
        yield Cell(
            start=figure.start,
            end=figure.end,
            row=name,
            row_code=record.code,
            row_start=record.names[0].start if record.names else 0,
            row_end=record.names[-1].end if record.names else 0,
            column=tuple(quoted(text, head) if head.end else head.text for head in path),
            column_start=path[-1].start,
            column_end=path[-1].end,
            unit="%" if figure.text.endswith("%") else cell_unit(path[-1].text, record.name, "", unit),
            confidence=confidence,
        )


def _decimals(figure: str) -> int:
    return min(len(figure.partition(".")[2].rstrip("%")), _FINEST)


def _number(figure: str) -> Decimal:
    """The figure as a number; what is no plain number counts nothing."""
    if not words.PLAIN_NUMBER.fullmatch(figure):
        return Decimal(0)
    return Decimal(figure.rstrip("%").replace(",", "").replace("−", "-"))


def _scaled(number: Decimal, scale: int) -> int:
    return int(number * 10**scale)
