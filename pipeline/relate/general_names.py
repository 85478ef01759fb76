"""A name too general to stand alone, with what it is about: what was named before it, the paragraph's opening, the project."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.relate.bind import Bound
from pipeline.relate.sentences import Sentence
from pipeline.relate.terms import terms
from pipeline.relate.thread import Thread
from pipeline.relate.topics import with_topic

WIDE = str.maketrans("()", "（）")
_OF_THE_EARLIER = {"人数", "人次", "金额", "次数", "件数", "数量", "比例", "人员"}
_FLOWS = ("收入", "支出")
_FLOWING = (*_FLOWS, "结余")
_OPENING = re.compile(r"\s*(?:\(?[一二三四五六七八九十\d]+[)、.])?\s*([^,;:。\d]{3,30}?)[:。]")
# what a project has or does, and how its full name says it
_OF_A_PROJECT = {
    "支出": "支出",
    "实际支出": "实际支出",
    "完成支出": "支出",
    "支出资金": "支出",
    "执行率": "执行率",
    "结余": "结余",
}
_OF_COSTS = {
    "支出": "支出",
    "支出决算": "支出",
    "控制率": "控制率",
    "执行率": "执行率",
    "结余": "结余",
}  # of what was just budgeted
_COST = re.compile(r"(?P<what>(?:[“\"]?三公[”\"]?经费|政府采购))(?:财政拨款)?(?:支出)?")
_INVOLVED = re.compile(r"[,、]?(?:共|共计)?涉及")  # 核查住院30人，涉及费用9万元
_COVERED = re.compile(r"(?P<what>(?:定点)?(?:药店|医院|诊所|卫生室|医疗机构|医药机构))覆盖")  # 药店覆盖164家
_WHEN = re.compile(r"(?P<when>[69]月底|上半年|前三季度)(?=[^,;:。分]*$)")  # how far money should be spent by then
_LEAD = 6  # characters before the phrase of a number
_NEAR = 60  # characters before a number
_COST_LINE = "成本指标"  # of a department's own evaluation
_TITLE = re.compile(
    r"(?:.*(?:[局委办县区市旗州]|中心|关于|年度?))?(?P<project>[^年]{4,40}?)(?:项目)?(?:转移支付)?(?:支出)?绩效(?:自评|评价|自我评价)"
)
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")


def specific(thread: Thread, sentence: Sentence, bound: Bound, name: str) -> str:
    """The name, made specific if it is general: 召开会议3次，人数90人 -> 会议人数; else as it is."""
    if name in _OF_COSTS and (found := _cost_before(thread)):
        return found + _OF_COSTS[name]
    if found := _by_the_earlier(thread, name):
        return found
    if name in _OF_A_PROJECT and (project := _project(thread)):
        return project + _OF_A_PROJECT[name]
    if bound.mention.type == "MONEY" and len(thread.named) > 1 and (found := _involved(thread, sentence, bound, name)):
        return found
    if covered := _COVERED.fullmatch(name):
        inspected = sentence.text.rfind("检查", max(bound.start - _NEAR, 0), bound.start) >= 0
        return f"{'检查' if inspected else ''}覆盖{covered['what']}"
    if name == _COST_LINE and bound.mention.type == "MONEY" and thread.facts.report_type.startswith("department"):
        return "部门整体支出成本"
    if name.endswith("进度") and (
        when := _WHEN.search(sentence.text, max(bound.start - _LEAD, 0), bound.mention.start)
    ):
        return when["when"] + name
    if name not in terms().heads:
        return with_topic(thread, sentence, bound, name)
    if name in _FLOWS and sentence.text.startswith("本年" + name, bound.start):
        return "本年" + name
    found = _by_the_opening(sentence, name)
    return f"{found}资金" if found.endswith("项目") and bound.mention.type == "MONEY" else found or name


def _involved(thread: Thread, sentence: Sentence, bound: Bound, name: str) -> str:
    """A sum that what was counted before it involves: 核查住院30人，涉及费用9万元 -> 住院涉及费用; empty if it tells none."""
    found = _INVOLVED.match(sentence.text, bound.start)
    sum_of = name.removeprefix("涉及")
    if not found or not sentence.text.startswith(sum_of, found.end()):
        return ""
    earlier = thread.named[-2].text.translate(WIDE)
    evaluated = "项目" in earlier and sentence.text.rfind("自评", max(bound.start - _NEAR, 0), bound.start) >= 0
    return f"{'绩效自评' if evaluated else earlier}涉及{sum_of}"


def _by_the_earlier(thread: Thread, name: str) -> str:
    """The name before it, or of a flow what flows: 统筹基金收入9万元，支出8万元 -> 统筹基金支出."""
    if name in _OF_THE_EARLIER and len(thread.named) > 1:
        return thread.named[-2].text.translate(WIDE) + name
    if name not in _FLOWING:
        return ""
    flows = [known.text for known in thread.named[:-1] if known.text.endswith(_FLOWS) and len(known.text) > 2]
    return flows[-1][:-2].translate(WIDE) + name if flows else ""


def _by_the_opening(sentence: Sentence, name: str) -> str:
    """The opening words of the paragraph: 信息化项目绩效自评综述：项目全年预算数 -> 信息化项目."""
    opening = _OPENING.match(sentence.block.view.text)
    before, found, _ = opening[1].partition(name) if opening else ("", "", "")
    return before + name if found else ""


def _cost_before(thread: Thread) -> str:
    """The cost that the sentence began with, where it is one of those budgeted by themselves: “三公”经费预算4万元，支出3万元."""
    found = _COST.fullmatch(thread.named[0].text) if len(thread.named) > 1 else None
    return found["what"] if found else ""


def _project(thread: Thread) -> str:
    """What the report's title calls the project that it is about; empty if it is about none or about several."""
    return _project_of(thread.facts.title) if thread.facts.report_type.startswith("project") else ""


@lru_cache(maxsize=256)
def _project_of(title: str) -> str:
    """The project that a title names.

    >>> _project_of("岜龙县医疗保障局2021年城乡医疗救助补助资金绩效自评报告")
    '城乡医疗救助补助资金'
    """
    found = _TITLE.match(_BRACKETS.sub("", title))
    project = found["project"] if found else ""
    return "" if project in ("项目支出", "部门整体支出") else project
