"""Parts of a whole told in words: 百分之九十五, 千分之三, 三分之一, 一半, 九五折."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.finish import finish
from pipeline.extract.measures import measure_of
from pipeline.numerals.numbers import read_number
from pipeline.records import Entity, plain

_PARTS = {"百": 0, "千": -1, "万": -2}  # 千分之三 is 0.3 %
_DIGITS = str.maketrans("一二两三四五六七八九陆点", "12234567896.")
_FOUR_DECIMALS = Decimal("0.0001")


def read_share(text: str, found: re.Match[str]) -> Entity | None:
    """The percentage that a match of ``amount_pattern`` tells in words; other fractions go to four decimals."""
    parts, of = found["parts"].replace("佰", "百"), found["of"]
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


def read_half(text: str, found: re.Match[str]) -> Entity:
    """一半 is 50 %."""
    return finish(text, *found.span(), measure_of("", "%"), "50", rule="half")


def read_discount(text: str, found: re.Match[str], written: str) -> Entity | None:
    """What is still paid: 八折 is 80 %, 八五折 and 85折 are 85 %, 半折 and 对折 are 50 %."""
    digits = "".join(written.split()).replace("半", "五").replace("对", "五").translate(_DIGITS)
    number = read_number(digits)
    if number is None or not 0 < number.value < 100:
        return None
    percent = number.value.scaleb(1) if number.value < 10 else number.value
    return finish(text, *found.span(), measure_of("", "%"), plain(percent), rule="discount")
