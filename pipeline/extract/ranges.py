"""Two numbers and one unit: 80-90分, 2万元至3.99万元, 五至六成, 百分之八十至九十, 两到三万元."""

from __future__ import annotations

import re
from functools import cache

from pipeline.extract import names
from pipeline.extract.finish import finish
from pipeline.extract.measures import PER, Measure, measure_of, value_in
from pipeline.numerals.numbers import Number, read_number
from pipeline.numerals.patterns import ARABIC, CHINESE, DASH, TAIL
from pipeline.numerals.patterns import BLANKS as S
from pipeline.numerals.units import unit_pattern
from pipeline.records import Entity

OPENS_RANGE = frozenset("-‐‑‒–—―─~～∼至到(")  # what may stand after the first number; 80%(含)-90%
_MAGNITUDES = re.compile(r"[十百千]?([万亿]+)$|[百佰千仟kKwW]$")


@cache
def _second_pattern() -> re.Pattern[str]:
    """The second bound with its unit, from the dash on."""
    return re.compile(
        rf"(?:\(含\))?{S}{DASH}{S}(?:百分之)?(?:(?P<arabic>{ARABIC})(?P<tail>{S}{TAIL})?|(?P<chinese>{CHINESE}))"
        rf"(?:{S}(?P<unit>{unit_pattern()}{PER}?))?"
    )


def read_range(text: str, found: re.Match[str]) -> Entity | None:
    """The range that begins with a match of ``amount_pattern``, or None."""
    second = _second_pattern().match(text, found.end())
    if not second:
        return None
    written, unit = _first(found)
    shared_unit = second["unit"] or ("%" if found["of"] else "元" if second["tail"] else "")
    if not shared_unit or _names(text, found.start(), second.end(), written, shared_unit):
        return None
    measure = measure_of("", shared_unit)
    if measure.type == "RATE" and second["tail"]:
        measure = measure_of(second["tail"], shared_unit)  # 1至2万元/户 keeps its unit as written
    if unit and measure_of("", unit).unit != measure.unit:
        return None
    low, high = _bounds(written, second, measure, shared=not unit)
    if low is None or high is None or (unit and low.value > high.value):
        return None
    start, end = found.start(), second.end()
    return finish(
        text, start, end, measure, value_in(low.value, measure), high=value_in(high.value, measure), rule="range"
    )


def _first(found: re.Match[str]) -> tuple[str, str]:
    """Number and unit of the first bound, as written."""
    number = found["of"] or found["number"] or found["numeral"] or found["low"] or found["sum"]
    return number + (found["tail"] or ""), found["unit"] or found["counted"] or ""


def _names(text: str, start: int, end: int, written: str, unit: str) -> bool:
    """Whether the range counts nothing: 一至四级残疾."""
    chinese = not written[0].isdigit()
    written = "两" if written == "二" and unit == "元" else written  # 二元 is a rank, 二到三元 a sum
    return (
        names.is_grade(text, start, end, unit)
        or names.in_rate_name(text, start, end, unit)
        or (chinese and names.counts_nothing(text, start, end, written, unit))
    )


def _bounds(
    written: str, second: re.Match[str], measure: Measure, *, shared: bool
) -> tuple[Number | None, Number | None]:
    """Both bounds; the magnitude of the second is for the first too (两到三万元) where that keeps the order."""
    if measure.type == "RATE":
        return read_number(written), read_number(second["arabic"] or second["chinese"])
    last = second["chinese"] or second["arabic"] + (second["tail"] or "")
    low, high = read_number(written), read_number(last)
    magnitude = _MAGNITUDES.search(last)
    if low and high and shared and magnitude:
        whole = magnitude[0] if len(written) == 1 else magnitude[1] or magnitude[0]  # 三到五千万, 十八至三十万
        lifted = read_number(written + whole) if written[-1] not in whole else None
        if lifted and low.value < lifted.value <= high.value:
            return lifted, high
    return low, high
