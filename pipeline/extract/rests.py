"""The rest of a quantity that is told in or after its unit: 一个半月, 两年半, 三成五, 三斤八两, 壹佰元伍角叁分."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.numerals.numbers import read_number
from pipeline.numerals.patterns import BLANKS as S
from pipeline.numerals.patterns import DASH, DIGITS, ESTIMATES, LARGE, TENS

_NO_REST = Decimal(0)
_HALF = Decimal("0.5")
_DIGIT = rf"[\d{DIGITS}]"
_HALF_MORE = re.compile(r"半(?![年月天数日成])")
_TENTH = re.compile(r" ?([一二三四五六七八九半])(?![十百千万亿点个项家是要])")
_CLOSES = rf"(?=$|[,，。;；、)]|{DASH}{_DIGIT})"
_COINS = re.compile(
    rf"{S}(?:零|(?P<jiao>{_DIGIT}){S}[角毛])?{S}(?:(?P<fen>{_DIGIT})(?(jiao)(?:{S}分|{_CLOSES})|{S}分))?钱?"
)
_SMALLER = re.compile(rf"(?P<jin>{_DIGIT}){S}两|(?P<jiao>{_DIGIT})(?:{S}分|(?=$|[,，。;；、)]))")
_CHANGE = re.compile(rf"(?:(?P<jiao>[二三四五六七八九一])|零(?P<fen>[一二三四五六七八九])){_CLOSES}")  # 三块五
# 一亩卖了五千多块: money by its verb
_SPENT = re.compile(
    rf"[卖掏花付赚挣省交缴收补给罚][了到过出得]?[约近上]?[{DIGITS}{TENS}{LARGE}{ESTIMATES}几\d,.]{{1,10}}块$"
)
_REACH = 16  # characters from such a verb to the end of the sum
_ENDS = frozenset(("", *",，。;；、)”\n"))
_CENTS = re.compile(rf"{S}又?{S}(\d{{1,2}}|[{DIGITS}十]{{1,3}}){S}(美分|欧分|便士)")  # 三美元又四十美分
_CENTS_OF = {"美元": "美分", "欧元": "欧分", "英镑": "便士"}
_GOES_ON = frozenset(f"0123456789{DIGITS}半又零角毛 \t\r\n\u3000")  # what a rest begins with
_COINED = frozenset("元圆块")
_HALVED = frozenset(("年", "个月", "天", "吨", "斤", "两", "公斤", "米", "公里", "亩", "倍", "升"))


def read_rest(text: str, end: int, unit: str) -> tuple[Decimal, int, str]:
    """What to add to the number before ``unit``, which ends at ``end``; where the quantity ends with it; its unit."""
    if "半" in unit:
        return _HALF, end, unit
    if text[end : end + 1] not in _GOES_ON and unit != "块":
        return _NO_REST, end, unit
    if unit in _COINED:
        return _read_coins(text, end, unit)
    if unit in _CENTS_OF and (cents := _CENTS.match(text, end)) and cents[2] == _CENTS_OF[unit]:
        return _small(cents[1]) / 100, cents.end(), unit
    if unit in _HALVED and _HALF_MORE.match(text, end):
        return _HALF, end + 1, unit
    if unit == "成" and (tenth := _TENTH.match(text, end)):
        return (_HALF if tenth[1] == "半" else _small(tenth[1]) / 10), tenth.end(), unit
    if unit in ("斤", "角", "毛") and (smaller := _SMALLER.match(text, end)) and (unit == "斤") == bool(smaller["jin"]):
        return _small(smaller["jin"] or smaller["jiao"]) / 10, smaller.end(), unit
    return _NO_REST, end, unit


def _read_coins(text: str, end: int, unit: str) -> tuple[Decimal, int, str]:
    """元 and coins; 块 is money only where coins follow: 三块四分, 三块五, but 三块展板."""
    coins = _COINS.match(text, end)
    if not coins or not (coins["jiao"] or coins["fen"]):
        coins = _CHANGE.match(text, end) if unit == "块" else None
    if coins is None:
        spent = unit == "块" and _SPENT.search(text, max(0, end - _REACH), end) and text[end : end + 1] in _ENDS
        return _NO_REST, end, "元" if spent else unit
    return _small(coins["jiao"]) / 10 + _small(coins["fen"]) / 100, coins.end(), "元"


def _small(digit: str | None) -> Decimal:
    number = read_number(digit) if digit else None
    return number.value if number else _NO_REST
