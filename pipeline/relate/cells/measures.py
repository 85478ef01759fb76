"""What a head says of the figures under it: patterns over head texts, the first that fits decides."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.records import Cell

# column heads and, where figures stand beside them, row heads; 年初预算数 before 数, 得分 before 分
MEASURES = tuple(
    (re.compile(pattern), measure)
    for pattern, measure in (
        (
            r"(?:.*(?:预算)?(?:执行|完成|控制)(?:率|比例)|.*得分率|.*完成预算.*%?|.*B/A.*|完成率)(?:\(.*\))?",
            "completion",
        ),
        (r".*(?:分值|权重|满分|标准分|权数)(?:\(.*\))?", "points"),
        (r".*(?:得分|自评分|评分|复核分|评价分)(?:\(.*\))?", "score"),
        (r".*(?:增减|变动|增长|同比).*(?:%|率|幅|比例).*", "change_rate"),
        (r".*(?:增减|变动|同比增|比上年增).*", "change"),
        (r".*(?:占比|比重|所占比例|占.*比例|占.*%|[为与]上年.*的?%).*", "share"),
        (
            r"(?:上年|去年|上年度|上一年度?)(?:.*(?:决算|执行|实际|完成|预算|支出|收入|金额|同期).*)?数?(?:\(.*\))?",
            "prior",
        ),
        (r".*(?:目标值?|指标值|计划值|计划数|任务数?|计划完成.*)(?:\(.*\))?", "target"),
        (r".*(?:监控|监测|实现)(?:值|数)(?:\(.*\))?", "actual"),
        (r".*(?:实际|完成|决算|执行|支付).*(?:值|数|情况|额|金额|支出)?(?:\(.*\))?", "actual"),
        (r"(?:本年|全年)?(?:支出|使用)(?:数|额)(?:\(.*\))?", "actual"),
        (r".*(?:预算|批复|下达|安排)(?:安排)?(?:数|额|金额|资金|总额)?(?:\(.*\))?", "budget"),
    )
)
NOT_A_MEASURE = re.compile(
    r".*(?:公共预算|基金预算|经营预算)(?:收入|支出|拨款|资金)?(?:\(.*\))?"  # names of budgets: 国有资本经营预算
    r"|.*(?:预算(?:财政)?拨款|上年结转|上年结余|预算安排的|预算支出|预算收入|预算资金|预算管理|预算执行$|支付进度率|预算单位).*"
)
# column heads that name nothing: the row does
NO_NAME = re.compile(
    r"(?:19|20)\d{2}年度?|本年|本期|上年|金额|数额|数量|数值|总数|总量|人数|个数|全年|累计|(?:金额|数量|数值)\(.*\)"
)
# a row head that says no more than a measure: 预算数, 上年决算数; 彩票公益金安排的支出 names a thing
_MEASURE_ROW = re.compile(
    r"(?:\d{4}年度?)?(?:年初|全年|上年度?|本年度?|调整后?)?(?:预算|决算|执行|完成|目标|计划|实际)(?:数|值|额|率|安排数)?(?:\(.*\))?"
    r"|(?:比上年)?增减.*|上年数|本年数"
)
_LAST_YEAR = re.compile(r"上年度?|上一年度?|去年")  # a head over others: 上年 over 预算数 and 执行数
_YEAR = re.compile(r"((?:19|20)\d{2})年?")


@lru_cache(maxsize=4096)  # heads are words of templates, the same in most tables
def measure_of(head: str) -> str:
    """The measure that a head names, empty if it names none; the head is narrowed, without white space.

    >>> measure_of("全年执行数(B)"), measure_of("年度指标值"), measure_of("上年结转")
    ('actual', 'target', '')
    """
    if NOT_A_MEASURE.fullmatch(head):
        return ""
    return next((measure for pattern, measure in MEASURES if pattern.fullmatch(head)), "")


def measure_under(heads: tuple[str, ...]) -> str:
    """The measure that a head path names, by the last head that names one.

    >>> measure_under(("上年", "预算数")), measure_under(("本年", "预算数"))
    ('prior', 'budget')
    """
    told = next((found for head in reversed(heads) if (found := measure_of(head))), "")
    return "prior" if told in ("actual", "budget") and any(map(_LAST_YEAR.fullmatch, heads)) else told


def row_measure(head: str) -> str:
    """The measure of a row whose head names nothing but a measure, else empty."""
    return measure_of(head) if _MEASURE_ROW.fullmatch(head) else ""


def year_in(heads: tuple[str, ...]) -> str:
    """The year that the last of the heads to name one names; empty if none does."""
    for head in reversed(heads):
        found = _YEAR.search(head)
        if found:
            return found[1]
    return ""


def default_measure(title: str, cell: Cell) -> str:
    """What figures are where no head says it: a budget table's are budget, all others actual."""
    told = title + "".join(cell.column)
    return (
        "budget"
        if "预算" in told and "表" in title and not any(w in told for w in ("决算", "执行", "完成"))
        else "actual"
    )
