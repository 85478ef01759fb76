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


def read_barred(
    text: str, entities: list[Entity], bare: list[tuple[int, int]]
) -> tuple[list[Entity], list[tuple[int, int]]]:
    """The quantities with those added whose unit is a cell, in order, and the bare figures that are left."""
    left = []
    added = []
    for start, end in bare:
        found = _read(text, start, end)
        if found:
            added.append(found)
        else:
            left.append((start, end))
    return sorted((*entities, *added), key=lambda entity: entity.start), left


def _read(text: str, start: int, end: int) -> Entity | None:
    """The quantity of a bare figure from ``start`` to ``end`` whose unit is the next cell, or the last one."""
    if "|" not in text[max(0, start - 5) : end + 5]:
        return None
    if (after := _AFTER.match(text, end)) and (measure := known_measure(after["unit"])):
        return _figure(text, start, end, measure)
    if "|" not in text[max(0, start - 5) : start]:
        return None
    window = max(0, start - _REACH)
    unit = _BEFORE.search(text[window:start])
    measure = known_measure(unit["unit"]) if unit else None
    if unit is None or measure is None:
        return None
    told, _ = comparators.before(text, window + unit.start())
    return replace(_figure(text, start, end, measure), comparator=told) if told else None


def _figure(text: str, start: int, end: int, measure: Measure) -> Entity:
    found = finish(text, start, end, measure, value_of(text[start:end], measure), rule="barred")
    return replace(found, unit_source="" if found.type == "DATE" else "header")
