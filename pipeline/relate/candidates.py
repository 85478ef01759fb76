"""The names that a number may have, each with the signals that speak for and against it."""

from __future__ import annotations

import re

from pipeline.relate.measures import Cue
from pipeline.relate.names import name_before, unquoted
from pipeline.relate.phrases import LONGEST, after, before, peel_left
from pipeline.relate.sentences import Mention, Sentence
from pipeline.relate.terms import terms
from pipeline.relate.weights import Candidate, Name

_AFTER_UNIT = re.compile(r"(?:以上|以下|以内|左右|上下|多|余)*的?")
_DONE = re.compile(r"[^了]{1,2}了")  # 30人次使用了自助终端
_JOINED = re.compile(r"(?<=..)[和与及]")  # 7个内设机构和审核、监督两个中心
_DONE_TO = re.compile(r"(?:采取|实施|进行|予以|给予|实行)了?")
_RATE = re.compile(r"(?:率|比|比例|比重|面|度|水平|报销|待遇|占比|幅度|系数|指数)$")


def named(sentence: Sentence, start: int, end: int) -> Name:
    """The name at text[start:end] of a sentence, in the report's offsets."""
    return Name(*sentence.span(start, end), sentence.text[start:end])


def candidates(sentence: Sentence, at: int, low: int, cue: Cue, start: int) -> list[Candidate]:
    """Candidates from the number's own clause; text[start:cue.end] is the phrase before the number and its cue."""
    mention = sentence.mentions[at]
    following = sentence.mentions[at + 1].start if at + 1 < len(sentence.mentions) else len(sentence.text)
    found = [own_phrase(sentence, mention, cue, start, following)]
    found.append(colon_head(sentence, low, cue, start))
    found.append(phrase_after(sentence, mention, following, cue))
    return [candidate for candidate in found if candidate]


def own_phrase(sentence: Sentence, mention: Mention, cue: Cue, start: int, following: int) -> Candidate | None:
    """The noun phrase, or verb and object, directly before the number."""
    start, end = name_before(sentence.text, max(start, cue.start), cue.end)
    if end - start < 1:
        return None
    text = sentence.text[start:end]
    signals = ["own_phrase"]
    if text in terms().heads:
        signals.append("general_head")
    elif terms().doing.fullmatch(text):
        signals.append("bare_verb")
    if text.endswith("等"):
        signals.append("list_before")
    if end - start > 24:
        signals.append("long")
    if mention.type == "PERCENT" and not _RATE.search(text):
        signals.append("no_rate")
    if mention.end >= following or mention.end == len(sentence.text) or sentence.text[mention.end] in ",;。、()":
        signals.append("ends_clause")
    return Candidate(named(sentence, start, end), "own_phrase", tuple(signals))


def colon_head(sentence: Sentence, low: int, cue: Cue, start: int) -> Candidate | None:
    """The label before a colon that stands right before the number: 参保人数：20人."""
    text = sentence.text
    if cue.end > start or start - 1 <= low or text[start - 1] != ":":
        return None
    begin, end = name_before(text, before(text, low, start - 1), start - 1)
    return Candidate(named(sentence, begin, end), "colon_head", ("colon_head",)) if end > begin else None


def phrase_after(sentence: Sentence, mention: Mention, following: int, cue: Cue) -> Candidate | None:
    """The counted noun after a number (20家参保单位), or what is told of so many people (30人缓缴医保费)."""
    text = sentence.text
    start = _AFTER_UNIT.match(text, mention.end).end()  # type: ignore[union-attr]
    end = after(text, start, following)
    if end - start < 1:
        return None
    if mention.type == "COUNT" or text[mention.end - 1] in "名位个":
        return _counted_noun(sentence, start, end, following)
    if cue.measure not in {"", "actual", "target", "budget"}:
        return None
    if mention.type in {"PERSON_COUNT", "PERCENT", "MONEY"} and start == mention.end:
        return _told_after(sentence, start, end, mention)
    return None


def _counted_noun(sentence: Sentence, start: int, end: int, following: int) -> Candidate | None:
    text = sentence.text
    stop = terms().stop.search(text, start, end)
    if stop:
        end = stop.start()
    elif end == following and (head := terms().counted.search(text, start, end)) and end - head.end() >= 2:
        end = head.end()
    joined = _JOINED.search(text, start, end)
    if joined and (head := terms().counted.match(text, joined.start() - 2, joined.start())):
        end = head.end()
    if end == start:
        return None
    if terms().doing.match(text, start, end):
        times = text[start - 1] in "次场轮"  # 三次划转资金: what was done so often
        return Candidate(named(sentence, start, end), "phrase_after", ("phrase_after",)) if times else None
    if text[start:end] in terms().heads and (done := _done_to(text, end, following)):
        return Candidate(named(sentence, *done), "counted_noun", ("counted_noun",), done[1])
    signals = (
        ("counted_noun", "general_head", "general_head") if text[start:end] in terms().heads else ("counted_noun",)
    )
    begin, stop_at = unquoted(text, start, end)
    return Candidate(named(sentence, begin, stop_at), "counted_noun", signals, end) if stop_at > begin else None


def _done_to(text: str, start: int, following: int) -> tuple[int, int] | None:
    """What was done to so many units, where 单位 alone says nothing: 对6家单位采取了限期整改措施."""
    verb = _DONE_TO.match(text, start)
    if not verb:
        return None
    end = after(text, verb.end(), min(following, verb.end() + LONGEST))
    return (verb.end(), end) if end > verb.end() else None


def _told_after(sentence: Sentence, start: int, end: int, mention: Mention) -> Candidate | None:
    text = sentence.text
    done = _DONE.match(text, start, end)
    begin = peel_left(text, done.end() if done else start, end)
    if end - begin < 2 or (mention.type == "MONEY" and text[begin] in "对向给为"):
        return None
    signal = "percent_after" if mention.type == "PERCENT" else "phrase_after"
    if text.startswith(("用于", "用作"), start):
        signal = "purpose_after"
    elif terms().doing.match(text, begin):
        signal = {"MONEY": "purpose_after", "PERSON_COUNT": "verb_after"}.get(mention.type, signal)
    return Candidate(named(sentence, begin, end), "phrase_after", (signal,))
