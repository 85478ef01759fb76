"""What magnitude and unit make of a number: type, canonical unit and the power of ten between.

``measure_of("万余", "元")`` says that 9万余元 is MONEY in 万元 with the digits as printed, and approximate.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from pipeline.numerals.numbers import exact, read_number
from pipeline.numerals.patterns import BLANKS as S
from pipeline.numerals.patterns import DIGITS, ESTIMATES, LARGE, TAIL, TENS
from pipeline.numerals.units import Unit, all_units, unit_pattern
from pipeline.records import Record, plain

_EACH = (
    r"(?:人次|人|户|亩|名|位|年度?|季度?|月|天|日|次|学期|学年|生|师|床日|床|例|头|只|羽|件|个工作日|个|平方米|平方公里|公里|公顷|立方米"
    r"|㎡|m²|平方|立方|方|延米|课时|小时|工日|台班|人天|户次|场|节|期|棵|支|瓶|盒|条|篇|栋|间|组|队|社区|乡镇|镇|乡|小区|匹|口|眼|册|卷|剂|起|宗"
    r"|吨|台|辆|村|所|校|家|班|株|张|千瓦时|度|车|处|座|站|本|份|套|项|岗|标段|米|公斤|斤|kg|升|10万|万人|千人|百人)"
)
_TIME = r"(?:年|月|天|日|季|次|学期|学年)"
# What makes a rate of a unit: 元/人, 元/人·月, 元∕人、月, 元/人月, 元每人每月.
PER = (
    rf"(?:{S}[/∕]{S}{_EACH}(?:{S}[/∕·•・.*×]{S}{_EACH}|{S}、?每?{_TIME}(?!份|底|末|初)){{0,2}}"
    rf"|(?<=元)每{_EACH}(?:[·、]?每?{_TIME})?+(?![\d{DIGITS}{TENS}{LARGE}半]))"  # but 7万人每人每年补助9元 counts people
)
EACH_ALONE = rf"[/∕](?:人|户|亩|生|床)(?![次/∕])(?:[·]?{_TIME})?"  # 300/人
_PER_BEFORE = re.compile(rf"每({_EACH})((?:每?{_TIME})?)\s{{0,4}}$")
EACH_REACH = 14  # characters before a sum in which it may stand
_NO_RATE = {"年", "年度", "月", "天", "日", "季", "季度", "次", "10万", "万人", "千人", "百人"}  # 每年200万元 is a sum
_SHIFT = {"": 0, "百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "百亿": 10, "千亿": 11, "万亿": 12}
_ZERO = Decimal("0E+20")
_NO_ESTIMATES = str.maketrans("", "", ESTIMATES)


class Measure(Record, frozen=True):
    """How a printed number becomes a value in its canonical unit: times ``times`` and ten to the power of ``shift``."""

    type: str
    unit: str
    shift: int = 0
    times: int = 1
    approximate: bool = False
    tail: str = ""  # more of the number, to be read with it: 万6千 in 25万6千元


@lru_cache(4096)
def measure_of(tail: str, unit: str) -> Measure:
    """The measure of a printed magnitude (万余, or "") and a printed unit (元, 人次, 元/人·月)."""
    magnitude, written = "".join(tail.split()), "".join(unit.split())
    sure = magnitude.translate(_NO_ESTIMATES)
    known, each = _split(written)
    if each:  # a rate keeps its unit as written: 1.2万元/人
        return Measure(type="RATE", unit=sure + each, approximate=sure != magnitude)
    shift = _SHIFT.get(sure)
    return Measure(
        type=known.type,
        unit=known.unit,
        shift=known.shift + (shift or 0),
        times=known.times,
        approximate=sure != magnitude or "多" in written,  # 三个多月
        tail=sure if shift is None else "",
    )


def _split(written: str) -> tuple[Unit, str]:
    """The unit that a written unit begins with, and the whole as a rate, "" where it is none."""
    units = all_units()
    if written in units:
        return units[written], ""
    length = next(length for length in range(len(written) - 1, 0, -1) if written[:length] in units)
    known, each = units[written[:length]], written[length:]
    return known, written if each[0] in "/∕" else f"{known.spelling}/{each.replace('每', '')}"


@lru_cache(4096)
def is_unit(written: str) -> bool:
    """Whether a text is a unit and nothing more: 元, 人次, 元/人·月."""
    return re.fullmatch(f"{unit_pattern()}{PER}?", "".join(written.split())) is not None


@cache
def _head_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<tail>{TAIL})?(?P<unit>{unit_pattern()}{PER}?)")


@lru_cache(4096)
def head_measure(unit: str) -> Measure | None:
    """The measure that the unit of a table head or form label gives: 万元, 万人次, %, 元/人; None for an empty one."""
    return (known_measure(unit) or Measure(type="COUNT", unit=unit)) if unit else None


def known_measure(unit: str) -> Measure | None:
    """The measure of a unit of the table, with its magnitude (万人次) or as a rate (元/人); None for other words."""
    found = _head_pattern().fullmatch(unit)
    return measure_of(found["tail"] or "", found["unit"]) if found else None


def value_of(number: str, measure: Measure) -> str:
    """The value of an Arabic number, printed digits kept."""
    if measure.tail:
        mixed = read_number(number + measure.tail)
        return value_in(mixed.value, measure) if mixed else ""
    if measure.shift == 0 and measure.times == 1 and number[0] != "0" and number.replace(".", "").isdecimal():
        return number
    return value_in(exact(number), measure)


def value_in(number: Decimal, measure: Measure) -> str:
    """The value of a number that is read already."""
    if measure.times != 1:
        number *= measure.times
    if measure.shift < 0 and "." not in str(number):
        number = number.normalize() if number else _ZERO  # 300元 is 0.03 万元: its noughts are no decimals
    return plain(number.scaleb(measure.shift))


def per_before(text: str, start: int) -> tuple[str, int]:
    """What a sum is paid for, told right before it, and where the rate begins: 每人每月75元 gives 人月 and the place of 每.

    "" where nothing is told, or a time only, or words stand between: 每户奖励2000元 tells a sum.
    """
    edge = text.find("每", max(0, start - EACH_REACH), start)
    if edge < 0 or not (found := _PER_BEFORE.search(text, edge, start)) or found[1] in _NO_RATE:
        return "", start
    each = found[1].replace("名", "人").replace("位", "人") + found[2].replace("每", "")
    return each, found.start()
