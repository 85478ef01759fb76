"""Names that stand elsewhere: what earlier numbers or the heading are called, a path 类款项; and what speaks against them."""

from __future__ import annotations

import re

import msgspec

from pipeline.relate.candidates import CUE_NAMES
from pipeline.relate.choice import Candidate
from pipeline.relate.cues import Cue
from pipeline.relate.sentences import Name, Sentence
from pipeline.relate.thread import Thread

_PAIR_GAP = re.compile(r"[、,和及]?(?:累计|共|约|近|计)?")
_PAIR_GAP_LENGTH = 3  # characters
RELATIVE = {"%", "pp"}  # units of what is told of another value
_OF_SUMS = {"change", "prior", "budget"}
_SPENT = {"实际支出", "实际支付"}  # of a project's money a name of its own
_TITLE = re.compile(
    r"[^,;:。\d\s()]{2,10}(?<!情况)(?<!分析)(?<!结果)(?<!结论)(?<!方面)(?<!得分)"
)  # an item that marks are given for
_RATED = {"PERCENT", "SCORE", "RATE"}  # numbers that may stand under the name of a rate
_RATE_ENDS = ("率", "进度", "占比", "比重", "满意度")
_FLOW = re.compile(r"(?:全年|本年|当年|实际|共|年度|度)*支出")


def with_earlier(
    thread: Thread, sentence: Sentence, at: int, low: int, start: int, cue: Cue, found: list[Candidate]
) -> list[Candidate]:
    """The candidates of mention ``at`` from its own clause, and behind them those from elsewhere."""
    if not thread.named and cue.measure in CUE_NAMES:
        found = [_with(each, "cue_first") if each.kind == "cue_phrase" else each for each in found]
    if thread.facts.report_type.startswith("project"):
        found = [_with(each, "owner_and_cue") if each.name.text in _SPENT else each for each in found]
    if found and thread.topic and found[0].kind == "own_phrase" and _echoes(found[0].name, thread.topic):
        found[0] = _with(found[0], "echo")
        if "bare_verb" in found[0].signals:  # 国内公务接待3批，接待20人: the verb says nothing new
            found = found[1:]
    if (
        sentence.mentions[at].type == "SCORE"
        and not thread.named
        and not cue.compared
        and (opening := _opening(thread))
    ):
        found.append(opening)
    carried = _earlier(thread, sentence, at, low, cue)
    found += carried if sentence.mentions[at].type in _RATED else map(_doubt_rate, carried)
    if path := _path(thread, start, cue.end, sentence.text):
        found.append(path)
    return found


def _opening(thread: Thread) -> Candidate | None:
    """The short title that a paragraph stands under, for the marks told in it: 2.预算执行。按季考核，满分8分，得7分."""
    if thread.section < 0:
        return None
    section = thread.layout.sections[thread.section]
    title = section.title.rstrip("。:")
    start = thread.layout.normal.find(title, section.start, section.heading_end)
    if start < 0 or not _TITLE.fullmatch(title):
        return None
    return Candidate(Name(start, start + len(title), title), "opening", ("opening",))


def _with(candidate: Candidate, signal: str) -> Candidate:
    return msgspec.structs.replace(candidate, signals=(*candidate.signals, signal))


def _doubt_rate(candidate: Candidate) -> Candidate:
    """A name that is carried on, with a doubt if it is a rate's: the number is none."""
    if not candidate.name.text.endswith(_RATE_ENDS):
        return candidate
    return _with(candidate, "rate_name")


def _path(thread: Thread, start: int, end: int, text: str) -> Candidate | None:
    """The path 类款项 in the number's own phrase, or before a phrase that says but 支出: 小学教育(项)。全年支出80万元."""
    path = thread.topic or thread.heading
    if not path or not path.full or not path.full.endswith(("(项)", "(款)")):
        return None
    inside = thread.pathed > start or _FLOW.fullmatch(text, start, end)
    return Candidate(path, "path", ("path",)) if inside else None


def _earlier(thread: Thread, sentence: Sentence, at: int, low: int, cue: Cue) -> list[Candidate]:
    """The names that an earlier number or the heading has."""
    topic = thread.topic
    if not topic:
        return [Candidate(thread.heading, "heading", ("heading",))] if thread.heading else []
    mention = sentence.mentions[at]
    unit, relative = mention.unit, mention.unit in RELATIVE
    near = at and mention.start - low <= _PAIR_GAP_LENGTH and low == sentence.mentions[at - 1].end
    glued = near and _PAIR_GAP.fullmatch(sentence.text, low, mention.start)
    signal = "pair" if glued else "topic" if thread.named else "earlier_sentence"
    found = [_again(thread, topic, signal, unit, cue)]
    absolute = cue.measure in _OF_SUMS and not relative
    if absolute and thread.of_unit.get("%") == topic != thread.of_unit.get(""):
        found[0] = _with(found[0], "rate_before")
    if thread.weak:
        found[0] = _with(found[0], "weak_topic")
    alike = thread.of_unit.get("" if relative and cue.compared else unit)
    if alike and alike is not topic and alike != topic:
        found.append(_again(thread, alike, "topic_of_unit", unit, cue))
    return found


def _echoes(name: Name, topic: Name) -> bool:
    """Whether a name is but the end of the topic's: 接待 after 国内公务接待."""
    return len(name.text) < len(topic.text) and topic.text.endswith(name.text)


def _again(thread: Thread, name: Name, signal: str, unit: str, cue: Cue) -> Candidate:
    """A name once more; it speaks against it that the sentence gave it such a value already."""
    taken = (name.start, unit, cue.said) in thread.taken
    return Candidate(name, "topic", (signal, "taken") if taken else (signal,))
