"""The sentences that are to be labelled, each with what the tables of cues tell of it and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from pipeline.classify.cues import turn
from pipeline.classify.sections import Told, label_title
from pipeline.records import Block, Layout, Record

# Inside a sentence the matter may change before these: …流程不熟;下一步,一是加强培训
_CUT = re.compile(r"(?<=[;:])(?=[一二三四五六七八九]是|下一?步|今后|针对|为此|改进措施|存在(?:的)?(?:问题|不足)|建议)")
_FIGURE = re.compile(r"(?<![\d〔])\d{1,3}(?:\.\d+)?(?![\d.年月日号])")  # no year, no day, no document's number


class Unit(Record, frozen=True):
    """A sentence of a paragraph, or a part of one up to 一是, 下一步."""

    block: int
    start: int  # in the report; the pieces of a paragraph leave nothing between them
    end: int
    text: str  # its running text in normal signs
    told: Told = Told()  # by its own words under its headings
    above: Told = Told()  # by its headings alone
    first: bool = True  # of its paragraph
    last: bool = True


def find_units(layout: Layout, sections: list[Told], placed: dict[int, str]) -> list[Unit]:
    """The units of all paragraphs whose label their place does not tell."""
    units: list[Unit] = []
    for index, block in enumerate(layout.blocks):
        if block.kind == "paragraph" and index not in placed:
            units += _units(block, index, _above(block, sections))
    return units


def _above(block: Block, sections: list[Told]) -> Told:
    """What a paragraph's section or form field tells of it."""
    above = sections[block.section] if block.section >= 0 else Told()
    return label_title(block.label, above) if block.label else above


def _units(block: Block, index: int, above: Told) -> list[Unit]:
    units: list[Unit] = []
    start, base = block.start, above
    stretches = [cut for sentence in block.sentences for cut in _cuts(block.view.text, *sentence)]
    for left, right in stretches:
        text = block.view.text[left:right]
        told, base = turn(text, base)
        end = block.view.at(right - 1) + 1
        units.append(Unit(block=index, start=start, end=end, text=text, told=told, above=above, first=left == 0))
        start = end
    units[0] = replace(units[0], first=True)
    units[1:] = [replace(unit, first=False) for unit in units[1:]]
    units[:-1] = [replace(unit, last=False) for unit in units[:-1]]
    units[-1] = replace(units[-1], end=block.end)
    if units[-1].told.label == "front_matter" and not _FIGURE.search(block.view.text):
        return [replace(unit, told=units[-1].told) for unit in units]
    return units


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    last = start
    for match in _CUT.finditer(text, start, end):
        if match.start() > last:
            yield last, match.start()
            last = match.start()
    yield last, end
