"""What is said of an indicator: its value, a plan, a budget, last year's value, a change ...

A cue at the number tells it (cues.py); else the total it is part of; else words of planning, the segment, the year.
"""

from __future__ import annotations

import re

from pipeline.records import Statement
from pipeline.relate.allotments import ALLOTTED
from pipeline.relate.bind import Bound
from pipeline.relate.sentences import Mention, Sentence
from pipeline.relate.thread import Thread

_TARGET_LABELS = {"goals", "measures"}
_COMPARES = re.compile(r"比(?!例|重|率)|较(?![大高低多少小])")
_AHEAD = 8  # characters; room for 比2021年 before the phrase
_AIMS = re.compile(r"目标(?:主要)?(?:是|为|有|包括)?:|目标(?:主要)?(?:是|为|有)")
_REACHED = re.compile(r"实际|已|完成情况|结果|达到了")
_PLANNED = {"change", "change_rate", "share"}  # told among goals or next steps, such a value is a target
_OWN_YEAR = {"actual", "budget"}  # of a year before the report's these are told for comparison
_FUNDS = ("资金", "经费", "补助")
_MEANS = re.compile(r"(?:资金|补助|配套|投资)$")  # sums among the goals of a project are what it is given
_HANDED_DOWN = re.compile(r"下达|安排")
_TARGET_WORDS = re.compile(
    r"力争|预计|争取(?:实现|达到|完成|在)|计(?<!按计)(?<!按照计)划(?!生育|”|\")|拟(?!定)|预期(?!寿命)|目标(?:为|是|值|:)"
)
_WILL = re.compile(
    r"将(?!其|近)|要(?!求|点|素)|继续|进一步|确保"
)  # of a later year, words of a plan anywhere in the sentence
_BUDGET = re.compile(
    r"^(?:部门|年初|全年|年度)?预算(?!管理|绩效|编制|一体|评审|执行|单位)|预算(?:资金|安排|批复|总额|控制)|"
    r"^(?:年中)?(?:追加|调增)(?:预算)?$"
)
_WHOLE_YEAR = re.compile(r"(?:度|底|末)?(?!\d|初)")  # after 2022年
_COMPLETION = re.compile(r"(?:执行|支付|完成|支出|下达|(?<!人员)控制)率$|(?:支出|执行|支付)进度$")
_FAR = 200  # characters before a number of points
_FRACTION = re.compile(r"成半?$|(?<!百)分之")
_RATE = re.compile(r"率|比|权重|幅|进度|自付|到位|满意")
_SCORED = re.compile(r"得|扣|评分")
_GIVEN = re.compile(r"[,()]*(?:自评|实际)?得")  # 产出指标50分，得48分: the first are the full marks


_SO_FAR = re.compile(
    r"今年以来|目前|截至|已(?!经?[用有])|现有|现已|仍有|还有|只有|仅有|曾"
)  # in a section of plans: what is already there


def measure_of(thread: Thread, sentence: Sentence, bound: Bound, parent: Statement | None, year: str) -> str:
    """The measure of a bound number whose total is ``parent`` and whose year is known."""
    own = thread.facts.year
    about = own if not year or year == thread.own_year else int(year)
    earlier = bool(own and about and about < own)
    planned = not earlier and bound.cue.said in _PLANNED and _plans(sentence, bound)
    if planned and sentence.label == "measures":  # 比今年提高3个百分点 is a change, 再增加8处 a plan
        planned = not _COMPARES.search(sentence.text, max(bound.start - _AHEAD, 0), bound.mention.start)
    measure = ("target" if planned else bound.cue.said) or _told(thread, sentence, bound, parent, about)
    if measure == "prior" and own and year == thread.own_year:
        return "actual"  # of next year's plan: 由4次增加到6次
    return "prior" if measure in _OWN_YEAR and earlier else measure


def score_measure(text: str, mention: Mention) -> str:
    """Full marks or marks reached, of a number of points without a cue; 满分100分，其中投入15分 tells full marks."""
    full = text.rfind("满分", max(mention.start - _FAR, 0), mention.start)
    if full >= 0 and text.find("其中", full, mention.start) >= 0 and not _SCORED.search(text, full, mention.start):
        return "points"
    return "points" if _GIVEN.match(text, mention.end) else "score"


def _told(thread: Thread, sentence: Sentence, bound: Bound, parent: Statement | None, year: int | None) -> str:
    text, mention, name = sentence.text, bound.mention, bound.name.text
    if parent:
        return parent.measure
    if mention.type == "SCORE":
        return score_measure(text, mention)
    own = thread.facts.year
    past = own and year and year < own
    if mention.type == "MONEY" and _is_budget(thread, sentence, bound, name) and not past:
        return "budget"
    if (_plans(sentence, bound) and not past) or (
        sentence.aims and _TARGET_WORDS.search(text, bound.start, mention.start)
    ):
        return "target"
    if mention.type == "PERCENT" and name.endswith("占比"):
        return "share"
    if mention.type == "PERCENT" and _COMPLETION.search(name):
        return "completion"
    if mention.type == "PERCENT" and _FRACTION.search(text, mention.start, mention.end) and not _RATE.search(name):
        return "share"  # 农村户籍超过九成
    if mention.type == "MONEY" and _BUDGET.search(name):
        return "budget"
    later = own and year and year > own
    if sentence.aims and _aimed(text, mention.start):
        return "target"
    ahead = later and (_WILL.search(text, 0, mention.start) or _of_whole_year(text, year, mention.start))
    return "target" if ahead else "actual"


def _aimed(text: str, end: int) -> bool:
    """Whether the sentence lists aims up to ``end``: 年度目标是：改造小区10个，新建管网12公里."""
    aims = _AIMS.search(text, 0, end)
    return bool(aims) and not _REACHED.search(text, aims.end(), end)  # type: ignore[union-attr]


def _plans(sentence: Sentence, bound: Bound) -> bool:
    """Whether a number stands among goals or next steps, and is not told as reached already."""
    return sentence.label in _TARGET_LABELS and not so_far(sentence, bound.start, bound.mention.start)


def _is_budget(thread: Thread, sentence: Sentence, bound: Bound, name: str) -> bool:
    """Whether a sum is what was given: any of a report on a budget, sums allotted to a project."""
    if thread.facts.report_type == "budget":
        return sentence.label != "achievements"
    if not thread.facts.report_type.startswith("project"):
        return False
    if sentence.label == "goals" and _MEANS.search(name):
        return True
    given = name.endswith(_FUNDS) and _HANDED_DOWN.search(sentence.text, bound.start, bound.mention.start)
    return bool(given or ALLOTTED.search(name))


def so_far(sentence: Sentence, start: int, end: int) -> bool:
    """Whether text[start:end] in a section of plans tells what was reached already."""
    return sentence.label == "measures" and bool(_SO_FAR.search(sentence.text, start, end))


def _of_whole_year(text: str, year: int | None, end: int) -> bool:
    """Whether a year after the report's is named without a month: 2022年,培训护林员80人 tells a plan."""
    named = f"{year}年"
    at = text.find(named, 0, end)
    while at >= 0 and not _WHOLE_YEAR.match(text, at + len(named), end):
        at = text.find(named, at + 1, end)
    return at >= 0
