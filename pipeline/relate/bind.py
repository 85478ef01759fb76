"""One number and its name: the cue at the number, the candidates, the choice."""

from __future__ import annotations

import re

import msgspec

from pipeline.records import Record
from pipeline.relate.candidates import candidates
from pipeline.relate.chains import chain, chain_years
from pipeline.relate.choice import Candidate, Choice, choose
from pipeline.relate.cues import Cue
from pipeline.relate.own_cue import earlier_level, inherited, own_cue
from pipeline.relate.phrases import before
from pipeline.relate.sentences import Mention, Name, Sentence
from pipeline.relate.settle import settle
from pipeline.relate.thread import Thread
from pipeline.relate.trace import Considered

_PAIR_GAP = re.compile(r"[、,和及]?(?:累计|共|约|近|计)?$")
_RELATIVE = {"%", "pp"}  # units of what is told of another value
_OF_SUMS = {"change", "prior", "budget"}
_RATED = {"PERCENT", "SCORE", "RATE"}  # numbers that may stand under the name of a rate
_RATE_ENDS = ("率", "进度", "占比", "比重", "满意度")
_CARRIED = {"topic", "heading"}
_YEARS_JOINED = re.compile(r"度?(?:、|和|与|及)")
_WEAK = {"bare_verb", "cue_phrase"}
_FLOW = re.compile(r"(?:全年|本年|当年|实际|共|年度|度)*支出")


class Bound(Record, frozen=True):
    """A number with the name chosen for it, and what the phrase between them says."""

    mention: Mention
    name: Name  # the one chosen
    choice: Choice
    cue: Cue
    start: int  # where in the sentence the phrase before the number begins


def named(bound: Bound, name: Name) -> Bound:
    """The same number with another name."""
    return bound if name is bound.name else msgspec.structs.replace(bound, name=name)


def bind(thread: Thread, sentence: Sentence, at: int) -> Bound | None:
    """Choose the name of mention ``at``; None where nothing names it."""
    mention = sentence.mentions[at]
    dated = earlier_level(sentence, at)
    last = at - 1 if dated or (at and (thread.passed == at - 1 or _lasts(thread, sentence, at - 1))) else at
    low = max(thread.consumed, _end_before(sentence, last))
    end = sentence.mentions[last].start if dated else mention.start
    start = before(sentence.text, low, end)
    own = Cue("prior", end - 1) if dated else own_cue(sentence, mention, low, start)
    if own.measure == "actual":
        thread.leave_part(mention.entity)
    thread.goes_on = bool(thread.chained)
    if thread.chained and not own.measure:  # 上年同期分别为3、4万元: what is said of the first holds for all
        own = msgspec.structs.replace(thread.cue, end=own.end, start=-1)
    cue = thread.cue = inherited(thread.cue, own, sentence.text[low : mention.start])
    found = _candidates(thread, sentence, at, low, start, cue)
    choice = choose(found, thread.weights)
    if choice and choice.best.stop >= 0:
        choice = settle(choice, found, sentence, at, thread.weights)
    if thread.trace is not None:
        thread.trace.append(Considered(mention.entity, tuple(found), choice, cue.said))
    if choice is None:
        return None
    _remember(thread, choice.best, cue, mention.unit)
    return Bound(mention, choice.best.name, choice, cue, start)


def _remember(thread: Thread, chosen: Candidate, cue: Cue, unit: str) -> None:
    """What later numbers may refer to."""
    thread.taken.add((chosen.name.start, unit, cue.said))
    thread.weak = not _WEAK.isdisjoint(chosen.signals) or (thread.weak and chosen.kind == "topic")
    thread.of_unit[unit] = chosen.name
    if unit not in _RELATIVE:
        thread.of_unit[""] = chosen.name
    again = chosen.kind == "topic" and chosen.signals[0] != "topic_of_unit"
    if not again and cue.measure != "base" and not (cue.compared and chosen.kind == "heading"):
        thread.name_topic(chosen.name)
    if chosen.kind == "bracketed" and thread.outside:
        thread.outside[-1] = chosen.name  # 效益指标(30分)得28分
    thread.consumed = max(thread.consumed, chosen.stop)


def _lasts(thread: Thread, sentence: Sentence, at: int) -> bool:
    """Whether a mention is a duration, which parts no name from its number: 占比连续五年保持在80%."""
    mention = sentence.mentions[at]
    return mention.type == "DATE" and thread.quantities[mention.entity].value.startswith("P")


def _end_before(sentence: Sentence, at: int) -> int:
    """Where the quantity or date before mention ``at`` ends; 度 after a year belongs to it."""
    if not at:
        return 0
    end = sentence.mentions[at - 1].end
    return end + 1 if sentence.mentions[at - 1].type == "DATE" and sentence.text.startswith("度", end) else end


def _candidates(thread: Thread, sentence: Sentence, at: int, low: int, start: int, cue: Cue) -> list[Candidate]:
    """The names that mention ``at`` may have; of a 分别 chain the one whose turn it is."""
    if not thread.chained and at + 1 < len(sentence.mentions):
        _begin_chain(thread, sentence, at, low, unnamed=cue.compared and cue.end <= start)
    thread.year = thread.chain_years.pop(0) if thread.chain_years else ""
    if thread.chained:
        return [Candidate(thread.chained.pop(0), "chain", ("chain",))]
    mention_type = sentence.mentions[at].type
    found = candidates(sentence, at, low, cue, start)
    if not thread.named:
        found = [_first(each) if each.kind == "cue_phrase" else each for each in found]
    if found and thread.topic and found[0].kind == "own_phrase" and _echoes(found[0].name, thread.topic):
        found[0] = msgspec.structs.replace(found[0], signals=(*found[0].signals, "echo"))
    found += _earlier(thread, sentence, at, low, cue)
    if mention_type not in _RATED:
        found = [_doubt_rate(each) if each.kind in _CARRIED else each for each in found]
    if path := _path(thread, start, cue.end, sentence.text):
        found.append(path)
    return found


def _begin_chain(thread: Thread, sentence: Sentence, at: int, low: int, *, unnamed: bool) -> None:
    """Take note of the names, or the years, of a 分别 chain that begins at a mention."""
    recent = thread.named or thread.named_before
    thread.chained = chain(sentence, at, low, recent, thread.subjects, unnamed=unnamed)
    if thread.chained:
        thread.subjects = list(thread.chained)
    elif sentence.text.find("分别", low, sentence.mentions[at].start) >= 0:
        thread.chain_years = chain_years(sentence, at, low, _dated(thread, sentence, at), thread.facts.year)


def _dated(thread: Thread, sentence: Sentence, at: int) -> list[str]:
    """The years of the dates right before mention ``at`` that follow each other with a sign or 和 between."""
    years: list[str] = []
    while at and sentence.mentions[at - 1].type == "DATE":
        at -= 1
        date = sentence.mentions[at]
        if years and not _YEARS_JOINED.fullmatch(sentence.text, date.end, sentence.mentions[at + 1].start):
            break
        years.insert(0, thread.quantities[date.entity].value[:4])
    return years


def _first(candidate: Candidate) -> Candidate:
    return msgspec.structs.replace(candidate, signals=(*candidate.signals, "cue_first"))


def _doubt_rate(candidate: Candidate) -> Candidate:
    """A name that is carried on, with a doubt if it is a rate's: the number is none."""
    if not candidate.name.text.endswith(_RATE_ENDS):
        return candidate
    return msgspec.structs.replace(candidate, signals=(*candidate.signals, "rate_name"))


def _path(thread: Thread, start: int, end: int, text: str) -> Candidate | None:
    """The path 类款项 in the number's own phrase, or before a phrase that says but 支出: 小学教育(项)。全年支出80万元."""
    path = thread.topic or thread.heading
    if not path or not path.full.endswith(("(项)", "(款)")):
        return None
    inside = thread.pathed > start or _FLOW.fullmatch(text, start, end)
    return Candidate(path, "path", ("path",)) if inside else None


def _earlier(thread: Thread, sentence: Sentence, at: int, low: int, cue: Cue) -> list[Candidate]:
    """The names that an earlier number or the heading has."""
    if not thread.topic:
        return [Candidate(thread.heading, "heading", ("heading",))] if thread.heading else []
    mention = sentence.mentions[at]
    gap = sentence.text[low : mention.start]
    glued = at and low == sentence.mentions[at - 1].end and _PAIR_GAP.match(gap)
    signal = "pair" if glued else "topic" if thread.named else "earlier_sentence"
    found = [_again(thread, thread.topic, signal, mention.unit, cue)]
    absolute = cue.measure in _OF_SUMS and mention.unit not in _RELATIVE
    if absolute and thread.of_unit.get("%") == thread.topic != thread.of_unit.get(""):
        found[0] = msgspec.structs.replace(found[0], signals=(*found[0].signals, "rate_before"))
    if thread.weak:
        found[0] = msgspec.structs.replace(found[0], signals=(*found[0].signals, "weak_topic"))
    alike = thread.of_unit.get("" if mention.unit in _RELATIVE and cue.compared else mention.unit)
    if alike and alike != thread.topic:
        found.append(_again(thread, alike, "topic_of_unit", mention.unit, cue))
    return found


def _echoes(name: Name, topic: Name) -> bool:
    """Whether a name is but the end of the topic's: 接待 after 国内公务接待."""
    return len(name.text) < len(topic.text) and topic.text.endswith(name.text)


def _again(thread: Thread, name: Name, signal: str, unit: str, cue: Cue) -> Candidate:
    """A name once more; it speaks against it that the sentence gave it such a value already."""
    taken = (name.start, unit, cue.said) in thread.taken
    return Candidate(name, "topic", (signal, "taken") if taken else (signal,))
