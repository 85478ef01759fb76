"""Numbers that leave out what goes without saying: 1.5亿 of money, 5.2万 of people, 300/人."""

from __future__ import annotations

import re

from msgspec.structs import replace

from pipeline.extract import names
from pipeline.extract.finish import finish, finish_number
from pipeline.extract.measures import measure_of, value_of
from pipeline.records import Entity

CLOSES = (
    r"(?=[,，、。;；:：()（）\s]|$|[的用以左上下和及与至到之内占其由])"  # after a magnitude that leaves its unit out
)
_CURRENCIES = {"¥": "元", "￥": "元", "人民币": "元", "$": "美元", "港币": "港元"}
_CURRENCY = re.compile(r"([¥￥$]|人民币|港币)[: ]?$")
_CURRENCY_ENDS = frozenset("¥￥$币: ")
_CLOSING = re.compile(CLOSES)
_MONEY = (
    r"基金|资金|金额|经费|收入|支出|补助|补贴|投资|投入|预算|决算|拨付|下达|到位|配套|筹集|筹资|结余|缴费|征缴|安排|采购"
    r"|利润|产值|税收|营业额|销售额|贷款|[款金费债价]"
)
_PEOPLE = r"人次|人数|人口|人员|劳动力|群众|农民|学生|患者"
_OTHER = r"[数量户]"
# What the clause before announces: the last of these words tells.
_ANNOUNCED = re.compile(rf"(?P<money>{_MONEY})|(?P<people>{_PEOPLE})|(?P<other>{_OTHER})")
_CLAUSE = re.compile(r"[^，。；、,;:：\d]*$")
_JUST_BEFORE = re.compile(rf"(?:{_MONEY})(?:为|达到?|约|近|共计?|了|超过?|合计|总计|[:≥≤])?\s?$")
_WRITTEN = re.compile(r"[^万亿\s]")  # not only a magnitude: 万 of a table head, 万万没想到
_ABOUT = re.compile(r"左右|上下|以[上下内]")
_LARGE = re.compile(r"[万亿].?$|[kKwW]$")
_WHO = re.compile(
    r"(?:参保|城乡|农村|城镇|贫困|脱贫|流动|常住|老年|困难)?(?:群众|居民|农民|人口|职工|学生|老人|参保人)"
)
_LISTED = re.compile(r"(?:[、和与及,]\d{1,5}(?:\.\d{1,4})?万){1,6}(人次|人|户|亩|吨)")  # 12.3万、45.6万和2.1万人


def read_magnitude(text: str, found: re.Match[str]) -> Entity | None:
    """A magnitude that stands alone is a sum of money unless people are announced or a list ends in another unit."""
    start, end = found.span()
    written = found.group()
    if not _WRITTEN.search(written) or not _LARGE.search(written) or names.in_quotes(text, start, end):
        return None  # 万 of a table head, 3百
    clause = text[max(0, start - 16) : start]
    if written[-1].isascii() and not _ABOUT.match(text, end):
        return None  # 4K, but 15k左右
    whom = _WHO.match(text, end)  # 服务7.6万参保群众
    if not (whom or _CLOSING.match(text, end) or _JUST_BEFORE.search(clause)):
        return None
    unit = "人" if whom else _unit_of(text, end, clause)
    return finish_number(text, start, end, written, measure_of("", unit), rule="magnitude") if unit else None


def _unit_of(text: str, end: int, clause: str) -> str:
    """The unit that a list or the clause gives; "" where something else is counted."""
    if listed := _LISTED.match(text, end):
        return listed[1]
    kind, word = "money", ""
    for told in _ANNOUNCED.finditer(clause, _CLAUSE.search(clause).start()):  # type: ignore[union-attr]
        kind, word = told.lastgroup or kind, told.group()
    if kind == "people":
        return "人次" if word == "人次" else "人"
    return "元" if kind == "money" else ""


def read_sum(text: str, found: re.Match[str]) -> Entity | None:
    """A number that the sign or name of a currency stands before: ¥1,200.50, 人民币500."""
    start, end = found.span()
    sign = _CURRENCY.search(text, max(0, start - 4), start) if text[start - 1 : start] in _CURRENCY_ENDS else None
    if sign is None:
        return None
    measure = measure_of("", _CURRENCIES[sign[1]])
    return finish(text, start, end, measure, value_of(found["number"], measure), rule="currency")


def read_rate(text: str, found: re.Match[str]) -> Entity:
    """慰问标准300/人: what is paid goes without saying."""
    measure = measure_of("", "元" + found["each"])
    entity = finish(text, *found.span(), measure, value_of(found["number"], measure), rule="elided")
    return replace(entity, unit_source="elided")
