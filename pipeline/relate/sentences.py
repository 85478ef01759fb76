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
_AIMS = re.compile("力争|预计|争取|计划|拟|预期|目标")
_YEARS = re.compile("上年|去年|上一年|明年|来年|下年|下一年|次年")
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
    shift: int | None  # what to add to get the report's offset; None where white space was left out on the way
    mentions: tuple[Mention, ...] = ()
    dates: tuple[Mention, ...] = ()  # those of the mentions that are dates
    chained: bool = False  # 分别 or 依次 stands in it
    aims: bool = False  # words of planning stand in it: without them none is looked for at each number
    years: bool = False  # 上年, 明年 or the like stand in it

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The report's offsets of a non-empty stretch of this sentence."""
        if self.shift is not None:
            return start + self.shift, end + self.shift
        first, last = self.view.span(start, end)
        return self.block.view.span(first, last)

    def name(self, start: int, end: int) -> Name:
        """The name at text[start:end]."""
        first, last = self.span(start, end)
        return Name(first, last, self.text[start:end])


def read_block(
    block: Block, quantities: tuple[Entity, ...], first: int, last: int, label: Callable[[int], str]
) -> Iterator[Sentence]:
    """The sentences of a block in order; quantities[first:last] are those inside it, ``label`` gives a segment's."""
    source, find = block.view, finder(block.view)
    for start, end in block.sentences or ((0, len(source.text)),):
        if _BLANK.search(source.text, start, end):
            view = View.of(source.text, (found.span() for found in _INK.finditer(source.text, start, end)))
        else:
            view = View(source.text[start:end], (0,), (start,))
        text = view.text
        if not text:
            continue
        until = source.at(end - 1) + 1
        stop = first
        while stop < last and quantities[stop].start < until:
            stop += 1
        shift = view.shifts[0] + source.shifts[0] if len(view.starts) == 1 == len(source.starts) else None
        if stop == first:
            yield Sentence(text, view, block, "", shift)
            continue
        inside = range(first, stop)
        first = stop
        if shift is None:
            mentions = _mentions_across(find, view, quantities, inside)
        else:
            mentions = _mentions(quantities, inside, shift, len(text))
        yield Sentence(
            text,
            view,
            block,
            label(source.at(start)),
            shift,
            mentions,
            tuple([mention for mention in mentions if mention.type == "DATE"]),
            "分别" in text or "依次" in text,
            bool(_AIMS.search(text)),
            bool(_YEARS.search(text)),
        )


def _mentions(quantities: tuple[Entity, ...], inside: range, shift: int, length: int) -> tuple[Mention, ...]:
    """The quantities at these indices in a sentence of this length, from which nothing was left out."""
    mentions = []
    for at in inside:
        one = quantities[at]
        start, stop = one.start - shift, one.end - shift
        if start < 0 or stop > length:
            start, stop = max(start, 0), min(max(stop, 1), length)
        mentions.append(Mention(at, start, stop, one.type, one.unit))
    return tuple(mentions)


def _mentions_across(
    find: Callable[[int], int], view: View, quantities: tuple[Entity, ...], inside: range
) -> tuple[Mention, ...]:
    """The quantities at these indices in a sentence, a view of the block's view, where white space was left out.

    ``find`` leads from the report to the block's view.
    """
    inner = finder(view)
    mentions = []
    for at in inside:
        one = quantities[at]
        stop = inner(find(one.end - 1)) + 1
        stop = min(stop, len(view.text))  # a number and its unit parted by a column: 395<tab>万元
        mentions.append(Mention(at, inner(find(one.start)), stop, one.type, one.unit))
    return tuple(mentions)


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
