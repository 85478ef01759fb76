"""A number with its unit: the pattern that finds it and the reading that gives type, value and unit.

One match holds number, magnitude, unit and what stands between them: 9千余万元, 51630 万元, 百分之九十五点二, 75元/人·月.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from pipeline.extract import comparators, names
from pipeline.numerals.numbers import Number, read_number
from pipeline.numerals.patterns import ARABIC, CHINESE, DASH, ESTIMATES, TAIL
from pipeline.numerals.patterns import BLANKS as S
from pipeline.numerals.units import Unit, all_units, unit_pattern
from pipeline.records import Entity, plain

_EACH = (
    r"(?:人次|人|户|亩|名|位|年度?|季度?|月|天|日|次|学期|学年|生|师|床日|床|例|头|只|羽|件|个工作日|个|平方米|平方公里|公里|公顷|立方米"
    r"|㎡|m²|吨|台|辆|村|所|校|家|班|株|张|千瓦时|度|车|处|座|站|本|份|套|项|岗|标段|米|公斤|斤|kg|升|10万|万人|千人|百人)"
)
_TIME = r"(?:年|月|天|日|季|次|学期|学年)"
# 元/人, 元/人·月, 元∕人、月, 元/人月, 元每人每月
_PER = (
    rf"(?:{S}[/∕]{S}{_EACH}(?:{S}[/∕·•・.*×]{S}{_EACH}|{S}[、,]?每?{_TIME}(?!份|底|末|初)){{0,2}}"
    rf"|每{_EACH}(?:[·、]?每?{_TIME})?)"
)
_PER_BEFORE = re.compile(rf"每({_EACH})((?:每?{_TIME})?)[^，。；、,;:\d]{{0,6}}$")
_NOT_PER = {
    "年",
    "年度",
    "月",
    "天",
    "日",
    "季",
    "季度",
    "次",
    "10万",
    "万人",
    "千人",
    "百人",
}
_CLOSES = r"(?=[,，、。;；:：()（）\s]|$|[的用以左上下和及与至到之内占其由])"  # after a sum that leaves 元 out
_PARTS = {"百": 0, "千": -1, "万": -2}  # 千分之三 is 0.3 %
_SHIFT = {
    "": 0,
    "百": 2,
    "千": 3,
    "万": 4,
    "百万": 6,
    "千万": 7,
    "亿": 8,
    "百亿": 10,
    "千亿": 11,
    "万亿": 12,
}
_PEOPLE = re.compile(r"(?:(人次)|人数|人口|人员)[^，。；、,;:\d]{0,4}$")
_COUNTED = re.compile(r"[数量户]为?[达约近超至到]?[到至过]?$")
_FIRST_OF_RANGE = frozenset("-‐‑‒–—―─~～∼至到")


@cache
def amount_pattern() -> re.Pattern[str]:
    """Number and unit; the unit is optional after Arabic digits, so that a match shows bare numbers too."""
    return re.compile(
        rf"(?P<parts>\d{{1,3}}|[百千万一二三四五六七八九十两]{{1,3}})分之{S}(?P<of>{ARABIC}|{CHINESE})"
        rf"|(?P<number>{ARABIC})(?P<tail>{S}{TAIL})?(?:{S}(?P<unit>{unit_pattern()}{_PER}?))?"
        rf"|(?P<chinese>{CHINESE}){S}(?P<cunit>{unit_pattern(chinese=True)}{_PER}?)"
        rf"|(?P<sum>{CHINESE}(?<=[万亿]){_CLOSES})"
    )


@cache
def range_pattern() -> re.Pattern[str]:
    """The second bound of a range with its unit, from the dash on."""
    return re.compile(
        rf"{S}{DASH}{S}(?:百分之)?(?P<high>{ARABIC}|{CHINESE})(?P<tail>{S}{TAIL})?{S}(?P<unit>{unit_pattern()}{_PER}?)?"
    )


def read_amount(text: str, found: re.Match[str]) -> Entity | None:
    """The quantity that a match of ``amount_pattern`` writes, or None where it counts nothing or has no unit."""
    kind = found.lastgroup
    if text[found.end() : found.end() + 1] in _FIRST_OF_RANGE and (
        entity := _range(text, found)
    ):
        return entity
    if kind == "unit":
        return _arabic(text, found)
    if kind == "cunit":
        return _chinese(text, found)
    if kind == "of":
        return _share(text, found)
    if kind in ("tail", "sum"):
        return _without_unit(text, found)
    return None


def _arabic(text: str, found: re.Match[str]) -> Entity | None:
    number, tail, written = found.group("number", "tail", "unit")
    unit, per = split_unit(written)
    shift, approximate = tail_shift(tail) if tail else (0, False)
    if shift is None:
        return _from_number(text, found, read_number(number + tail), unit, per, "mixed")
    rule = "arabic"
    if per:
        return _entity(
            text,
            found.start(),
            found.end(),
            number.replace(",", ""),
            "RATE",
            (tail or "").strip() + per,
            rule,
        )
    if unit.type == "MONEY" and (rate := per_before(text, found.start())):
        return _entity(
            text,
            found.start(),
            found.end(),
            number.replace(",", ""),
            "RATE",
            (tail or "").strip() + "元/" + rate,
            rule,
        )
    value = scaled(number, shift + unit.shift, unit.times)
    return _entity(
        text,
        found.start(),
        found.end(),
        value,
        unit.type,
        unit.unit,
        rule,
        approximate=approximate,
    )


def _chinese(text: str, found: re.Match[str]) -> Entity | None:
    numeral, written = found.group("chinese", "cunit")
    unit, per = split_unit(written)
    if names.counts_nothing(text, found.start(), found.end(), numeral, unit):
        return None
    return _from_number(text, found, read_number(numeral), unit, per, "chinese")


def _from_number(
    text: str,
    found: re.Match[str],
    number: Number | None,
    unit: Unit,
    per: str,
    rule: str,
) -> Entity | None:
    """A quantity of a number that needed reading."""
    if number is None:
        return None
    start, end = found.span()
    if per:
        return _entity(
            text,
            start,
            end,
            plain(number.value),
            "RATE",
            per,
            rule,
            approximate=number.approximate,
        )
    if unit.type == "MONEY" and (rate := per_before(text, start)):
        return _entity(
            text, start, end, plain(number.value), "RATE", "元/" + rate, rule
        )
    high = "" if number.high is None else _times(number.high, unit)
    entity = _entity(
        text,
        start,
        end,
        _times(number.value, unit),
        unit.type,
        unit.unit,
        rule,
        high,
        number.approximate,
    )
    return entity


def _share(text: str, found: re.Match[str]) -> Entity | None:
    """百分之九十五, 千分之三, 三分之一 (to four decimals)."""
    parts, of = found.group("parts", "of")
    whole, part = read_number(parts), read_number(of)
    if whole is None or part is None or not whole.value:
        return None
    if parts in _PARTS:
        value = plain(part.value.scaleb(_PARTS[parts]))
    else:
        value = plain((part.value * 100 / whole.value).quantize(Decimal("0.0001")))
    return _entity(
        text,
        found.start(),
        found.end(),
        value,
        "PERCENT",
        "%",
        "share",
        approximate=part.approximate,
    )


def _without_unit(text: str, found: re.Match[str]) -> Entity | None:
    """A magnitude that stands alone is a sum of money (1.5亿) unless a number of people was announced."""
    start, end = found.span()
    if not _CLOSING.match(text, end) or found.group()[-1] not in "万亿萬億" + ESTIMATES:
        return None
    number = read_number(found.group())
    if number is None or not (
        found["sum"] or text[end - 1] in "万亿萬億" or text[end - 2] in "万亿萬億"
    ):
        return None
    clause = text[max(0, start - 12) : start]
    if people := _PEOPLE.search(clause):
        unit = all_units()["人次" if people[1] else "人"]
    elif _COUNTED.search(clause):
        return None
    else:
        unit = all_units()["元"]
    return _from_number(text, found, number, unit, "", "magnitude")


def _range(text: str, found: re.Match[str]) -> Entity | None:
    """80-90分, 2万元至3.99万元, 五至六成: one span, both bounds in the unit of the second."""
    second = range_pattern().match(text, found.end())
    if not second or not (second["unit"] or second["tail"] or found["of"]):
        return None
    low_number = found["of"] or (
        found["number"] or found["chinese"] or found["sum"]
    ) + (found["tail"] or "")
    low_unit = found["unit"] or found["cunit"]
    unit, per = split_unit(second["unit"] or ("%" if found["of"] else "元"))
    if low_unit and split_unit(low_unit)[0].unit != unit.unit:
        return None
    low, high = (
        read_number(low_number),
        read_number(second["high"] + (second["tail"] or "")),
    )
    if low is None or high is None:
        return None
    low_value = low.value
    if (
        second["tail"] and not found["tail"] and not low_unit
    ):  # 1至2万元: the magnitude holds for both
        shared = read_number(low_number + second["tail"])
        low_value = shared.value if shared and shared.value <= high.value else low_value
    start, end = found.start(), second.end()
    if per:
        return _entity(
            text, start, end, plain(low_value), "RATE", per, "range", plain(high.value)
        )
    return _entity(
        text,
        start,
        end,
        _times(low_value, unit),
        unit.type,
        unit.unit,
        "range",
        _times(high.value, unit),
    )


_CLOSING = re.compile(_CLOSES)


@lru_cache(4096)
def split_unit(written: str) -> tuple[Unit, str]:
    """The unit that a written unit begins with, and the whole in canonical spelling where it is a rate, else ""."""
    squeezed = "".join(written.split())
    known = all_units()
    if squeezed in known:
        return known[squeezed], ""
    for length in range(min(len(squeezed) - 1, 6), 0, -1):
        if unit := known.get(squeezed[:length]):
            each = squeezed[length:]
            return unit, squeezed if each[
                0
            ] in "/∕" else f"{unit.spelling}/{each.replace('每', '')}"
    raise ValueError(written)


@lru_cache(4096)
def tail_shift(tail: str) -> tuple[int | None, bool]:
    """The power of ten of a plain magnitude and whether 余 or 多 stands with it; None where the tail holds digits."""
    squeezed = "".join(tail.split())
    sure = squeezed.translate(_NO_ESTIMATES)
    return _SHIFT.get(sure), sure != squeezed


_NO_ESTIMATES = str.maketrans("", "", ESTIMATES)


def per_before(text: str, start: int) -> str:
    """What a sum is paid for, told before it: 每人每月75元 gives 人月; "" where nothing is or only a time."""
    edge = text.find("每", max(0, start - 14), start)
    if edge < 0 or not (found := _PER_BEFORE.search(text, edge, start)):
        return ""
    if found[1] in _NOT_PER:
        return ""
    return found[1].replace("名", "人").replace("位", "人") + found[2].replace("每", "")


def scaled(number: str, shift: int, times: int) -> str:
    """A printed number times a power of ten, digits kept."""
    if not shift and times == 1 and number[0] != "0" and "," not in number:
        return number
    value = Decimal(number.replace(",", ""))
    if times != 1:
        value *= times
    return plain(value.scaleb(shift))


def _times(value: Decimal, unit: Unit) -> str:
    return plain((value * unit.times).scaleb(unit.shift))


def _entity(
    text: str,
    start: int,
    end: int,
    value: str,
    kind: str,
    unit: str,
    rule: str,
    high: str = "",
    approximate: bool = False,
) -> Entity:
    """The finished quantity, with what stands beside it: sign, comparator, approximation."""
    if kind == "DATE":
        return _duration(text, start, end, value, unit, approximate)
    comparator, blurred = comparators.beside(text, start, end, kind)
    if text[start - 1 : start] in _MINUS and _is_sign(text, start - 1):
        start -= 1
        value = value if value.strip("0.") == "" else "-" + value
    return Entity(
        start=start,
        end=end,
        type=kind,
        value=value,
        value_high=high,
        unit=unit,
        comparator=comparator,
        approximate=approximate or blurred,
        unit_source="text",
        rule=f"{kind.lower()}.{rule}",
    )


def _duration(
    text: str, start: int, end: int, value: str, iso: str, approximate: bool
) -> Entity:
    """A length of time as ISO 8601: 三年 is P3Y, 一周内 P1W at most."""
    comparator, blurred = comparators.beside(text, start, end, "DATE")
    return Entity(
        start=start,
        end=end,
        type="DATE",
        value=iso.replace("_", value),
        comparator=comparator,
        approximate=approximate or blurred,
        rule="date.duration",
    )


_MINUS = ("-", "−", "－")
_JOINS = frozenset("年月日号元%‰分岁米级个天周人次户家万亿)]】〕")


def _is_sign(text: str, at: int) -> bool:
    """Whether a dash before a number is a minus: it joins neither two numbers nor two words of a code."""
    previous = text[at - 1 : at]
    return not (
        previous in _JOINS
        or previous.isdigit()
        or (previous.isascii() and previous.isalpha())
        or previous == "-"
    )
