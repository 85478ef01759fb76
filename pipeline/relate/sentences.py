"""The sentences of a report's running text with the quantities that stand in them.

A sentence is read without its white space, so that a blank or a line break inside a name or a number changes nothing;
``Sentence.span`` leads back to the report's offsets.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from pipeline.records import Block, Entity, Layout, Record, Segment
from pipeline.views import View

_BLANK = re.compile(r"\s")
_INK = re.compile(r"\S+")


class Name(Record, frozen=True):
    """An indicator's name in the report; ``text`` without white space."""

    start: int
    end: int
    text: str
    full: str = ""  # where the report prints a longer one: the path of 类款项


class Mention(Record, frozen=True):
    """A quantity or date in its sentence; offsets into ``Sentence.text``."""

    entity: int  # index into the quantities
    start: int
    end: int
    type: str
    unit: str


class Sentence(Record, frozen=True):
    """A sentence of a block, its white space taken out."""

    text: str
    view: View  # to Block.view.text
    block: Block
    label: str  # of the segment it stands in
    mentions: tuple[Mention, ...] = ()
    dates: tuple[Mention, ...] = ()  # those of the mentions that are dates

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The report's offsets of a non-empty stretch of this sentence."""
        if len(self.view.starts) == 1 == len(self.block.view.starts):  # nothing was left out: the common case
            shift = self.view.shifts[0] + self.block.view.shifts[0]
            return start + shift, end + shift
        first, last = self.view.span(start, end)
        return self.block.view.span(first, last)

    def name(self, start: int, end: int) -> Name:
        """The name at text[start:end]."""
        return Name(*self.span(start, end), self.text[start:end])


def read_block(
    block: Block, quantities: tuple[Entity, ...], first: int, last: int, label: Callable[[int], str]
) -> Iterator[Sentence]:
    """The sentences of a block in order; quantities[first:last] are those inside it, ``label`` gives a segment's."""
    find = finder(block.view)
    for start, end in block.sentences or ((0, len(block.view.text)),):
        if _BLANK.search(block.view.text, start, end):
            view = View.of(block.view.text, (found.span() for found in _INK.finditer(block.view.text, start, end)))
        else:
            view = View(block.view.text[start:end], (0,), (start,))
        if not view.text:
            continue
        inside = finder(view)
        mentions = []
        while first < last and (begin := find(quantities[first].start)) < end:
            entity = quantities[first]
            stop = inside(find(entity.end - 1)) + 1
            stop = min(stop, len(view.text))  # a number and its unit parted by a column: 395<tab>万元
            mentions.append(Mention(first, inside(begin), stop, entity.type, entity.unit))
            first += 1
        dates = tuple(mention for mention in mentions if mention.type == "DATE")
        yield Sentence(view.text, view, block, label(block.view.at(start)), tuple(mentions), dates)


def finder(view: View) -> Callable[[int], int]:
    """As ``view.find``, in logarithmic time: offsets of the source to offsets of the view."""
    if len(view.starts) == 1:
        shift, length = view.shifts[0], len(view.text)
        return lambda offset: min(max(offset - shift, 0), length)
    sources = [start + shift for start, shift in zip(view.starts, view.shifts, strict=True)]
    stops = (*view.starts[1:], len(view.text))

    def find(offset: int) -> int:
        i = max(bisect_right(sources, offset) - 1, 0)
        return min(max(offset - view.shifts[i], view.starts[i]), stops[i])

    return find


def running_text(layout: Layout) -> Iterator[Block]:
    """The blocks that tell something in sentences, in order."""
    return (block for block in layout.blocks if block.kind in {"heading", "paragraph"} and block.view.text)


def labels(segments: tuple[Segment, ...]) -> Callable[[int], str]:
    """The label of the segment at an offset of the report; empty where there is none."""
    starts = [segment.start for segment in segments]

    def label(offset: int) -> str:
        i = bisect_right(starts, offset) - 1
        return segments[i].label if i >= 0 and offset < segments[i].end else ""

    return label
