"""Numbers that leave out what goes without saying: 1.5亿 of money, 5.2万 of people, 300/人."""

from __future__ import annotations

import re

from msgspec.structs import replace

from pipeline.extract import names
from pipeline.extract.finish import finish, finish_number
from pipeline.extract.measures import measure_of, value_of
from pipeline.records import Entity

CLOSES = r"(?=[,，、。;；:：()（）\s]|$|[的用以左上下和及与至到之内占其由])"  # after a sum that leaves 元 out
_CLOSING = re.compile(CLOSES)
_PEOPLE = re.compile(r"(?:(人次)|人数|人口|人员)[^，。；、,;:\d]{0,4}$")
_COUNTED = re.compile(r"[数量户]为?[达约近超至到]?[到至过]?$")
_MONEY = re.compile(
    r"(?:投入|资金|经费|投资|补助|支出|拨付|收入|安排|筹集|筹资|争取|下达|到位|金额|利润|产值|税收|营业额|销售额|[款金费债])"
    r"(?:为|达到?|约|近|共计?|了|超过?|合计|总计|[:≥≤])?\s?$"
)
_LISTED = re.compile(r"(?:[、和与及,]\d{1,5}(?:\.\d{1,4})?万){1,6}(人次|人|户|亩|吨)")  # 12.3万、45.6万和2.1万人


def read_magnitude(text: str, found: re.Match[str]) -> Entity | None:
    """A magnitude that stands alone is a sum of money unless people were announced or a list ends in another unit."""
    start, end = found.span()
    written = found.group()
    if len(written) < 2 or not ("万" in written[-2:] or "亿" in written[-2:]) or names.in_quotes(text, start, end):
        return None  # 万 of a table head, 3百
    clause = text[max(0, start - 12) : start]
    if not _CLOSING.match(text, end) and not _MONEY.search(clause):
        return None
    if people := _PEOPLE.search(clause):
        unit = people[1] or "人"
    elif listed := _LISTED.match(text, end):
        unit = listed[1]
    elif _COUNTED.search(clause):
        return None
    else:
        unit = "元"
    return finish_number(text, start, end, written, measure_of("", unit), rule="magnitude")


def read_rate(text: str, found: re.Match[str]) -> Entity:
    """慰问标准300/人: what is paid goes without saying."""
    measure = measure_of("", "元" + found["each"])
    entity = finish(text, *found.span(), measure, value_of(found["number"], measure), rule="elided")
    return replace(entity, unit_source="elided")
