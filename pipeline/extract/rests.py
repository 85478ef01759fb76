"""The rest of a quantity that is told in or after its unit: 一个半月, 两年半, 三成五, 壹佰元伍角叁分."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.numerals.numbers import read_number
from pipeline.numerals.patterns import BLANKS as S
from pipeline.numerals.patterns import DIGITS

_HALF = Decimal("0.5")
_DIGIT = rf"[\d{DIGITS}]"
_HALF_MORE = re.compile(r"半(?![年月天数日成])")
_TENTH = re.compile(r" ?([一二三四五六七八九半])(?![十百千万亿点个项家是要])")
_COINS = re.compile(rf"{S}(?:零|(?P<jiao>{_DIGIT}){S}[角毛])?{S}(?:(?P<fen>{_DIGIT}){S}分)?钱?")
_COINED = frozenset(("元", "圆"))
_HALVED = frozenset(("年", "吨", "斤", "公斤", "米", "公里", "亩", "倍", "升"))


def read_rest(text: str, end: int, unit: str) -> tuple[Decimal, int]:
    """What to add to the number before ``unit``, which ends at ``end``, and where the quantity ends with it."""
    if "半" in unit:
        return _HALF, end
    if unit in _HALVED and _HALF_MORE.match(text, end):
        return _HALF, end + 1
    if unit == "成" and (tenth := _TENTH.match(text, end)):
        return (_HALF if tenth[1] == "半" else _small(tenth[1]) / 10), tenth.end()
    if unit in _COINED and (coins := _COINS.match(text, end)) and (coins["jiao"] or coins["fen"]):
        return _small(coins["jiao"]) / 10 + _small(coins["fen"]) / 100, coins.end()
    return Decimal(0), end


def _small(digit: str | None) -> Decimal:
    number = read_number(digit) if digit else None
    return number.value if number else Decimal(0)
