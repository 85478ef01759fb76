"""Numbers that name and do not count: ordinals, set names, slogans, what stands in short quotation marks.

``resources/set_names.txt`` lists set names from their number on; the rules here hold for any.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent.parent / "resources" / "set_names.txt"

_BEFORE_ONE = "每某另同各这那哪任何逐进统单唯专之不合归万又更"  # 每一个, 统一, 之一
_ONE_AS_ARTICLE = re.compile(
    r"一(?:个|种|项|批|次|场|份|道|支|条|轮|层|套|片)(?=新|良好|更|全新|重要|崭新|台阶|高|方面|过程|侧|整体|字|闭环|完|较|大|好|有|又|是|和|优|强|共|体系|系列|部|定|重|不|都|也|主|比|特|以|集|多)"
)
_ARTICLE_ONLY = frozenset("种批套层道条轮份场支片组类期级届重块对把门节")  # 一种, 一批: hardly ever a count
_CLOSES = ("", *"，。；、,;)")
_ABOUT = frozenset("近约超逾达有")
_RATE_NAME = re.compile(r"(?:及|\(含\))?以[上下][^,，。；;、\d]{0,14}率")
_RANKED = frozenset("期届层")  # 二期, 三层
_LEVELS = frozenset("省市县区乡镇村)")  # 县、镇、村三级 counts levels
_GRADED = frozenset("医甲乙丙指公定残伤")  # 县三级医院 does not


@cache
def _set_names() -> re.Pattern[str]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    names = sorted(
        (line.strip() for line in lines if line.strip() and not line.startswith("#")),
        key=len,
        reverse=True,
    )
    return re.compile("|".join(map(re.escape, names)))


def in_set_name(text: str, start: int) -> bool:
    """Whether a set name of the table begins at ``start``."""
    return _set_names().match(text, start) is not None


def in_quotes(text: str, start: int, end: int) -> bool:
    """Whether the stretch stands in a short name in quotation marks or in the title of a document."""
    opening = max(
        text.rfind("“", max(0, start - 9), start),
        text.rfind('"', max(0, start - 9), start),
    )
    if opening >= 0 and text.find("”", opening, start) < 0:
        closing = text.find("”", end, end + 10)
        if closing < 0:
            closing = text.find('"', end, end + 10)
        return closing >= 0
    opening = text.rfind("《", max(0, start - 40), start)
    return opening >= 0 and text.find("》", opening, start) < 0


def is_rank(text: str, start: int) -> bool:
    """Whether 第 or a list that 第 opens, or 前 of a ranking, stands before the number: 第三, 第2、3批, 前10名."""
    at = start
    while at and text[at - 1] == " ":
        at -= 1
    previous = text[at - 1 : at]
    if previous == "第" or (previous in ("前", "后") and _FIRST_OF.match(text, start)):
        return True
    return previous in _RANK_JOINTS and _RANK_LIST.search(text, max(0, start - 8), start) is not None


_FIRST_OF = re.compile(r"[\d一二三四五六七八九十百]{1,4}[名位强]")
_RANK_JOINTS = frozenset("、和至-,")
_RANK_LIST = re.compile(r"第[\d一二三四五六七八九十]{1,3}[、和至\-,]$")


def in_rate_name(text: str, end: int, unit: str) -> bool:
    """Whether an age belongs to the name of a rate: 5岁以下儿童死亡率."""
    return unit in ("岁", "周岁") and _RATE_NAME.match(text, end) is not None


def is_level(text: str, start: int, end: int, unit: str) -> bool:
    """Whether a number before 级 is a grade (三级医院) and no count of levels (县、镇、村三级)."""
    if unit != "级" or text[start] == "两":
        return False
    return text[start - 1 : start] not in _LEVELS or text[end : end + 1] in _GRADED


def counts_nothing(text: str, start: int, end: int, numeral: str, unit: str) -> bool:
    """Whether a Chinese numeral with a classifier is a name or an article, not a count."""
    previous = text[start - 1 : start]
    if in_quotes(text, start, end):
        return True
    if numeral in "一两几" and previous and previous in _BEFORE_ONE:
        return True
    if numeral == "一":
        if text[end : end + 1] in _CLOSES:
            return False  # 印发方案一套。
        return unit[:1] in _ARTICLE_ONLY or _ONE_AS_ARTICLE.match(text, start) is not None
    if is_level(text, start, end, unit):
        return True
    if numeral == "二" and unit not in ("人", "人次"):
        return True  # two things are 两个; 二级, 二类, 二审 are ranks
    if unit == "分" and len(numeral) < 2:
        return True  # 十分重要
    if unit in _RANKED and numeral != "两":
        return True
    return numeral in "百千万亿" and previous not in _ABOUT  # 百姓, 千家万户, but 近百户
