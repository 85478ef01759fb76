"""The value of a plain quantity as it is printed: digits, a magnitude, a unit. Anything else is told in the mark.

Kept apart from the extractor on purpose, so that the annotations can judge it.
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.records import Record, plain

_NUMBER = re.compile(r"(-?\d[\d,]*(?:\.\d+)?)\s*(亿|万|)\s*(\D*)")
_DATE = re.compile(r"(\d{4})\s*年(?:度|\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?)?")
_TOLD = re.compile(r"(?P<type>[A-Z_]+)=(?P<value>-?[\d.]+)(?:~(?P<high>[\d.]+))?(?P<unit>[^\d.].*)?")
_SIMPLIFIED = str.maketrans("萬億個戶輛", "万亿个户辆")
_SCALE = {"": 0, "万": 4, "亿": 8}
_KIND = {
    "元": ("MONEY", "万元"),
    "%": ("PERCENT", "%"),
    "％": ("PERCENT", "%"),
    "分": ("SCORE", "分"),
    "人": ("PERSON_COUNT", "人"),
    "名": ("PERSON_COUNT", "人"),
    "位": ("PERSON_COUNT", "人"),
    "人次": ("PERSON_COUNT", "人次"),
}
_UNIT_OF_TYPE = {"MONEY": "万元", "PERCENT": "%", "SCORE": "分"}


class Quantity(Record, frozen=True):
    """What a marked span is worth."""

    type: str
    value: str
    value_high: str = ""
    unit: str = ""


def read_literal(text: str, unit: str = "") -> Quantity | None:
    """Read a printed quantity, or a bare number under a head that gives its unit; None where it needs words.

    >>> read_literal("4.31亿元").value, read_literal("35638元").value, read_literal("2.3万人次").value
    ('43100', '3.5638', '23000')
    >>> read_literal("44.40", "万元").value, read_literal("2021年7月12日").value
    ('44.40', '2021-07-12')
    """
    text = text.translate(_SIMPLIFIED)
    if date := _DATE.fullmatch(text):
        return Quantity("DATE", "-".join(part.zfill(2) for part in date.groups() if part))
    match = _NUMBER.fullmatch(text + unit)
    if not match or not match[3]:
        return None
    kind, unit = _KIND.get(match[3], ("COUNT", match[3]))
    value = Decimal(match[1].replace(",", "")).scaleb(_SCALE[match[2]] - (4 if kind == "MONEY" else 0))
    return Quantity(kind, plain(value if "." in match[1] else value.normalize()), "", unit)


def read_told(told: str) -> Quantity | None:
    """Read a value told in a mark: ``MONEY=9000``, ``COUNT=2轮次``, ``SCORE=80~90``, ``DATE=2019-08``.

    >>> read_told("PERSON_COUNT=10~19人")
    Quantity(type='PERSON_COUNT', value='10', value_high='19', unit='人')
    """
    if told.startswith("DATE="):
        return Quantity("DATE", told.removeprefix("DATE="))
    match = _TOLD.fullmatch(told)
    if not match:
        return None
    unit = match["unit"] or _UNIT_OF_TYPE.get(match["type"], "")
    return Quantity(match["type"], match["value"], match["high"] or "", unit)
