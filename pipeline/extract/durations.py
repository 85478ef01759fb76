"""Lengths of time in more than one unit: 四年六个月 is P4Y6M, 1小时30分钟 PT1H30M."""

from __future__ import annotations

import re

from msgspec.structs import replace

from pipeline.numerals.numbers import read_number
from pipeline.numerals.patterns import BLANKS as S
from pipeline.records import Entity, plain

_ORDER = ("Y", "M", "D", "TH", "TM", "TS")
_DESIGNATORS = {"个月": "M", "天": "D", "日": "D", "个小时": "TH", "小时": "TH", "分钟": "TM", "分": "TM", "秒": "TS"}
_NEXT = re.compile(
    rf"{S}[零又]?{S}(\d{{1,3}}|[一二三四五六七八九十两百]{{1,5}}){S}(个月|天|日(?!常|均)|个?小时|分钟|分(?![之别])|秒)钟?"
)
_FIRST = re.compile(r"P(T?)(\d+)([YMDH])")
_AROUND_THE_CLOCK = ("24", "二十四")  # 365天24小时服务


def lengthen(text: str, entity: Entity) -> Entity:
    """The duration with the smaller units that follow it; the entity itself where none do."""
    first = _FIRST.fullmatch(entity.value)
    if first is None or entity.value_high:
        return entity
    end, value, last = entity.end, entity.value, first[1] + first[3]
    while more := _NEXT.match(text, end):
        unit = _DESIGNATORS[more[2]]
        number = read_number(more[1])
        if _ORDER.index(unit) <= _ORDER.index(last) or number is None or more[1] in _AROUND_THE_CLOCK:
            break
        timed = unit[0] == "T" and "T" not in value
        value += f"{'T' if timed else ''}{plain(number.value)}{unit[-1]}"
        end, last = more.end(), unit
    return replace(entity, end=end, value=value) if end > entity.end else entity
