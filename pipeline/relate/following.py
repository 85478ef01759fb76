"""Names that stand after their number: the counted noun, or what is told of so many people, so much money."""

from __future__ import annotations

import re

from pipeline.relate.choice import Candidate
from pipeline.relate.cues import Cue
from pipeline.relate.names import unquoted
from pipeline.relate.phrases import LONGEST, after, peel_left
from pipeline.relate.sentences import Mention, Sentence
from pipeline.relate.terms import terms

_AFTER_UNIT = re.compile(r"(?:以上|以下|以内|左右|上下|多|余)*的?(?:标准(?!化))?")
_DONE = re.compile(r"[^了]{1,2}了")  # 30人次使用了自助终端
_MOVED = re.compile(r"划转|移送|移交|转为|改制|整合")  # 6户国有企业划转至投资公司
_JOINED = re.compile(r"(?<=..)[和与及]")  # 7个内设机构和审核、监督两个中心
_DONE_TO = re.compile(r"(?:采取|实施|进行|予以|给予|实行)了?")
_GRADED = re.compile(r"(?:被?评|评价结果|评价等次|等次)?为[“\"]?[优良中差](?:秀|好|等)?[”\"]?")  # 4个项目评为优
_STANDARD = re.compile(
    r"(?:目标值?|要求|标准|考核线|任务|指标值?|上限|下限|控制线|红线|警戒线|底线)$"
)  # 高于80%的考核线
_CHANGED = re.compile(
    r"(?:增加|减少|增长|下降|提高|降低|上升|上涨|回落|提升|调整|扩大|增至|降至|精简|减为|减至|降为|压减|调减|压缩)"
)  # 较年初预算3万元减少1万元
_CLOSED = {"", ",", "。", ";", "、", ")", ":"}
_VALUES = {"", "actual", "target", "budget"}  # measures that a phrase after the number goes with


def phrase_after(sentence: Sentence, mention: Mention, following: int, cue: Cue) -> Candidate | None:
    """The counted noun after a number (20家参保单位), or what is told of so many people (30人缓缴医保费)."""
    text = sentence.text
    if text[mention.end : mention.end + 1] in _CLOSED:
        return None
    unit = _AFTER_UNIT.match(text, mention.end)
    start = unit.end() if unit else mention.end
    end = after(text, start, following)
    if end <= start:
        return None
    if mention.type == "COUNT" or text[mention.end - 1] in "名位个":
        return _counted(sentence, start, end, following)
    between = text[mention.end : start]
    direct = (
        not between or (between == "的" and mention.type in {"PERSON_COUNT", "PERCENT"}) or between.endswith("标准")
    )
    if mention.type != "SCORE" and direct and cue.measure in _VALUES:
        return _told(sentence, start, end, mention.type)
    return None


def _counted(sentence: Sentence, start: int, end: int, following: int) -> Candidate | None:
    """What was counted; 三次划转资金: what was done so often; 6家单位采取了限期整改措施: what was done to them."""
    text = sentence.text
    if _CHANGED.match(text, start):
        return None
    if graded := _GRADED.match(text, start, following):
        return Candidate(sentence.name(*graded.span()), "counted_noun", ("counted_noun",), graded.end())
    noun_end = _noun_end(text, start, end, following)
    if terms().doing.match(text, start, noun_end):
        often = text[start - 1] in "次场轮"
        return Candidate(sentence.name(start, end), "phrase_after", ("phrase_after",)) if often else None
    begin, noun_end = unquoted(text, start, noun_end)
    if begin == noun_end:
        return None
    if text[begin:noun_end] not in terms().heads:
        return Candidate(sentence.name(begin, noun_end), "counted_noun", ("counted_noun",), noun_end)
    done = _done_to(text, noun_end, following)
    if done:
        return Candidate(sentence.name(*done), "counted_noun", ("counted_noun",), done[1])
    return Candidate(sentence.name(begin, noun_end), "counted_noun", ("counted_noun", "general_noun"), noun_end)


def _noun_end(text: str, start: int, end: int, following: int) -> int:
    """Where the noun that begins at ``start`` ends: at a verb, at 和, or before the name of the next number."""
    counted = terms().counted
    stop = terms().stop.search(text, start, end)
    limit = stop.start() if stop else end
    moved = _MOVED.search(text, start + 2, limit)
    if stop or moved:
        end = moved.start() if moved else limit
    elif end == following and (head := counted.search(text, start, end)) and end - head.end() >= 2:
        end = head.end()
    joined = _JOINED.search(text, start, end)
    return joined.start() if joined and counted.match(text, joined.start() - 2, joined.start()) else end


def _done_to(text: str, start: int, following: int) -> tuple[int, int] | None:
    if graded := _GRADED.match(text, start, following):
        return graded.span()
    verb = _DONE_TO.match(text, start)
    if not verb:
        return None
    end = after(text, verb.end(), min(following, verb.end() + LONGEST))
    return (verb.end(), end) if end > verb.end() else None


def _told(sentence: Sentence, start: int, end: int, kind: str) -> Candidate | None:
    text = sentence.text
    done = _DONE.match(text, start, end)
    begin = peel_left(text, done.end() if done else start, end)
    if _CHANGED.match(text, start):
        return None
    if end - begin < 2 or _STANDARD.search(text, begin, end) or (kind == "MONEY" and text[begin] in "对向给为"):
        return None
    signal = "percent_after" if kind == "PERCENT" else "phrase_after"
    if text.startswith(("用于", "用作"), start):
        signal = "purpose_after"
    elif text[start - 1] == "的":
        signal = "of_after"
    elif kind == "PERCENT" and terms().doing.match(text, start):
        signal = "percent_done"
    elif terms().doing.match(text, begin) or (begin > start and terms().light.match(text, start)):
        signal = {"MONEY": "purpose_after", "PERSON_COUNT": "verb_after"}.get(kind, signal)
    return Candidate(sentence.name(begin, end), "phrase_after", (signal,))
