"""Blocks and sections: headings hung in their tree, everything else in order under them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.records import Block, Record, Section, Table
from pipeline.structure.lines import Line
from pipeline.structure.marks import RANK
from pipeline.structure.running import running_view
from pipeline.structure.sentences import sentences
from pipeline.structure.titles import Piece, has_cue, pieces, title_of
from pipeline.structure.tree import PLAIN, Open, place
from pipeline.structure.wrap import Pieces
from pipeline.views import View


class Item(Record):
    """A block to be: a piece of running text, furniture or a table, with its stretch of the report."""

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
    builder = Builder(normal)
    for item, heads in zip(items, _heads(items), strict=True):
        builder.add(item, heads)
    return builder.done()


def _items(normal: str, lines: Pieces) -> Iterator[Item]:
    """The pieces of a paragraph; between them they share out its whole stretch."""
    found = list(pieces(running_view(normal, lines)))
    start = lines[0][0]
    for piece in found[:-1]:
        end = piece.view.at(len(piece.view.text) - 1) + 1
        yield Item(start=start, end=end, piece=piece)
        start = end + len(normal[end:]) - len(normal[end:].lstrip()) if normal[end].isspace() else end
    yield Item(start=start, end=lines[-1][1], piece=found[-1])


def _heads(items: list[Item]) -> list[bool]:
    """Which items are headings; a numbered sentence is one if text or a list of its own stands under it."""
    heads: list[bool] = []
    lists: dict[str, bool] = {}  # scheme -> its last number was a heading
    texts = [item.piece for item in items]
    for piece, following in zip(texts, [*texts[1:], None], strict=True):
        head = piece is not None and _is_head(piece, following, lists)
        if piece is not None and piece.mark is not None:
            lists[piece.mark.scheme] = head
        heads.append(head)
    return heads


def _is_head(piece: Piece, following: Piece | None, lists: dict[str, bool]) -> bool:
    if not piece.heading or piece.mark is None or has_cue(piece):
        return bool(piece.heading)
    if piece.mark.value > 1 and not lists.get(piece.mark.scheme, True):
        return False  # the third item of a list, though it is short
    if piece.heading == "yes":
        return True
    return following is not None and (following.mark is None or RANK[following.mark.scheme] > RANK[piece.mark.scheme])


class Builder:
    """Blocks and sections as they come, in order."""

    def __init__(self, normal: str) -> None:
        self.normal = normal
        self.blocks: list[Block] = []
        self.sections: list[dict[str, object]] = []
        self.open: list[Open] = []
        self.label = ""

    def add(self, item: Item, heads: bool) -> None:
        """Append an item as a block; furniture inside a paragraph is part of its stretch already."""
        if item.piece is None and self.blocks and item.start < self.blocks[-1].end:
            return
        if heads and item.piece is not None:
            self._open_section(item, item.piece)
        for entry in self.open:
            self.sections[entry.section]["end"] = item.end
        self.blocks.append(self._block(item, heads))

    def _block(self, item: Item, heads: bool) -> Block:
        section = self.open[-1].section if self.open else -1
        if item.table >= 0:
            view = View.of(self.normal, [(item.start, item.end)])
            return Block(kind="table", start=item.start, end=item.end, view=view, section=section, table=item.table)
        if item.piece is None:
            view = running_view(self.normal, [(item.start, item.end)])
            return Block(kind="furniture", start=item.start, end=item.end, view=view, section=section)
        view = item.piece.view
        return Block(
            kind="heading" if heads else "paragraph",
            start=item.start,
            end=item.end,
            view=view,
            sentences=sentences(view.text),
            section=section,
        )

    def _open_section(self, item: Item, piece: Piece) -> None:
        mark = piece.mark
        del self.open[place(self.open, mark) :]
        self.sections.append(
            {
                "start": item.start,
                "end": item.end,
                "heading_end": item.end,
                "title": title_of(piece),
                "number": piece.view.text[: mark.end].strip() if mark else "",
                "level": len(self.open) + 1,
                "parent": self.open[-1].section if self.open else -1,
            }
        )
        scheme, value = (mark.scheme, mark.value) if mark else (PLAIN, 0)
        self.open.append(Open(section=len(self.sections) - 1, scheme=scheme, value=value))

    def done(self) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        return tuple(self.blocks), tuple(Section(**fields) for fields in self.sections)  # type: ignore[arg-type]
