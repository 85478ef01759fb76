"""The name that a researcher would give a row when it stands alone: scheme, total and measure made explicit."""

from __future__ import annotations

import re

from pipeline.records import Statement
from pipeline.relate.bind import Bound
from pipeline.relate.breakdowns import BALANCED
from pipeline.relate.counted_names import said_of
from pipeline.relate.deeds import with_deed
from pipeline.relate.general_names import WIDE, specific
from pipeline.relate.said_beside import with_verb, with_what_follows
from pipeline.relate.schemes import is_foreign, needs_scheme, scheme_of
from pipeline.relate.sentences import Sentence
from pipeline.relate.thread import Thread

_SAID = {"change": "增减额", "change_rate": "增减率", "completion": "完成率", "share": "占比"}
_TELLS_SO = ("率", "占比", "比重", "进度", "增幅", "降幅")  # names that say so themselves
_FAR = 80  # characters outside brackets; a scheme named further before the number is another matter
_WITH_BRACKETS = 300  # characters with them
_WORTH = re.compile(r"(?P<what>(?:购置)?单(?:价|位价值)\d+万元以上)(?:\(含\))?的?(?=[^,;:。\d]{2,8}$)")  # of equipment
_LEAD = 16  # characters before the phrase of a number
_TWINS = ("培训费", "会议费")  # told in sections beside each other, in the same words
_SOCIAL = "社会保险"
_SCHEMES = ("职工", "城镇职工", "居民", "城乡居民")
_BUDGETED = ("政府采购", "收入")  # whose budget is an indicator of its own


def full_name(thread: Thread, sentence: Sentence, bound: Bound, parent: Statement | None, measure: str) -> str:
    """Compose the name in clean Chinese: total：part, then what is said of it."""
    name = bound.name.full or bound.name.text
    if "(" in name:
        name = name.translate(WIDE)
    name = _of_heading(thread, sentence, name)
    if name.endswith("设备") and (
        worth := _WORTH.search(sentence.text, max(bound.start - _LEAD, 0), bound.mention.start)
    ):
        name = f"{worth['what']}{name}"
    told = _told(sentence, bound, name) if not parent else name
    if told == name:
        told = with_verb(thread, sentence, bound, specific(thread, sentence, bound, name))
    name = told
    if measure == "budget" and name in _BUDGETED and sentence.text.startswith(name + "预算", bound.start):
        name += "预算"
    if parent:
        name = f"{parent.full_name}：{name}"
    elif not name.startswith(_SCHEMES) and needs_scheme(name):
        scheme = _scheme(thread, sentence, bound)
        name = name if is_foreign(scheme, name) else scheme + name
    if measure == "completion" and name.endswith("项目"):
        name += "资金预算"  # 信息化项目完成预算的98%
    if measure in _SAID:
        return name if name.endswith(_TELLS_SO) else name + _SAID[measure]
    return name + said_of(name, bound.mention, part=parent is not None)


def _of_heading(thread: Thread, sentence: Sentence, name: str) -> str:
    """The cost of the heading, where its paragraph was copied from the section beside it: 培训费支出情况。会议费预算为3万元."""
    told = thread.heading.text if thread.heading and name in _TWINS else name
    return told if told in _TWINS and told not in sentence.block.view.text else name


def _told(sentence: Sentence, bound: Bound, name: str) -> str:
    """The name with what its clause says of the things or people counted."""
    return (with_deed if bound.choice.best.kind == "counted_noun" else with_what_follows)(sentence, bound, name)


def _scheme(thread: Thread, sentence: Sentence, bound: Bound) -> str:
    before = sentence.text[max(0, bound.start - _WITH_BRACKETS) : bound.mention.start]
    if ")" in before:
        before = _outside(before)
    parts = before.rfind("其中")
    if parts >= 0 and before.find("职工", parts) >= 0 and before.find("居民", parts) >= 0:
        before = before[:parts]  # 参保60万人，其中职工3万人、居民57万人，参保率96%: the rate is of all
    return scheme_of(before, max(0, len(before) - _FAR)) or thread.scheme or _all_schemes(thread)


def _all_schemes(thread: Thread) -> str:
    """社会保险 in a statement of all social insurance funds: 基金支出 there is of no single one."""
    facts = thread.facts
    return f"各项{_SOCIAL}" if facts.report_type == "fund_statement" and _SOCIAL in facts.title else ""


def _outside(text: str) -> str:
    """The text without the brackets that are closed in it: what they tell holds inside only.

    >>> _outside("职工医保基金收入9万元(大病互助(含上缴)2万元),")
    '职工医保基金收入9万元,'
    """
    shorter = BALANCED.sub("", text)
    while shorter != text:
        text, shorter = shorter, BALANCED.sub("", shorter)
    return text
