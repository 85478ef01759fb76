"""The name that a researcher would give a row when it stands alone: scheme, total and measure made explicit."""

from __future__ import annotations

import re

from pipeline.records import Statement
from pipeline.relate.bind import Bound
from pipeline.relate.breakdowns import BALANCED
from pipeline.relate.deeds import with_deed
from pipeline.relate.schemes import is_foreign, needs_scheme, scheme_of
from pipeline.relate.sentences import Sentence
from pipeline.relate.terms import terms
from pipeline.relate.thread import Thread

_SAID = {"change": "增减额", "change_rate": "增减率", "completion": "完成率", "share": "占比"}
_TELLS_SO = ("率", "占比", "比重", "进度", "增幅", "降幅")  # names that say so themselves
_FAR = 80  # characters outside brackets; a scheme named further before the number is another matter
_WITH_BRACKETS = 300  # characters with them
_OF_THE_EARLIER = {"人数", "人次", "金额", "次数", "件数", "数量", "比例", "人员"}
_SCHEMES = ("职工", "城镇职工", "居民", "城乡居民")
_FLOWS = ("收入", "支出")
_OPENING = re.compile(r"\s*(?:\(?[一二三四五六七八九十\d]+[)、.])?\s*([^,;:。\d]{3,30}?)[:。]")
_WIDE = str.maketrans("()", "（）")


def full_name(thread: Thread, sentence: Sentence, bound: Bound, parent: Statement | None, measure: str) -> str:
    """Compose the name in clean Chinese: total：part, then what is said of it."""
    name = bound.name.full or bound.name.text
    if "(" in name:
        name = name.translate(_WIDE)
    told = with_deed(sentence, bound, name) if bound.choice.best.kind == "counted_noun" and not parent else name
    if told == name and name in terms().heads:
        told = _specific(thread, sentence, name)
    name = told
    if parent:
        name = f"{parent.full_name}：{name}"
    elif not name.startswith(_SCHEMES) and needs_scheme(name):
        scheme = _scheme(thread, sentence, bound)
        name = name if is_foreign(scheme, name) else scheme + name
    if measure in _SAID:
        return name if name.endswith(_TELLS_SO) else name + _SAID[measure]
    return name + _counted(name, bound)


def _specific(thread: Thread, sentence: Sentence, name: str) -> str:
    """A general name with what it is about: the name before it, or the opening words of the paragraph.

    召开会议3次，人数90人 -> 会议人数; 信息化项目绩效自评综述：项目全年预算数 -> 信息化项目
    """
    earlier = thread.named[-2].text.translate(_WIDE) if len(thread.named) > 1 else ""
    if earlier and name in _OF_THE_EARLIER:
        return earlier + name
    flows = [known.text for known in thread.named[:-1] if known.text.endswith(_FLOWS) and len(known.text) > 2]
    if flows and name in (*_FLOWS, "结余"):
        return flows[-1][:-2].translate(_WIDE) + name  # 统筹基金收入9万元，支出8万元
    opening = _OPENING.match(sentence.block.view.text)
    before, found, _ = opening[1].partition(name) if opening else ("", "", "")
    return before + name if found else name


def _scheme(thread: Thread, sentence: Sentence, bound: Bound) -> str:
    before = sentence.text[max(0, bound.start - _WITH_BRACKETS) : bound.mention.start]
    if ")" in before:
        before = _outside(before)
    parts = before.rfind("其中")
    if parts >= 0 and before.find("职工", parts) >= 0 and before.find("居民", parts) >= 0:
        before = before[:parts]  # 参保60万人，其中职工3万人、居民57万人，参保率96%: the rate is of all
    return scheme_of(before, max(0, len(before) - _FAR)) or thread.scheme


def _outside(text: str) -> str:
    """The text without the brackets that are closed in it: what they tell holds inside only.

    >>> _outside("职工医保基金收入9万元(大病互助(含上缴)2万元),")
    '职工医保基金收入9万元,'
    """
    shorter = BALANCED.sub("", text)
    while shorter != text:
        text, shorter = shorter, BALANCED.sub("", shorter)
    return text


def _counted(name: str, bound: Bound) -> str:
    """What was counted, where the name alone could be a sum of money too: 补偿意外伤害 + 人次."""
    mention = bound.mention
    if mention.type not in {"COUNT", "PERSON_COUNT"} or name.endswith(("数", "人次", "量", "次", "人员", "率")):
        return ""
    if mention.type == "PERSON_COUNT":
        return "人数" if mention.unit == "人" else mention.unit
    if mention.unit in "家个户所" or name.endswith(mention.unit):
        return "数"
    return f"{mention.unit}数" if mention.unit in "起件份次批例场期辆台项条套座处间笔" else ""
