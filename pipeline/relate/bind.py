"""One number and its name: the cue at the number, the candidates, the choice."""

from __future__ import annotations

import msgspec

from pipeline.records import Record
from pipeline.relate.candidates import candidates
from pipeline.relate.chain_starts import begin_chain
from pipeline.relate.choice import Candidate, Choice, choose
from pipeline.relate.cues import Cue, cue_of
from pipeline.relate.earlier import RELATIVE, with_earlier
from pipeline.relate.own_cue import earlier_level, inherited, own_cue
from pipeline.relate.phrases import before
from pipeline.relate.sentences import Mention, Name, Sentence
from pipeline.relate.settle import settle
from pipeline.relate.thread import Thread
from pipeline.relate.trace import Considered

_WEAK = {"bare_verb", "cue_phrase"}


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
    low, end, dated = _room(thread, sentence, at) if at else (thread.consumed, mention.start, False)
    start = before(sentence.text, low, end)
    own = cue_of("prior", end - 1) if dated else own_cue(sentence, mention, low, start)
    if own.measure == "actual":
        thread.leave_part(mention.entity)
    thread.goes_on = bool(thread.chained)
    if thread.chained and not own.measure:  # 上年同期分别为3、4万元: what is said of the first holds for all
        own = msgspec.structs.replace(thread.cue, end=own.end, start=-1)
    if thread.cue.measure:
        own = inherited(thread.cue, own, sentence.text[low : mention.start])
    cue = thread.cue = own
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


def _room(thread: Thread, sentence: Sentence, at: int) -> tuple[int, int, bool]:
    """Where the phrase before mention ``at``, not the first, can begin, where it ends, and whether before its own date."""
    dated = earlier_level(sentence, at)
    last = at - 1 if dated or thread.passed == at - 1 or _lasts(thread, sentence, at - 1) else at
    low = _end_before(sentence, last)
    low = low if low > thread.consumed else thread.consumed
    return low, sentence.mentions[last if dated else at].start, dated


def _remember(thread: Thread, chosen: Candidate, cue: Cue, unit: str) -> None:
    """What later numbers may refer to."""
    name, kind = chosen.name, chosen.kind
    thread.taken.add((name.start, unit, cue.said))
    thread.weak = not _WEAK.isdisjoint(chosen.signals) or (thread.weak and kind == "topic")
    thread.of_unit[unit] = name
    if unit not in RELATIVE:
        thread.of_unit[""] = name
    again = kind == "topic" and chosen.signals[0] != "topic_of_unit"
    if not again and cue.measure != "base" and not (cue.compared and kind == "heading"):
        thread.name_topic(name)
    if kind == "bracketed" and thread.outside:
        thread.outside[-1] = name  # 效益指标(30分)得28分
    if chosen.stop > thread.consumed:
        thread.consumed = chosen.stop


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
    unnamed = cue.compared and cue.end <= start
    if not thread.chained and (sentence.chained or unnamed) and at + 1 < len(sentence.mentions):
        begin_chain(thread, sentence, at, low, unnamed=unnamed)
    thread.year = thread.chain_years.pop(0) if thread.chain_years else ""
    if thread.chained:
        return [Candidate(thread.chained.pop(0), "chain", ("chain",))]
    return with_earlier(thread, sentence, at, low, start, cue, candidates(sentence, at, low, cue, start))
