"""The names that a number may have, each with the signals that speak for and against it."""

from __future__ import annotations

import re

from pipeline.relate.choice import Candidate
from pipeline.relate.cues import Cue
from pipeline.relate.following import phrase_after
from pipeline.relate.names import name_before
from pipeline.relate.phrases import before, peel_right
from pipeline.relate.sentences import Mention, Sentence
from pipeline.relate.terms import terms

_RATES = ("率", "比", "比例", "比重", "面", "度", "水平", "报销", "待遇", "系数", "指数")
_NO_NAME = re.compile(
    r"[\d.,%]*[和与及、]?|[一二三四五六七八九十]"
)  # what is left of a number that was not found: 0.5和1.2个百分点
_NO_NAME_SIGNS = frozenset("0123456789.,%和与及、一二三四五六七八九十")
CUE_NAMES = {"budget", "actual"}  # measures whose cue can stand for a name
_SUBJECT = re.compile(
    r"[^,;:。《]{0,6}《(?P<book>[^》]{2,30})》,|"
    r"(?:[^,;:。]{2,12},)?(?:\(?[一二三四五六七八九十\d]+[)、.]+)?(?P<name>[^,;:。()]{2,24}?)(?:由|分为?|从|自|按|于|采用|实行|包括|共设|设|,)"
)
_DIGIT = re.compile(r"\d")
_OWNER = re.compile(r"(?:年初|全年|年度|调整后)?(?:部门|单位)|调整后|追加后")
_INSIDE = {"集中", "室内", "省内", "县内", "区内", "域内"}
_IN_BRACKETS = {"", "扣", "得", "满分", "得分", "权重"}  # before the number in a bracket behind a name
_DOUBTS = {"bare_verb", "general_head", "list_before", "no_rate", "circumstance", "clause_before"}
_LEAD = re.compile(r"(?:其中|、|和|及)+")
_LONG = 24  # characters; a longer name tells more than what is measured


def candidates(sentence: Sentence, at: int, low: int, cue: Cue, start: int) -> list[Candidate]:
    """Candidates from the number's own clause; text[start:cue.end] is the phrase before the number and its cue."""
    text, mentions = sentence.text, sentence.mentions
    mention = mentions[at]
    following = mentions[at + 1].start if at + 1 < len(mentions) else len(text)
    sign = text[start - 1] if start - 1 > low else ""
    own = own_phrase(sentence, mention, cue, start, following)
    found = [own]
    if sign == ",":
        found.append(earlier_clause(sentence, low, cue, start))
    if cue.measure in CUE_NAMES:
        found.append(cue_phrase(sentence, mention, cue, start))
    if sign == ":":
        found.append(colon_head(sentence, low, cue, start))
    elif sign == "(":
        found.append(bracketed(sentence, mention, low, start))
    found.append(phrase_after(sentence, mention, following, cue))
    if start > low and not (own and _DOUBTS.isdisjoint(own.signals)):
        found.append(subject(sentence, at, start))
    return [*filter(None, found)]


def own_phrase(sentence: Sentence, mention: Mention, cue: Cue, start: int, following: int) -> Candidate | None:
    """The noun phrase, or verb and object, directly before the number."""
    text = sentence.text
    start, end = name_before(text, cue.start if cue.start > start else start, cue.end)
    if end <= start or (text[start] in _NO_NAME_SIGNS and _NO_NAME.fullmatch(text, start, end)):
        return None
    if text[start] in terms().no_name_starts and terms().no_names.fullmatch(text, start, end):
        return None
    name = sentence.name(start, end)
    signals = ["own_phrase", *_doubts(name.text, mention.type)]
    if mention.end in (following, len(text)) or text[mention.end] in ",;。、()":
        signals.append("ends_clause")
    elif text[mention.start - 1] == "的" and not cue.measure:
        signals.append("clause_before")
    return Candidate(name, "own_phrase", tuple(signals))


def _doubts(name: str, kind: str) -> list[str]:
    """The signals against a name."""
    doubts, last = [], name[-1]
    if name in terms().heads:
        doubts.append("general_head")
    elif name in terms().deeds:
        doubts.append("bare_verb")
    if last == "等":
        doubts.append("list_before")
    if len(name) > _LONG:
        doubts.append("long")
    if kind == "PERCENT" and not name.endswith(_RATES):
        doubts.append("no_rate")
    if last in "中后时内" and len(name) > 1 and name[-2:] not in _INSIDE:
        doubts.append("circumstance")
    return doubts


def subject(sentence: Sentence, at: int, start: int) -> Candidate | None:
    """What the sentence begins with, for its first number: 评价指标由投入、产出组成，满分100分."""
    if at > 1 or (at == 1 and sentence.mentions[0].type != "DATE"):
        return None
    found = _SUBJECT.match(sentence.text, 0, start)
    if not found:
        return None
    group = "book" if found["book"] else "name"
    begin, end = name_before(sentence.text, found.start(group), found.end(group))
    if _DIGIT.search(sentence.text, begin, end):
        return None
    return Candidate(sentence.name(begin, end), "subject", ("subject",)) if end - begin > 1 else None


def earlier_clause(sentence: Sentence, low: int, cue: Cue, start: int) -> Candidate | None:
    """The subject in the clause before, where a plan or what came of it is told: 开展水源巡查，原定24次."""
    text = sentence.text
    if cue.measure not in {"target", "actual"} or cue.end > start:
        return None
    begin, end = name_before(text, before(text, low, start - 1), start - 1)
    return Candidate(sentence.name(begin, end), "earlier_clause", ("earlier_clause",)) if end - begin > 1 else None


def cue_phrase(sentence: Sentence, mention: Mention, cue: Cue, start: int) -> Candidate | None:
    """The words of the cue, where nothing else names what was planned or spent: 部门年初预算80万元."""
    if cue.start >= 0:
        return None
    lead = _LEAD.match(sentence.text, start)
    start = lead.end() if lead else start
    end = peel_right(sentence.text, start, mention.start)
    if end <= start:
        return None
    signal = "owner_and_cue" if _OWNER.match(sentence.text, start) else "cue_phrase"
    return Candidate(sentence.name(start, end), "cue_phrase", (signal,))


def colon_head(sentence: Sentence, low: int, cue: Cue, start: int) -> Candidate | None:
    """The label before a colon that stands right before the number: 参保人数：20人."""
    text = sentence.text
    if cue.end > start:
        return None
    begin, end = name_before(text, before(text, low, start - 1), start - 1)
    return Candidate(sentence.name(begin, end), "colon_head", ("colon_head",)) if end > begin else None


def bracketed(sentence: Sentence, mention: Mention, low: int, start: int) -> Candidate | None:
    """The name before a bracket that holds but the number: 效益指标(30分)."""
    text = sentence.text
    if not text.startswith(")", mention.end) or text[start : mention.start] not in _IN_BRACKETS:
        return None
    begin, end = name_before(text, before(text, low, start - 1), start - 1)
    return Candidate(sentence.name(begin, end), "bracketed", ("bracketed",)) if end > begin else None
