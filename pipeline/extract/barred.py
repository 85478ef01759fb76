"""A figure whose unit, and perhaps comparator, stand in cells of their own between bars: ≥ | 90 | %, ≤ | 天 | 5."""

from __future__ import annotations

import re

from msgspec.structs import replace

from pipeline.extract import comparators
from pipeline.extract.finish import finish
from pipeline.extract.measures import Measure, known_measure, value_of
from pipeline.records import Entity

_BLANK = r"[ \t]{0,4}"
_UNIT = r"(?P<unit>[^\s|\d]{1,8})"
_AFTER = re.compile(rf"{_BLANK}\|{_BLANK}{_UNIT}{_BLANK}(?=[|\n]|$)")
_BEFORE = re.compile(rf"\|{_BLANK}{_UNIT}{_BLANK}\|{_BLANK}$")
_REACH = 16  # characters before a figure that hold the cell of its unit


def read_barred(text: str, start: int, end: int) -> Entity | None:
    """The quantity of a bare figure from ``start`` to ``end`` whose unit is the next cell, or the last one."""
    if after := _AFTER.match(text, end):
        return _figure(text, start, end, known_measure(after["unit"]))
    if "|" not in text[max(0, start - 5) : start]:
        return None
    window = max(0, start - _REACH)
    unit = _BEFORE.search(text[window:start])
    if not unit or not (told := comparators.before(text, window + unit.start())[0]):
        return None
    found = _figure(text, start, end, known_measure(unit["unit"]))
    return replace(found, comparator=told) if found else None


def _figure(text: str, start: int, end: int, measure: Measure | None) -> Entity | None:
    if measure is None:
        return None
    found = finish(text, start, end, measure, value_of(text[start:end], measure), rule="barred")
    return replace(found, unit_source="" if found.type == "DATE" else "header")
