"""Blocks and sections: headings hung in their tree, everything else in order under them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from pipeline.records import Block, Section, Table
from pipeline.structure.fields import Fields
from pipeline.structure.heads import choose_heads
from pipeline.structure.items import Item
from pipeline.structure.running import running_view
from pipeline.structure.sentences import sentences
from pipeline.structure.titles import Piece, title_of
from pipeline.structure.tree import PLAIN, Open, place
from pipeline.views import View


def build_blocks(
    normal: str, items: list[Item], tables: Sequence[Table]
) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """The blocks of a report in order, and its sections."""
    builder = Builder(normal, tables)
    heads = choose_heads([item.piece for item in items])
    for item, head in zip(items, heads, strict=True):
        builder.add(item, head)
    return builder.done()


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
        """Append an item as a block."""
        if head and item.piece is not None:
            self._open_section(item, item.piece)
        for entry in self.open:
            self.ends[entry.section] = item.end
        self.blocks.append(self._block(item, head))

    def _block(self, item: Item, head: bool) -> Block:
        section = self.open[-1].section if self.open else -1
        start, end = item.start, item.end
        if item.table >= 0:
            self.fields.table(item.table, self.open)
            view = View.of(self.normal, [(start, end)])
            return Block(kind="table", start=start, end=end, view=view, section=section, table=item.table)
        if item.piece is None:
            view = running_view(self.normal, [(start, end)])
            return Block(kind="furniture", start=start, end=end, view=view, section=section)
        return Block(
            kind="heading" if head else "paragraph",
            start=start,
            end=end,
            view=item.piece.view,
            sentences=sentences(item.piece.view.text),
            section=section,
            label="" if head else self.fields.label(item.piece, self.open, self.sections),
        )

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
