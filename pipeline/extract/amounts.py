"""A number with its unit: the pattern that finds it and the reading that gives type, value and unit.

One match holds number, magnitude, unit and what stands between them: 9千余万元, 51630 万元, 75元/人·月.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from pipeline.extract import names
from pipeline.extract.finish import finish, finish_number
from pipeline.extract.measures import EACH_ALONE, EACH_REACH, PER, Measure, measure_of, per_before, value_in, value_of
from pipeline.extract.ranges import OPENS_RANGE, read_range
from pipeline.extract.rests import read_rest
from pipeline.extract.shares import read_discount, read_half, read_share
from pipeline.extract.without_unit import CLOSES, read_magnitude, read_rate, read_sum
from pipeline.numerals.numbers import exact
from pipeline.numerals.patterns import ARABIC, CHINESE, DASH, ESTIMATES, LARGE, SHORT, TAIL, TENS
from pipeline.numerals.patterns import BLANKS as S
from pipeline.numerals.units import all_units, rank_pattern, unit_pattern
from pipeline.records import Entity

_TAIL_AHEAD = rf"(?=[\s{ESTIMATES}{TENS}{LARGE}{SHORT}])"  # to fail at once where no magnitude begins
_IN_SLOGANS = ("COUNT", "DATE")
_NO_REST = Decimal(0)
_OTHER_UNIT = re.compile(r"\(([\u4e00-\u9fff])\)")
_JOINT = re.compile(rf"{S}{DASH}{S}")
_NO_RANK = re.compile(r".[百千万]|点.")


@cache
def amount_pattern() -> re.Pattern[str]:
    """Number and unit; the unit is optional after Arabic digits, so that a match shows bare numbers too."""
    return re.compile(
        rf"(?P<parts>\d{{1,3}}|[百佰千万一二三四五六七八九十两]{{1,3}}){S}分{S}之{S}(?P<of>{ARABIC}(?:{S}[{SHORT}](?![A-Za-z\d]))?|{CHINESE})"
        rf"|(?P<number>{ARABIC})(?P<tail>{_TAIL_AHEAD}{S}{TAIL})?(?:{S}(?P<unit>{unit_pattern()}{PER}?)|(?P<each>{EACH_ALONE}))?"
        rf"|(?P<numeral>{CHINESE}){S}(?:(?P<counted>{unit_pattern(chinese=True)}{PER}?)|(?P<ranked>{rank_pattern()}))"
        rf"|(?P<low>{CHINESE})(?={S}{DASH})"
        rf"|(?P<sum>{CHINESE}(?<=[万亿]){CLOSES})"
        r"|(?P<half>一半)(?<!了一半)(?![是天个年月])"
    )


def read_amount(text: str, found: re.Match[str]) -> Entity | None:
    """The quantity that a match of ``amount_pattern`` writes, or None where it counts nothing or has no unit."""
    kind = found.lastgroup
    if kind == "ranked":
        return _ranked(text, found)
    if text[found.end() : found.end() + 1] in OPENS_RANGE and (entity := read_range(text, found)):
        return entity
    if kind in ("unit", "counted"):
        entity = _arabic(text, found) if kind == "unit" else _chinese(text, found)
        return _up_to(text, entity) if entity and text[entity.end : entity.end + 1] in OPENS_RANGE else entity
    if kind == "of":
        return read_share(text, found)
    return _without_unit(text, found, kind)


def _without_unit(text: str, found: re.Match[str], kind: str | None) -> Entity | None:
    """What leaves its unit out: 300/人, ¥650, 1.5亿, 一半."""
    if kind == "each":
        return read_rate(text, found)
    if kind == "number":
        return read_sum(text, found)
    if kind == "half":
        return read_half(text, found)
    return read_magnitude(text, found) if kind in ("tail", "sum") else None


def _counted(text: str, found: re.Match[str]) -> Entity | None:
    """One number with its unit, whatever digits write it."""
    if found.lastgroup == "unit":
        return _arabic(text, found)
    return _chinese(text, found) if found.lastgroup == "counted" else None


def _arabic(text: str, found: re.Match[str]) -> Entity | None:
    number, tail, unit = found.group("number", "tail", "unit")
    start, end = found.span()
    if unit in names.NAMING_UNITS and (
        names.is_grade(text, start, end, unit) or names.in_rate_name(text, start, end, unit)
    ):
        return None
    if unit == "折":
        return read_discount(text, found, number)
    rest, end, unit = (_NO_REST, end, unit) if tail else read_rest(text, end, unit)
    measure = measure_of(tail or "", unit)
    if measure.type == "MONEY" and "每" in text[max(0, start - EACH_REACH) : start]:
        measure, start = _for_each(text, start, tail or "", unit, measure)
    if measure.type == "COUNT" and text[end : end + 1] == "(" and (other := _OTHER_UNIT.match(text, end)):
        measure, end = _with_other(measure, end, other)
    if measure.type in _IN_SLOGANS and names.in_quotes(text, start, end):
        return None  # “15分钟”服务圈
    if rest:
        return finish(text, start, end, measure, value_in(exact(number) + rest, measure), rule="rest")
    value = value_of(number, measure)
    return finish(text, start, end, measure, value, rule="mixed" if measure.tail else "arabic") if value else None


def _with_other(measure: Measure, end: int, other: re.Match[str]) -> tuple[Measure, int]:
    """12个(处), 20头(只): a unit with another one in brackets; 30户(次) are times."""
    known = all_units().get(other[1])
    if other[1] == "次":
        return replace(measure, unit=measure.unit + "次"), other.end()
    if known is None or known.type != "COUNT" or known.shift or known.unit == measure.unit:
        return measure, end
    return replace(measure, unit=f"{measure.unit}（{known.unit}）"), other.end()


def _chinese(text: str, found: re.Match[str]) -> Entity | None:
    numeral, unit = found.group("numeral", "counted")
    start = found.start()
    rest, end, unit = read_rest(text, found.end(), unit)
    if names.counts_nothing(text, start, end, numeral, unit):
        return None
    if unit == "折":
        return read_discount(text, found, numeral)
    measure, start = _for_each(text, start, "", unit, measure_of("", unit))
    return finish_number(text, start, end, numeral, measure, rest=rest, rule="rest" if rest else "chinese")


def _ranked(text: str, found: re.Match[str]) -> Entity | None:
    """三百期 and 二十六点五度 count, 二期 and 三届 rank."""
    numeral, unit = found.group("numeral", "ranked")
    if not (_NO_RANK.search(numeral) or names.counts_though_ranking(numeral, unit)) or names.in_quotes(
        text, *found.span()
    ):
        return None
    return finish_number(text, *found.span(), numeral, measure_of("", unit), rule="chinese")


def _up_to(text: str, low: Entity) -> Entity:
    """The range that a sum with coins opens: 三元五角至三元八毛四分; the sum itself where none follows."""
    joint = _JOINT.match(text, low.end) if low.rule == "money.rest" else None
    found = amount_pattern().match(text, joint.end()) if joint else None
    high = _counted(text, found) if found else None
    if high is None or high.unit != low.unit or high.value_high or Decimal(high.value) <= Decimal(low.value):
        return low
    return replace(low, end=high.end, value_high=high.value, rule="money.range")


def _for_each(text: str, start: int, tail: str, unit: str, measure: Measure) -> tuple[Measure, int]:
    """The measure and where the quantity starts; a sum that 每人 goes before is a rate."""
    if measure.type != "MONEY":
        return measure, start
    each, start = per_before(text, start)
    return (measure_of(tail, f"{unit}/{each}") if each else measure), start
