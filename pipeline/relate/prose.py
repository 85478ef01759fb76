"""Statements of running prose: every number with its name, measure, year and total, in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import msgspec

from pipeline.records import Block, Entity, Facts, Layout, Segment, Statement
from pipeline.relate.breakdowns import Breakdowns
from pipeline.relate.candidates import candidates
from pipeline.relate.chains import chain
from pipeline.relate.excluded import states_no_value
from pipeline.relate.full_names import full_name
from pipeline.relate.headings import heading_name
from pipeline.relate.measures import Cue, find_cue
from pipeline.relate.phrases import before
from pipeline.relate.sentences import (
    Mention,
    Sentence,
    label_at,
    read_block,
    running_text,
)
from pipeline.relate.weights import Candidate, Name, choose
from pipeline.relate.years import year_of

_LONGEST_EVIDENCE = 300  # characters; of a longer sentence the clauses around the number
_PAIR_GAP = re.compile(r"[、,和及]?(?:累计|共|约|近|计)?$")
_SHORT = 120  # characters; a block that may be a heading line for what follows
_TARGET_LABELS = {"goals", "measures"}
_TARGET_WORDS = re.compile(r"力争|预计|争取|计划|拟|预期|目标")
_POINTS = re.compile(r"满分|分值|权重|总分为?$")


@dataclass
class Thread:
    """What is carried from number to number."""

    quantities: tuple[Entity, ...]
    facts: Facts
    layout: Layout
    statements: list[Statement] = field(default_factory=list)
    topic: Name | None = None  # the last name that stood by its own number
    heading: Name | None = None  # the line above, where it names an indicator
    code_path: str = ""  # 类款项 of that line
    chained: list[Name] = field(default_factory=list)  # names still to be given in a 分别 chain
    consumed: int = 0  # where in the sentence a counted noun ended
    led: Cue | None = None  # a change verb before the first of several amounts
    breakdowns: Breakdowns = field(init=False)

    def __post_init__(self) -> None:
        self.breakdowns = Breakdowns(self.statements)


def relate_prose(
    layout: Layout,
    segments: tuple[Segment, ...],
    quantities: tuple[Entity, ...],
    facts: Facts,
) -> list[Statement]:
    """Statements of the paragraphs and headings; ``part_of`` indexes the list itself, ``entity`` the quantities."""
    thread = Thread(quantities, facts, layout)
    starts = [segment.start for segment in segments]
    first = 0
    for block in running_text(layout):
        while first < len(quantities) and quantities[first].start < block.start:
            first += 1
        last = first
        while last < len(quantities) and quantities[last].start < block.end:
            last += 1
        _read_block(thread, block, first, last, segments, starts)
        first = last
    return thread.statements


def _read_block(
    thread: Thread,
    block: Block,
    first: int,
    last: int,
    segments: tuple[Segment, ...],
    starts: list[int],
) -> None:
    thread.topic = None
    if first == last:
        if len(block.view.text) <= _SHORT:
            thread.heading, thread.code_path = heading_name(block)
        return
    label = label_at(segments, starts, block.start)
    for sentence in read_block(block, thread.quantities, first, last, label):
        _read_sentence(thread, sentence)
        thread.breakdowns.stop()


def _read_sentence(thread: Thread, sentence: Sentence) -> None:
    thread.consumed, thread.led, thread.chained = 0, None, []
    previous = 0
    for at, mention in enumerate(sentence.mentions):
        if mention.type == "DATE":
            continue
        entity = thread.quantities[mention.entity]
        thread.breakdowns.enter(sentence.text[previous : mention.start], entity.unit, entity.value)
        previous = mention.end
        if not states_no_value(sentence, mention):
            _read_mention(thread, sentence, at, entity)


def _read_mention(thread: Thread, sentence: Sentence, at: int, entity: Entity) -> None:
    """Find the name, measure, year and total of one number, and append its statement."""
    mention = sentence.mentions[at]
    low = max(thread.consumed, sentence.mentions[at - 1].end if at else 0)
    start = before(sentence.text, low, mention.start)
    cue = _inherited(
        thread,
        sentence,
        find_cue(sentence.text, start, mention.start, mention.type),
        low,
        mention,
    )
    chosen = _choose(thread, sentence, at, low, start, cue)
    if chosen is None:
        return
    candidate, confidence = chosen
    if candidate.kind != "topic" and cue.measure not in {"share", "completion"}:
        thread.topic = candidate.name
    thread.consumed = max(thread.consumed, candidate.stop)
    _append(thread, sentence, mention, entity, candidate, cue, start, confidence)


def _inherited(thread: Thread, sentence: Sentence, cue: Cue, low: int, mention: Mention) -> Cue:
    """The cue itself, or the change verb that leads a list: 减少培训费3万元、会议费2万元."""
    if cue.start >= 0:
        thread.led = cue
    elif cue.measure or sentence.text[low : low + 1] != "、":
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
    gap = sentence.text[low : sentence.mentions[at].start]
    if thread.topic:
        signal = "pair" if at and _PAIR_GAP.match(gap) else "topic"
        found.append(Candidate(thread.topic, "topic", (signal,)))
    elif thread.heading:
        found.append(Candidate(thread.heading, "heading", ("heading",)))
    return choose(found)


def _append(
    thread: Thread,
    sentence: Sentence,
    mention: Mention,
    entity: Entity,
    candidate: Candidate,
    cue: Cue,
    start: int,
    confidence: float,
) -> None:
    index = len(thread.statements)
    told_year = year_of(sentence, mention, start, thread.quantities, thread.facts.year)
    draft = Statement(
        entity=mention.entity,
        start=candidate.name.start,
        end=candidate.name.end,
        full_name=candidate.name.text,
        value=_signed(entity.value, cue),
        value_high=entity.value_high,
        unit=entity.unit,
        measure=cue.measure or "actual",
        comparator=entity.comparator,
        approximate=entity.approximate,
    )
    thread.statements.append(draft)
    total = thread.breakdowns.part(index)
    parent = thread.statements[total] if total >= 0 else None
    year = told_year or (parent.year if parent else "") or str(thread.facts.year or "")
    measure = cue.measure or (parent.measure if parent else "") or _told_measure(sentence, mention, start, year, thread)
    if measure == "actual" and year and thread.facts.year and int(year) < thread.facts.year:
        measure = "prior"
    evidence = _evidence(sentence, mention)
    thread.statements[index] = msgspec.structs.replace(
        draft,
        measure=measure,
        year=year,
        part_of=total,
        full_name=full_name(thread, sentence, candidate, parent, measure),
        code="",
        context=_context(thread, sentence, parent),
        evidence_start=evidence[0],
        evidence_end=evidence[1],
        confidence=confidence,
    )


def _signed(value: str, cue: Cue) -> str:
    if cue.measure in {"change", "change_rate"} and cue.sign == "-" and not value.startswith("-"):
        return f"-{value}" if value.strip("0.") else value
    return value


def _told_measure(sentence: Sentence, mention: Mention, start: int, year: str, thread: Thread) -> str:
    """The measure without a cue at the number: points and scores, words of a plan, goals, else a value reached."""
    text = sentence.text
    if mention.type == "SCORE":
        return "points" if _POINTS.search(text, start, mention.start) else "score"
    if sentence.label in _TARGET_LABELS or _TARGET_WORDS.search(text, start, mention.start):
        return "target"
    if thread.facts.year and year and int(year) > thread.facts.year:
        return "target"
    return (
        "budget"
        if text.startswith("预算", start) or re.match(r"(?:年初)?预算", text[start : mention.start])
        else "actual"
    )


def _evidence(sentence: Sentence, mention: Mention) -> tuple[int, int]:
    text = sentence.text
    if len(text) <= _LONGEST_EVIDENCE:
        return sentence.span(0, len(text))
    start = text.rfind(";", max(0, mention.start - _LONGEST_EVIDENCE // 2), mention.start) + 1
    end = text.find(";", mention.end, mention.end + _LONGEST_EVIDENCE // 2)
    start = start or max(0, mention.start - _LONGEST_EVIDENCE // 2)
    return sentence.span(start, end if end > 0 else min(len(text), mention.end + _LONGEST_EVIDENCE // 2))


def _context(thread: Thread, sentence: Sentence, parent: Statement | None) -> str:
    """What stands around a name: the headings above, the label of the form field, the total's name."""
    titles: list[str] = []
    section = sentence.block.section
    while 0 <= section < len(thread.layout.sections):
        titles.append(thread.layout.sections[section].title)
        section = thread.layout.sections[section].parent
    parts = [
        *reversed(titles),
        sentence.block.label,
        thread.code_path,
        parent.full_name if parent else "",
    ]
    return " / ".join(part for part in parts if part)
