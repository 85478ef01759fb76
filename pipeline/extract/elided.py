"""Numbers whose unit only their neighbours tell.

Either a sibling in a series (个人缴费162万元, 财政配套349, 其他4万元) or a list that names its unit once, at the end
(分别为2.1、31.6万人).
"""

from __future__ import annotations

import re
from bisect import bisect
from functools import cache

from msgspec.structs import replace

from pipeline.extract.finish import finish
from pipeline.extract.measures import EACH_ALONE, PER, Measure, is_unit, known_measure, measure_of, value_of
from pipeline.numerals.patterns import ARABIC, TAIL
from pipeline.numerals.patterns import BLANKS as S
from pipeline.numerals.units import unit_pattern
from pipeline.records import Entity

_LIST_JOINT = re.compile(r"\s{0,2}[、,和与及]\s{0,2}")
_LIST_OPENS = re.compile(r"分别|各|依次")
_STOP = re.compile(r"[。!?！？\n]")
_LABEL = re.compile(r"[\u4e00-\u9fff)”\"][\s:为达计共是]{0,3}$")
_NO_LABEL = re.compile(
    r"(?:[第表图号码件务法令条款点栏行编页楼元年月日本期率比分度]|电话|序号|代码|热线|指标|目标|项目|标准)[\s:]{0,2}$"
)
_CLOSES = re.compile(r"\s{0,2}(?:[,，、;；。)）和与及等]|$)")
# 参训512人次，其中甲148、乙36; 中央1846万元、省级248、县级90
_PARTS = re.compile(
    r"(?:[,，(（]\s?(?:其中|主要有|主要是|主要用于|包括)[:：]?|、)(?P<more>(?:[\u4e00-\u9fff“”]{2,16}\d{1,9}(?:\.\d{1,4})?、){0,8})[\u4e00-\u9fff“”]{2,16}"
)
_SUM_OF = re.compile(
    r"(?:收入|支出|结余|补贴|补助|到位|增收|减收|增支|经费|资金|金额|基金|合计|总额|余额|缺口|结转)[为达共计:]{0,2}\s?$"
)
_NUMBER_OF = re.compile(r"(人|编制|户|家|次)数[为:]{0,2}\s?$")  # 编制数38，实有42人
_YEAR = re.compile(r"(?:19|20)\d\d$")
_REACH = 80  # characters between a number and the sibling that tells its unit


def elide(text: str, entities: list[Entity], bare: list[tuple[int, int]], declared: str = "") -> tuple[Entity, ...]:
    """The quantities with those added that lack a unit of their own, in order.

    ``declared`` is the unit of money that a heading gives the text: 收支情况（金额单位：万元）.
    """
    starts = [entity.start for entity in entities]
    added: list[Entity] = []
    listed: tuple[int, Measure] | None = None  # where a list goes on, and in which measure, from its end backwards
    for start, end in reversed(bare):
        if not _CLOSES.match(text, end):
            continue
        place = bisect(starts, start)
        before, after = entities[place - 1] if place else None, entities[place] if place < len(entities) else None
        if after and (listed is None or after.start < listed[0]):
            listed = (after.start, measure) if (measure := printed_measure(text, after)) else None
        measure = (
            _from_list(text, start, end, listed)
            or _from_series(text, start, end, before, after)
            or _from_label(text, start)
        )
        source = "elided"
        if measure is None and declared and _SUM_OF.search(text, max(0, start - 8), start):
            measure, source = known_measure(declared), "header"
        if measure and (value := value_of(text[start:end], measure)):
            found = finish(text, start, end, measure, value, rule="elided")
            added.append(replace(found, unit_source=source))
            listed = (start, measure)
    return tuple(sorted((*entities, *added), key=lambda entity: entity.start)) if added else tuple(entities)


def printed_measure(text: str, entity: Entity) -> Measure | None:
    """The measure that a quantity in Arabic digits prints, for a sibling without one; None for dates and the like."""
    found = _printed_pattern().fullmatch(text, entity.start, entity.end)
    if not found or not (found["unit"] or found["tail"]) or entity.type == "DATE" or entity.value_high:
        return None
    unit = found["unit"] or ("元" if entity.type == "MONEY" else entity.unit)
    unit = "元" + unit if unit[0] in "/∕" else unit  # 300/人
    if not is_unit(unit):
        return None  # 12块三毛
    measure = measure_of(found["tail"] or "", unit)
    return None if measure.tail else measure


@cache
def _printed_pattern() -> re.Pattern[str]:
    return re.compile(rf"-?{ARABIC}(?P<tail>{S}{TAIL})?{S}(?P<unit>{unit_pattern()}{PER}?|{EACH_ALONE})?")


def _from_list(text: str, start: int, end: int, listed: tuple[int, Measure] | None) -> Measure | None:
    """The unit at the end of a list that 分别 opens or whose numbers have decimals."""
    if listed is None or not (joint := _LIST_JOINT.match(text, end)) or joint.end() != listed[0]:
        return None
    return listed[1] if "." in text[start:end] or _LIST_OPENS.search(text, max(0, start - 30), start) else None


def _from_series(text: str, start: int, end: int, before: Entity | None, after: Entity | None) -> Measure | None:
    """The unit of the sibling before, if the one after has the same or there is none in the sentence."""
    if before is None or not _labelled(text, start, end) or not _near(text, before.end, start):
        return None
    measure = printed_measure(text, before)
    if measure is None or measure.type not in ("MONEY", "PERSON_COUNT", "COUNT"):
        return None
    parts = _PARTS.fullmatch(text, before.end, start)
    if parts and (parts["more"] or text[before.end] == "、" or text[end : end + 1] == "、"):
        return measure
    if after and _near(text, end, after.start):
        return measure if printed_measure(text, after) == measure else None
    return measure if measure.type == "MONEY" and "." in text[start:end] else None


def _from_label(text: str, start: int) -> Measure | None:
    """The unit that a label names: 编制数38, 户数120."""
    found = _NUMBER_OF.search(text, max(0, start - 6), start)
    return measure_of("", found[1].replace("编制", "人")) if found else None


def _labelled(text: str, start: int, end: int) -> bool:
    """Whether a name stands right before the number: 财政配套349, but not 第3 or 2023."""
    if end - start < 2 or _YEAR.match(text, start, end):
        return False
    name = text[max(0, start - 8) : start]
    return _LABEL.search(name) is not None and _NO_LABEL.search(name) is None


def _near(text: str, start: int, end: int) -> bool:
    return end - start <= _REACH and not _STOP.search(text, start, end)
