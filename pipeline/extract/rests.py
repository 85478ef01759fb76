"""The rest of a quantity that is told in or after its unit: 一个半月, 两年半, 三成五, 壹佰元伍角叁分."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.numerals.numbers import read_number
from pipeline.numerals.patterns import BLANKS as S
from pipeline.numerals.patterns import DIGITS

_HALF = Decimal("0.5")
_DIGIT = rf"[\d{DIGITS}]"
_HALF_YEAR = re.compile(r"半(?!年)")
_TENTH = re.compile(r"[一二三四五六七八九](?![十百千万亿点个项家是要])")
_COINS = re.compile(rf"{S}(?:零|(?P<jiao>{_DIGIT}){S}角)?{S}(?:(?P<fen>{_DIGIT}){S}分)?")
_WITH_REST = frozenset(("元", "圆", "年", "成", "个半月", "个半小时"))


def read_rest(text: str, end: int, unit: str) -> tuple[Decimal, int]:
    """What to add to the number before ``unit``, which ends at ``end``, and where the quantity ends with it."""
    if unit not in _WITH_REST:
        return Decimal(0), end
    if "半" in unit:
        return _HALF, end
    if unit == "年":
        return (_HALF, end + 1) if _HALF_YEAR.match(text, end) else (Decimal(0), end)
    if unit == "成":
        tenth = _TENTH.match(text, end)
        return (_small(tenth[0]) / 10, end + 1) if tenth else (Decimal(0), end)
    coins = _COINS.match(text, end)
    if not coins or not (coins["jiao"] or coins["fen"]):
        return Decimal(0), end
    return _small(coins["jiao"]) / 10 + _small(coins["fen"]) / 100, coins.end()


def _small(digit: str | None) -> Decimal:
    number = read_number(digit) if digit else None
    return number.value if number else Decimal(0)
