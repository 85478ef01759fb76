"""What is told of a sentence beside its wording and its headings: place, form, figures. Each feature is a word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from pipeline.classify.sections import first_year
from pipeline.classify.units import Unit
from pipeline.records import Layout

_LEAD = re.compile(r"([^,。;:]{2,16}):")
_YEAR = re.compile(r"((?:19|20)\d\d)\s?年")
_MONEY = re.compile(r"\d\s?[万亿]?元")
_SHARE = re.compile(r"\d%|百分点")
_FIGURE = re.compile(r"\d")
SHORTEST_REPORT = 400  # characters; in a shorter text, place tells nothing
_PLACES = (0.03, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97)  # shares of a report's length
_LENGTHS = (8, 15, 30, 60, 120)  # characters


def describe(layout: Layout, units: Sequence[Unit], kind: str) -> list[list[str]]:
    """The features of each unit; ``kind`` is the report's type, if it is known."""
    year = first_year(layout.normal)
    length = len(layout.text)
    if length < SHORTEST_REPORT:
        return [list(wording(unit.text, year)) for unit in units]
    about = [f"kind {kind}"] if kind else []
    return [
        [f"place {bisect_right(_PLACES, unit.start / length)}", *about, *_position(unit), *wording(unit.text, year)]
        for unit in units
    ]


def wording(text: str, year: int) -> Iterator[str]:
    """The form of a sentence, and what figures it holds."""
    yield f"length {bisect_right(_LENGTHS, len(text))}"
    if text.endswith(":"):
        yield "ends in a colon"
    elif _LEAD.match(text):
        yield "has a lead"
    if not text.endswith(("。", ";", "!", ":", ",")):
        yield "has no end"
    if not _FIGURE.search(text):
        yield "no figure"
        return
    if "年" in text and (years := [int(each) for each in _YEAR.findall(text)]):
        yield "later year" if year and max(years) > year else "the year" if year in years else "earlier year"
    if "元" in text and _MONEY.search(text):
        yield "money"
    if _SHARE.search(text):
        yield "share"


def _position(unit: Unit) -> Iterator[str]:
    if unit.first and unit.last:
        yield "alone in its paragraph"
    elif unit.first:
        yield "first of its paragraph"
    elif unit.last:
        yield "last of its paragraph"
