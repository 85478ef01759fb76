"""A number with its unit: the pattern that finds it and the reading that gives type, value and unit.

One match holds number, magnitude, unit and what stands between them: 9千余万元, 51630 万元, 75元/人·月.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from pipeline.extract import names
from pipeline.extract.finish import finish
from pipeline.extract.measures import EACH_ALONE, PER, Measure, measure_of, per_before, value_in, value_of
from pipeline.extract.ranges import OPENS_RANGE, read_range
from pipeline.extract.rests import read_rest
from pipeline.numerals.numbers import read_number
from pipeline.numerals.patterns import ARABIC, CHINESE, DASH, TAIL
from pipeline.numerals.patterns import BLANKS as S
from pipeline.numerals.units import unit_pattern
from pipeline.records import Entity, plain

_CLOSES = r"(?=[,，、。;；:：()（）\s]|$|[的用以左上下和及与至到之内占其由])"  # after a sum that leaves 元 out
_CLOSING = re.compile(_CLOSES)
_PARTS = {"百": 0, "千": -1, "万": -2}  # 千分之三 is 0.3 %
_PEOPLE = re.compile(r"(?:(人次)|人数|人口|人员)[^，。；、,;:\d]{0,4}$")
_MONEY = re.compile(
    r"(?:投入|资金|经费|投资|补助|支出|拨付|收入|安排|筹集|筹资|争取|下达|到位|金额|利润|产值|税收|营业额|销售额|[款金费债])"
    r"(?:为|达到?|约|近|共计?|了|超过?|合计|总计|[:≥≤])?\s?$"
)
_FOUR_DECIMALS = Decimal("0.0001")
_NO_REST = Decimal(0)
_LISTED = re.compile(r"(?:[、和与及,]\d{1,5}(?:\.\d{1,4})?万){1,6}(人次|人|户|亩|吨)")
_COUNTED = re.compile(r"[数量户]为?[达约近超至到]?[到至过]?$")


@cache
def amount_pattern() -> re.Pattern[str]:
    """Number and unit; the unit is optional after Arabic digits, so that a match shows bare numbers too."""
    return re.compile(
        rf"(?P<parts>\d{{1,3}}|[百千万一二三四五六七八九十两]{{1,3}})分之{S}(?P<of>{ARABIC}|{CHINESE})"
        rf"|(?P<number>{ARABIC})(?P<tail>{S}{TAIL})?(?:{S}(?P<unit>{unit_pattern()}{PER}?)|(?P<each>{EACH_ALONE}))?"
        rf"|(?P<numeral>{CHINESE}){S}(?P<counted>{unit_pattern(chinese=True)}{PER}?)"
        rf"|(?P<low>{CHINESE})(?={S}{DASH})"
        rf"|(?P<sum>{CHINESE}(?<=[万亿]){_CLOSES})"
    )


def read_amount(text: str, found: re.Match[str]) -> Entity | None:
    """The quantity that a match of ``amount_pattern`` writes, or None where it counts nothing or has no unit."""
    kind = found.lastgroup
    if text[found.end() : found.end() + 1] in OPENS_RANGE and (entity := read_range(text, found)):
        return entity
    if kind == "unit":
        return _arabic(text, found)
    if kind == "counted":
        return _chinese(text, found)
    if kind == "of":
        return _share(text, found)
    if kind == "each":
        return _rate_without_unit(text, found)
    return _without_unit(text, found) if kind in ("tail", "sum") else None


def _arabic(text: str, found: re.Match[str]) -> Entity | None:
    number, tail, unit = found.group("number", "tail", "unit")
    start, end = found.span()
    if names.is_level(text, start, end, unit) or names.in_rate_name(text, end, unit):
        return None
    measure = _measure(text, start, tail or "", unit)
    rest, end = (_NO_REST, end) if tail else read_rest(text, end, unit)
    if rest:
        return finish(text, start, end, measure, value_in(Decimal(number) + rest, measure), rule="rest")
    value = value_of(number, measure)
    return finish(text, start, end, measure, value, rule="mixed" if measure.tail else "arabic") if value else None


def _chinese(text: str, found: re.Match[str]) -> Entity | None:
    numeral, unit = found.group("numeral", "counted")
    start, end = found.span()
    if names.counts_nothing(text, start, end, numeral, unit):
        return None
    measure = _measure(text, start, "", unit)
    rest, end = read_rest(text, end, unit)
    return _of_number(text, start, end, numeral, measure, "rest" if rest else "chinese", rest)


def _measure(text: str, start: int, tail: str, unit: str) -> Measure:
    """The measure of a written unit; of a sum that 每人 goes before, a rate."""
    measure = measure_of(tail, unit)
    if measure.type == "MONEY" and (per := per_before(text, start)):
        return measure_of(tail, f"{unit}/{per}")
    return measure


def _of_number(
    text: str, start: int, end: int, written: str, measure: Measure, rule: str, rest: Decimal = _NO_REST
) -> Entity | None:
    """A quantity whose number needs reading; ``rest`` is what stands after the unit."""
    number = read_number(written)
    if number is None:
        return None
    return finish(
        text,
        start,
        end,
        measure,
        value_in(number.value + rest if rest else number.value, measure),
        high="" if number.high is None else value_in(number.high, measure),
        approximate=number.approximate,
        comparator=number.comparator,
        rule=rule,
    )


def _rate_without_unit(text: str, found: re.Match[str]) -> Entity:
    """慰问标准300/人: what is paid goes without saying."""
    measure = measure_of("", "元" + found["each"])
    entity = finish(text, *found.span(), measure, value_of(found["number"], measure), rule="elided")
    return replace(entity, unit_source="elided")


def _share(text: str, found: re.Match[str]) -> Entity | None:
    """百分之九十五, 千分之三, 三分之一 (to four decimals)."""
    parts, of = found.group("parts", "of")
    whole, part = read_number(parts), read_number(of)
    if whole is None or part is None or not whole.value:
        return None
    high = "" if part.high is None else _percent(parts, part.high, whole.value)
    return finish(
        text,
        *found.span(),
        measure_of("", "%"),
        _percent(parts, part.value, whole.value),
        high=high,
        approximate=part.approximate,
        rule="share",
    )


def _percent(parts: str, part: Decimal, whole: Decimal) -> str:
    if parts in _PARTS:
        return plain(part.scaleb(_PARTS[parts]))
    return plain((part * 100 / whole).quantize(_FOUR_DECIMALS))


def _without_unit(text: str, found: re.Match[str]) -> Entity | None:
    """A magnitude that stands alone is a sum of money (1.5亿) unless a number of people was announced."""
    start, end = found.span()
    written = found.group()
    if len(written) < 2 or not ("万" in written[-2:] or "亿" in written[-2:]) or names.in_quotes(text, start, end):
        return None  # 万 of a table head, 3百
    clause = text[max(0, start - 12) : start]
    if not _CLOSING.match(text, end) and not _MONEY.search(clause):
        return None
    if people := _PEOPLE.search(clause):
        return _of_number(text, start, end, written, measure_of("", people[1] or "人"), "magnitude")
    if listed := _LISTED.match(text, end):  # 12.3万、45.6万和2.1万人
        return _of_number(text, start, end, written, measure_of("", listed[1]), "magnitude")
    if _COUNTED.search(clause):
        return None
    return _of_number(text, start, end, written, measure_of("", "元"), "magnitude")
