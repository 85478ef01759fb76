"""What is told of a sentence beside its wording: headings, place, form, figures. Each feature is a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.classify.sections import Told, first_year
from pipeline.classify.units import Unit
from pipeline.records import Layout

_LISTED = re.compile(
    r"[一二三四五六七八九十]是|\(?[一二三四五六七八九十\d]{1,3}[)、.]|第[一二三四五六]|首先|其次|再次|最后"
)
_LEAD = re.compile(r"([^,。;:]{2,16}):")
_YEAR = re.compile(r"((?:19|20)\d\d)\s?年")
_MONEY = re.compile(r"\d\s?[万亿]?元")
_SHARE = re.compile(r"\d%|百分点")
_PLACES = (0.03, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97)  # shares of a report's length
_LENGTHS = (8, 15, 30, 60, 120)  # characters


def describe(layout: Layout, units: Sequence[Unit], sections: Sequence[Told], kind: str) -> list[list[str]]:
    """The features of each unit; ``kind`` is the report's type, if it is known."""
    year = first_year(layout.normal)
    length = max(len(layout.text), 1)
    found: list[list[str]] = []
    before = -2
    for unit in units:
        section = layout.blocks[unit.block].section
        words = [
            f"told {_trust(unit.told)}",
            f"above {_trust(unit.above)}",
            f"place {_step(unit.start / length, _PLACES)}",
            f"length {_step(len(unit.text), _LENGTHS)}",
            f"kind {kind}",
            *_position(unit, section != before),
            *_wording(unit.text, year),
            *_path(layout, section, sections),
        ]
        found.append(words)
        before = section
    return found


def _trust(told: Told) -> str:
    """A label with how it came about; every source has a confidence of its own."""
    return f"{told.label or 'nothing'} {told.confidence:.2f}"


def _step(value: float, steps: Sequence[float]) -> int:
    return sum(value >= step for step in steps)


def _position(unit: Unit, opens: bool) -> Iterator[str]:
    if unit.first and unit.last:
        yield "alone in its paragraph"
    elif unit.first:
        yield "first of its paragraph"
    elif unit.last:
        yield "last of its paragraph"
    if opens:
        yield "first of its section"


def _wording(text: str, year: int) -> Iterator[str]:
    if _LISTED.match(text):
        yield "listed"
    if text.endswith(":"):
        yield "ends in a colon"
    elif _LEAD.match(text):
        yield "has a lead"
    if not text.endswith(("。", ";", "!", ":", ",")):
        yield "has no end"
    if years := [int(each) for each in _YEAR.findall(text)]:
        yield "later year" if year and max(years) > year else "the year" if year in years else "earlier year"
    if _MONEY.search(text):
        yield "money"
    if _SHARE.search(text):
        yield "share"
    if not any(sign.isdigit() for sign in text):
        yield "no figure"


def _path(layout: Layout, section: int, sections: Sequence[Told]) -> Iterator[str]:
    """What the headings above tell, from the nearest to the outermost."""
    depth = 0
    while section >= 0:
        yield f"{'under' if depth else 'heading'} {sections[section].label or 'nothing'}"
        depth, section = depth + 1, layout.sections[section].parent
    yield f"depth {min(depth, 3)}"
