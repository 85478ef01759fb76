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
_TARGET_WORDS = re.compile(
    r"力争|预计|争取(?:实现|达到|完成|在)|(?<!按)(?<!按照)计划(?!生育)|拟(?!定)|预期(?!寿命)|目标(?:为|是|值|:)"
)
_WILL = re.compile(
    r"将(?!其|近)|要(?!求|点|素)|继续|进一步|确保"
)  # of a later year, words of a plan anywhere in the sentence
_BUDGET = re.compile(
    r"^(?:部门|年初|全年|年度)?预算(?!管理|绩效|编制|一体|评审|执行|单位)|预算(?:资金|安排|批复|总额|控制)"
)
_COMPLETION = re.compile(r"(?:执行|支付|完成)率$|(?:支出|执行|支付)进度$")
_GIVEN = re.compile(r"[,()]*(?:自评|实际)?得")  # 产出指标50分，得48分: the first are the full marks


_SO_FAR = re.compile(r"今年以来|目前|截至|已(?!经?[用有])|现有|现已")  # in a section of plans: what is already there


def measure_of(thread: Thread, sentence: Sentence, bound: Bound, parent: Statement | None, year: str) -> str:
    """The measure of a bound number whose total is ``parent`` and whose year is known."""
    own = thread.facts.year
    planned = sentence.label == "goals" and bound.cue.said in {"change", "change_rate"}
    measure = ("target" if planned else bound.cue.said) or _told(
        thread, sentence, bound, parent, int(year) if year else own
    )
    if measure == "prior" and own and year == str(own):
        return "actual"  # of next year's plan: 由4次增加到6次
    return "prior" if measure == "actual" and own and year and int(year) < own else measure


def score_measure(text: str, mention: Mention) -> str:
    """Full marks or marks reached, of a number of points without a cue."""
    return "points" if _GIVEN.match(text, mention.end) else "score"


def _told(thread: Thread, sentence: Sentence, bound: Bound, parent: Statement | None, year: int | None) -> str:
    text, mention, name = sentence.text, bound.mention, bound.name.text
    if parent:
        return parent.measure
    if mention.type == "SCORE":
        return score_measure(text, mention)
    plans = sentence.label in _TARGET_LABELS and not so_far(sentence, bound.start, mention.start)
    if plans or _TARGET_WORDS.search(text, bound.start, mention.start):
        return "target"
    if mention.type == "PERCENT" and name.endswith("占比") and not name.endswith(("药占比", "耗占比", "耗材占比")):
        return "share"
    if mention.type == "PERCENT" and _COMPLETION.search(name):
        return "completion"
    if mention.type == "MONEY" and _BUDGET.search(name):
        return "budget"
    if thread.facts.report_type.startswith("project") and ALLOTTED.search(name):
        return "budget"
    later = thread.facts.year and year and year > thread.facts.year
    ahead = later and (_WILL.search(text, 0, mention.start) or _of_whole_year(text, year, mention.start))
    return "target" if ahead else "actual"


def so_far(sentence: Sentence, start: int, end: int) -> bool:
    """Whether text[start:end] in a section of plans tells what was reached already."""
    return sentence.label == "measures" and bool(_SO_FAR.search(sentence.text, start, end))


def _of_whole_year(text: str, year: int | None, end: int) -> bool:
    """Whether a year after the report's is named without a month: 2022年,培训护林员80人 tells a plan."""
    return bool(re.compile(rf"{year}年(?:度|底|末)?(?!\d|初)").search(text, 0, end))
