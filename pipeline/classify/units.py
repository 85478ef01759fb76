"""The sentences that are to be labelled, each with what the tables of cues tell of it and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from pipeline.classify.cues import turn
from pipeline.classify.sections import CUE, FIELD, Told, label_title
from pipeline.records import Block, Layout, Record

# Inside a sentence the matter may change before these: …流程不熟;下一步加强培训. 一是 begins a new row, 二是 goes on with one.
_CUT = re.compile(r"(?<=;)(?=一是|下一?步|今后|针对|为此|改进措施|存在(?:的)?(?:问题|不足)|建议)")
PARTED = 2  # the kind of border before a unit that goes on with nothing
_TURNS = ("problems", "measures")
_FIGURE = re.compile(r"(?<![\d〔])\d{1,3}(?:\.\d+)?(?![\d.年月日号])")  # no year, no day, no document's number


class Unit(Record, frozen=True):
    """A sentence of a paragraph, or a part of one up to 一是, 下一步."""

    block: int
    start: int  # in the report; the pieces of a paragraph leave nothing between them
    end: int
    text: str  # its running text in normal signs
    told: Told = Told()  # by its own words under its headings
    above: Told = Told()  # by its headings alone
    titled: bool = False  # whether a heading or a form's label stands above it
    side: str = ""  # before or after the first heading that tells problems or measures; empty where there is none
    first: bool = True  # of its paragraph
    last: bool = True


def find_units(layout: Layout, sections: list[Told], placed: dict[int, str]) -> list[Unit]:
    """The units of all paragraphs whose label their place does not tell."""
    units: list[Unit] = []
    turning = _turning(layout, sections)
    for index, block in enumerate(layout.blocks):
        if block.kind == "paragraph" and index not in placed:
            titled = bool(block.label or (block.section >= 0 and layout.sections[block.section].title))
            side = "" if turning < 0 else "before" if block.start < turning else "after"
            units += _units(
                block,
                Unit(block=index, start=0, end=0, text="", above=_above(block, sections), titled=titled, side=side),
            )
    return units


def _turning(layout: Layout, sections: list[Told]) -> int:
    """Where the first heading stands that tells problems or measures; -1 where none does."""
    turns = (section.start for section, told in zip(layout.sections, sections, strict=True) if told.label in _TURNS)
    return next(turns, -1)


def borders(units: Sequence[Unit]) -> list[int]:
    """What lies before each unit: nothing (0), a paragraph's end (1), a heading, a table or the like (PARTED)."""
    steps = [right - left for left, right in pairwise([unit.block for unit in units])]
    return [PARTED, *[min(step, PARTED) for step in steps]][: len(units)]


def _above(block: Block, sections: list[Told]) -> Told:
    """What a paragraph's section or form field tells of it."""
    above = sections[block.section] if block.section >= 0 else Told()
    if not block.label:
        return above
    told = label_title(block.label, above)
    return replace(told, confidence=FIELD) if told.confidence >= CUE else told


def _units(block: Block, mould: Unit) -> list[Unit]:
    """The units of one paragraph, in all that they share like ``mould``."""
    units: list[Unit] = []
    start, base = block.start, mould.above
    stretches = block.sentences
    if ";" in block.view.text:
        stretches = tuple(cut for sentence in stretches for cut in _cuts(block.view.text, *sentence))
    for number, (left, right) in enumerate(stretches, 1):
        text = block.view.text[left:right]
        told, base = turn(text, base)
        last = number == len(stretches)
        end = block.end if last else block.view.at(right - 1) + 1
        units.append(replace(mould, start=start, end=end, text=text, told=told, first=number == 1, last=last))
        start = end
    if units and units[-1].told.label == "front_matter" and not _FIGURE.search(block.view.text):
        return [replace(unit, told=units[-1].told) for unit in units]
    return units


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    last = start
    for match in _CUT.finditer(text, start, end):
        if match.start() > last:
            yield last, match.start()
            last = match.start()
    yield last, end
