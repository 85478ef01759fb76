"""Items of a report in reading order, before they are blocks: pieces of running text, tables, furniture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from pipeline.records import Record, Table
from pipeline.structure.lines import Line
from pipeline.structure.running import running_view
from pipeline.structure.titles import Piece, pieces
from pipeline.structure.wrap import Pieces


class Item(Record, frozen=True):
    """A block to be, with its stretch of the report: a piece of running text, a table, or furniture."""

    start: int
    end: int
    piece: Piece | None = None
    table: int = -1


def make_items(normal: str, paragraphs: list[Pieces], furniture: list[Line], tables: Sequence[Table]) -> list[Item]:
    """All items in order; between them they hold every character that prints."""
    items = [item for lines in paragraphs for item in _text_items(normal, lines)]
    items += [Item(start=table.start, end=table.end, table=index) for index, table in enumerate(tables)]
    items += [Item(start=line.start, end=line.end) for line in furniture]
    items.sort(key=lambda item: item.start)
    return list(_without_gaps(normal, list(_apart(items))))


def _apart(items: list[Item]) -> Iterator[Item]:
    """The items without furniture inside a paragraph: it is part of the paragraph's stretch."""
    end = 0
    for item in items:
        if item.start >= end:
            yield item
            end = item.end


def _text_items(normal: str, lines: Pieces) -> Iterator[Item]:
    """The pieces of a paragraph; between them they share out its whole stretch."""
    found = list(pieces(running_view(normal, lines)))
    start = lines[0][0]
    for piece in found[:-1]:
        end = piece.view.at(len(piece.view.text) - 1) + 1
        yield Item(start=start, end=end, piece=piece)
        start = end
        while normal[start].isspace():
            start += 1
    yield Item(start=start, end=lines[-1][1], piece=found[-1])


def _without_gaps(normal: str, items: list[Item]) -> Iterator[Item]:
    """The items, each bar or mark that was left between two of them given to the text beside it."""
    last: Item | None = None
    end = 0
    for item in [*items, None]:
        gap = _printed(normal, end, item.start if item else len(normal))
        if gap and last is not None and last.table < 0:
            last = replace(last, end=gap[1])
        elif gap and item is not None and item.table < 0:
            item = replace(item, start=gap[0])
        if last is not None:
            yield last
        if gap and (last is None or last.table >= 0) and (item is None or item.table >= 0):
            yield Item(start=gap[0], end=gap[1])
        last = item
        end = max(end, item.end) if item else end


def _printed(normal: str, start: int, end: int) -> tuple[int, int] | None:
    """A stretch without the blanks at its ends; None if it is blank."""
    gap = normal[start:end]
    left = len(gap) - len(gap.lstrip())
    return (start + left, start + len(gap.rstrip())) if left < len(gap) else None
