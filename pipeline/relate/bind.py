"""One number and its name: the cue at the number, the candidates, the choice."""

from __future__ import annotations

import re

import msgspec

from pipeline.records import Record
from pipeline.relate.candidates import candidates
from pipeline.relate.chains import chain, chain_word
from pipeline.relate.cues import Cue, find_cue
from pipeline.relate.phrases import before
from pipeline.relate.sentences import Mention, Name, Sentence
from pipeline.relate.thread import Thread
from pipeline.relate.weights import Candidate, choose
from pipeline.relate.years import OF_DATE

_PAIR_GAP = re.compile(r"[、,和及]?(?:累计|共|约|近|计)?$")
_BASES = {"budget": "completion", "target": "completion", "base": "share"}  # of a percentage told right after them
_CHANGES = re.compile(r"主要|原因|比|较|同比|变动|由于|因为")  # without these 减少群众垫付80万元 tells what was done
_FLOW = re.compile(r"(?:全年|本年|当年|实际|共|年度|度)*支出")
_RISE = re.compile(r"[提增升涨降减扩缩调变到至]")
_RISE_WITHIN = 10  # characters
_AND_GAP = re.compile(r"(?:以上|左右)?[、和与及]$")


class Bound(Record, frozen=True):
    """A number with the name chosen for it, and what the phrase between them says."""

    mention: Mention
    candidate: Candidate
    cue: Cue
    start: int  # where in the sentence the phrase before the number begins
    confidence: float


def named(bound: Bound, name: Name) -> Bound:
    """The same number with another name."""
    if name == bound.candidate.name:
        return bound
    return msgspec.structs.replace(bound, candidate=msgspec.structs.replace(bound.candidate, name=name))


def bind(thread: Thread, sentence: Sentence, at: int) -> Bound | None:
    """Choose the name of mention ``at``; None where nothing names it."""
    mention = sentence.mentions[at]
    dated = at > 0 and sentence.mentions[at - 1].type == "DATE" and _earlier_level(sentence, at)
    last = at - 1 if dated or (at and thread.passed == at - 1) else at
    low = max(thread.consumed, _end_before(sentence, last))
    end = sentence.mentions[last].start if dated else mention.start
    start = before(sentence.text, low, end)
    own = Cue("prior", end - 1) if dated else _own_cue(sentence, mention, low, start)
    if own.measure == "actual":
        thread.leave_part(mention.entity)
    cue = thread.cue = _inherited(thread, own, sentence.text[low : mention.start])
    chosen = _choose(thread, sentence, at, low, start, cue)
    if chosen is None:
        return None
    candidate, confidence = chosen
    if candidate.kind != "topic" and cue.measure != "base" and not (cue.compared and candidate.kind == "heading"):
        thread.name_topic(candidate.name)
    if candidate.kind == "bracketed" and thread.outside:
        thread.outside[-1] = candidate.name  # 效益指标(30分)得28分
    thread.consumed = max(thread.consumed, candidate.stop)
    return Bound(mention, candidate, cue, start, confidence)


def _own_cue(sentence: Sentence, mention: Mention, low: int, start: int) -> Cue:
    """What the phrase before a number says, if what stands around bears it out."""
    text = sentence.text
    said_from = max(start, chain_word(text, low, mention.start))  # of a chain the names come first
    own = find_cue(text, said_from, mention.start, mention.type, mention.unit)
    if own.leads and own.compared and not _CHANGES.search(text, 0, start + 4):
        return Cue("", own.end)
    composed = own.measure == "prior" and text[mention.start - 1] == "由" and not _rises(sentence, mention)
    return Cue("", own.end) if composed else own


def _earlier_level(sentence: Sentence, at: int) -> bool:
    """Whether a number is the level of the date before it from which it changed: 由2020年的82%提高到88%."""
    text, date, mention = sentence.text, sentence.mentions[at - 1], sentence.mentions[at]
    gap = text[date.end : mention.start]
    led = date.start and text[date.start - 1] in "由从较比"
    return bool(led and gap in OF_DATE and _rises(sentence, mention))


def _rises(sentence: Sentence, mention: Mention) -> bool:
    """Whether a change is told after a number: 由80%提高到85%, and not 小组由5人组成."""
    return bool(_RISE.search(sentence.text, mention.end, mention.end + _RISE_WITHIN))


def _end_before(sentence: Sentence, at: int) -> int:
    """Where the quantity or date before mention ``at`` ends; 度 after a year belongs to it."""
    if not at:
        return 0
    end = sentence.mentions[at - 1].end
    return end + 1 if sentence.mentions[at - 1].type == "DATE" and sentence.text.startswith("度", end) else end


def _inherited(thread: Thread, own: Cue, gap: str) -> Cue:
    """The number's own cue, or the last one where it reaches on: 减少培训费3万元、会议费2万元; 分别增长5%和3%."""
    last = thread.cue
    if gap == "的" and last.measure in _BASES:  # 占年初预算80万元的95%
        return Cue(_BASES[last.measure], own.end)
    if own.measure or not last.compared or not ((last.leads and gap.startswith("、")) or _AND_GAP.match(gap)):
        return own
    return Cue(last.measure, own.end, last.sign, leads=last.leads)


def _choose(
    thread: Thread, sentence: Sentence, at: int, low: int, start: int, cue: Cue
) -> tuple[Candidate, float] | None:
    if not thread.chained and at + 1 < len(sentence.mentions):
        thread.chained = chain(sentence, at, low, thread.named, unnamed=cue.compared and cue.end <= start)
    if thread.chained:
        return Candidate(thread.chained.pop(0), "chain", ("chain",)), 0.9
    found = candidates(sentence, at, low, cue, start)
    earlier = _earlier(thread, sentence, at, low)
    path = _path(thread, start, cue.end, sentence.text)
    return choose([each for each in (*found, earlier, path) if each])


def _path(thread: Thread, start: int, end: int, text: str) -> Candidate | None:
    """The path 类款项 in the number's own phrase, or before a phrase that says but 支出: 小学教育(项)。全年支出80万元."""
    path = thread.topic or thread.heading
    if not path or not path.full.endswith(("(项)", "(款)")):
        return None
    inside = thread.pathed > start or _FLOW.fullmatch(text, start, end)
    return Candidate(path, "path", ("path",)) if inside else None


def _earlier(thread: Thread, sentence: Sentence, at: int, low: int) -> Candidate | None:
    """The name that an earlier number or the heading has."""
    if thread.topic:
        gap = sentence.text[low : sentence.mentions[at].start]
        glued = at and low == sentence.mentions[at - 1].end and _PAIR_GAP.match(gap)
        signal = "pair" if glued else "topic" if thread.named else "earlier_sentence"
        return Candidate(thread.topic, "topic", (signal,))
    return Candidate(thread.heading, "heading", ("heading",)) if thread.heading else None
