"""One number and its name: the cue at the number, the candidates, the choice."""

from __future__ import annotations

import re

from pipeline.records import Record
from pipeline.relate.candidates import candidates
from pipeline.relate.chains import chain
from pipeline.relate.measures import Cue, find_cue
from pipeline.relate.phrases import before
from pipeline.relate.sentences import Mention, Sentence
from pipeline.relate.thread import Thread
from pipeline.relate.weights import Candidate, choose

_PAIR_GAP = re.compile(r"[、,和及]?(?:累计|共|约|近|计)?$")


class Bound(Record, frozen=True):
    """A number with the name chosen for it, and what the phrase between them says."""

    mention: Mention
    candidate: Candidate
    cue: Cue
    start: int  # where in the sentence the phrase before the number begins
    confidence: float


def bind(thread: Thread, sentence: Sentence, at: int) -> Bound | None:
    """Choose the name of mention ``at``; None where nothing names it."""
    mention = sentence.mentions[at]
    low = max(thread.consumed, sentence.mentions[at - 1].end if at else 0)
    start = before(sentence.text, low, mention.start)
    cue = _inherited(thread, find_cue(sentence.text, start, mention.start, mention.type), sentence.text[low : low + 1])
    chosen = _choose(thread, sentence, at, low, start, cue)
    if chosen is None:
        return None
    candidate, confidence = chosen
    if candidate.kind != "topic" and not (cue.compared and candidate.kind == "heading"):
        thread.topic, thread.here = candidate.name, True
    thread.consumed = max(thread.consumed, candidate.stop)
    return Bound(mention, candidate, cue, start, confidence)


def _inherited(thread: Thread, cue: Cue, sign: str) -> Cue:
    """The cue itself, or the change verb that leads a list: 减少培训费3万元、会议费2万元."""
    if cue.start >= 0:
        thread.led = cue
    elif cue.measure or sign != "、":
        thread.led = None
    elif thread.led:
        return Cue(thread.led.measure, cue.end, thread.led.sign)
    return cue


def _choose(
    thread: Thread, sentence: Sentence, at: int, low: int, start: int, cue: Cue
) -> tuple[Candidate, float] | None:
    if not thread.chained:
        thread.chained = chain(sentence, at, low)
    if thread.chained:
        return Candidate(thread.chained.pop(0), "chain", ("chain",)), 0.9
    found = candidates(sentence, at, low, cue, start)
    earlier = _earlier(thread, sentence, at, low)
    return choose([*found, earlier] if earlier else found)


def _earlier(thread: Thread, sentence: Sentence, at: int, low: int) -> Candidate | None:
    """The name that an earlier number or the heading has."""
    if thread.topic:
        gap = sentence.text[low : sentence.mentions[at].start]
        glued = at and low == sentence.mentions[at - 1].end and _PAIR_GAP.match(gap)
        signal = "pair" if glued else "topic" if thread.here else "earlier_sentence"
        return Candidate(thread.topic, "topic", (signal,))
    return Candidate(thread.heading, "heading", ("heading",)) if thread.heading else None
