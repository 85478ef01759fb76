"""Blocks and sections: headings hung in their tree, everything else in order under them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from pipeline.records import Block, Record, Section, Table
from pipeline.structure.fields import Fields
from pipeline.structure.heads import choose_heads
from pipeline.structure.lines import Line
from pipeline.structure.running import running_view
from pipeline.structure.sentences import sentences
from pipeline.structure.titles import Piece, pieces, title_of
from pipeline.structure.tree import PLAIN, Open, place
from pipeline.structure.wrap import Pieces
from pipeline.views import View


class Item(Record, frozen=True):
    """A block to be, with its stretch of the report: a piece of running text, a table, or furniture."""

    start: int
    end: int
    piece: Piece | None = None
    table: int = -1


def build_blocks(
    normal: str, paragraphs: list[Pieces], furniture: list[Line], tables: Sequence[Table]
) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """The blocks of a report in order, and its sections."""
    items = [item for lines in paragraphs for item in _items(normal, lines)]
    items += [Item(start=table.start, end=table.end, table=index) for index, table in enumerate(tables)]
    items += [Item(start=line.start, end=line.end) for line in furniture]
    items.sort(key=lambda item: item.start)
    builder = Builder(normal, tables)
    heads = choose_heads([item.piece for item in items])
    for item, head in zip(items, heads, strict=True):
        builder.add(item, head)
    return builder.done()


def _items(normal: str, lines: Pieces) -> Iterator[Item]:
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


class Builder:
    """Blocks and sections as they come, in order."""

    def __init__(self, normal: str, tables: Sequence[Table]) -> None:
        self.normal = normal
        self.blocks: list[Block] = []
        self.sections: list[Section] = []
        self.ends: list[int] = []  # of the sections
        self.open: list[Open] = []
        self.fields = Fields(normal, tables)

    def add(self, item: Item, head: bool) -> None:
        """Append an item as a block; furniture inside a paragraph is part of its stretch already."""
        if item.piece is None and item.table < 0 and self.blocks and item.start < self.blocks[-1].end:
            return
        if head and item.piece is not None:
            self._open_section(item, item.piece)
        for entry in self.open:
            self.ends[entry.section] = item.end
        self.blocks.append(self._block(item, head))

    def _block(self, item: Item, head: bool) -> Block:
        section = self.open[-1].section if self.open else -1
        place = {"start": item.start, "end": item.end, "section": section}
        if item.table >= 0:
            self.fields.table(item.table, self.open)
            return Block(kind="table", view=View.of(self.normal, [(item.start, item.end)]), table=item.table, **place)
        if item.piece is None:
            return Block(kind="furniture", view=running_view(self.normal, [(item.start, item.end)]), **place)
        view, kind = item.piece.view, "heading" if head else "paragraph"
        label = "" if head else self.fields.label(item.piece, self.open, self.sections)
        return Block(kind=kind, view=view, sentences=sentences(view.text), label=label, **place)

    def _open_section(self, item: Item, piece: Piece) -> None:
        mark = piece.mark
        del self.open[place(self.open, mark) :]
        self.sections.append(
            Section(
                start=item.start,
                end=item.end,
                heading_end=item.end,
                title=title_of(piece),
                number=piece.view.text[: mark.end].strip() if mark else "",
                level=len(self.open) + 1,
                parent=self.open[-1].section if self.open else -1,
            )
        )
        self.ends.append(item.end)
        scheme, value = (mark.scheme, mark.value) if mark else (PLAIN, 0)
        self.open.append(Open(section=len(self.sections) - 1, scheme=scheme, value=value))
        self.fields.heading()

    def done(self) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        """What was built, each section with its end."""
        ended = zip(self.sections, self.ends, strict=True)
        return tuple(self.blocks), tuple(replace(section, end=end) for section, end in ended)
