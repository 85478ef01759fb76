"""A bound number made a statement: signed value, measure, year, total, full name, evidence and context."""

from __future__ import annotations

import re

import msgspec

from pipeline.records import Entity, Statement
from pipeline.relate.bind import Bound
from pipeline.relate.full_names import full_name
from pipeline.relate.measures import Cue
from pipeline.relate.sentences import Mention, Sentence
from pipeline.relate.thread import Thread
from pipeline.relate.years import year_of

_LONGEST_EVIDENCE = 300  # characters; of a longer sentence the clauses around the number
_BEFORE, _AFTER = 48, 16  # characters of the sentence that a context quotes
_CLAUSE = re.compile(r"[^,;:。，；：()（）]*")
_TARGET_LABELS = {"goals", "measures"}
_TARGET_WORDS = re.compile(r"力争|预计|争取(?!到|了)|计划(?!生育)|拟|预期|目标")
_POINTS = re.compile(r"满分|分值|权重|总分为?$")
_BUDGET = re.compile(r"^(?:部门|年初|全年|年度)?预算|预算(?:资金|安排|批复|总额|控制)")


def compose(thread: Thread, sentence: Sentence, bound: Bound) -> None:
    """Append the statement of a bound number to the thread's."""
    index = len(thread.statements)
    thread.statements.append(_draft(thread.quantities[bound.mention.entity], bound))
    total = thread.breakdowns.part(index)
    total = thread.breakdowns.listed_part(index) if total < 0 else total
    parent = thread.statements[total] if total >= 0 else None
    year = _year(thread, sentence, bound, parent)
    measure = bound.cue.measure or (parent.measure if parent else "") or _told_measure(thread, sentence, bound, year)
    if measure == "actual" and _before_own(thread, year):
        measure = "prior"
    evidence = sentence.span(*_evidence(sentence.text, bound.mention))
    thread.statements[index] = msgspec.structs.replace(
        thread.statements[index],
        measure=measure,
        year=year,
        part_of=total,
        full_name=full_name(thread, sentence, bound, parent, measure),
        context=_context(thread, sentence, bound, parent),
        evidence_start=evidence[0],
        evidence_end=evidence[1],
    )


def _draft(entity: Entity, bound: Bound) -> Statement:
    return Statement(
        entity=bound.mention.entity,
        start=bound.candidate.name.start,
        end=bound.candidate.name.end,
        full_name=bound.candidate.name.text,
        value=_signed(entity.value, bound.cue),
        value_high=entity.value_high,
        unit=entity.unit,
        measure=bound.cue.measure or "actual",
        comparator=entity.comparator,
        approximate=entity.approximate,
        confidence=bound.confidence,
    )


def _signed(value: str, cue: Cue) -> str:
    if cue.measure in {"change", "change_rate"} and cue.sign == "-" and not value.startswith("-"):
        return f"-{value}" if value.strip("0.") else value
    return value


def _year(thread: Thread, sentence: Sentence, bound: Bound, parent: Statement | None) -> str:
    told = year_of(sentence, bound.mention, bound.start, bound.cue, thread.quantities, thread.facts.year)
    if not told and thread.facts.year and bound.cue.measure == "prior":
        return str(thread.facts.year - 1)
    return told or (parent.year if parent else "") or str(thread.facts.year or "")


def _before_own(thread: Thread, year: str) -> bool:
    return bool(thread.facts.year and year and int(year) < thread.facts.year)


def _told_measure(thread: Thread, sentence: Sentence, bound: Bound, year: str) -> str:
    """The measure without a cue at the number: points and scores, words of a plan, goals, else a value reached."""
    text, mention = sentence.text, bound.mention
    if mention.type == "SCORE":
        return "points" if _POINTS.search(text, bound.start, mention.start) else "score"
    if sentence.label in _TARGET_LABELS or _TARGET_WORDS.search(text, bound.start, mention.start):
        return "target"
    if thread.facts.year and year and int(year) > thread.facts.year:
        return "target"
    return "budget" if mention.type == "MONEY" and _BUDGET.search(bound.candidate.name.text) else "actual"


def _evidence(text: str, mention: Mention) -> tuple[int, int]:
    """The sentence; of a very long one the stretch between semicolons, or so many characters on either side."""
    if len(text) <= _LONGEST_EVIDENCE:
        return 0, len(text)
    low, high = max(0, mention.start - _LONGEST_EVIDENCE // 2), min(len(text), mention.end + _LONGEST_EVIDENCE // 2)
    end = text.find(";", mention.end, high)
    return max(text.rfind(";", low, mention.start) + 1, low), high if end < 0 else end


def _context(thread: Thread, sentence: Sentence, bound: Bound, parent: Statement | None) -> str:
    """What stands around a name: headings, form field, total; after a line break the words around the number."""
    titles: list[str] = []
    section = sentence.block.section
    while 0 <= section < len(thread.layout.sections):
        titles.append(thread.layout.sections[section].title)
        section = thread.layout.sections[section].parent
    heading = bound.candidate.name.full or (thread.heading.text if thread.heading and not titles else "")
    parts = [*reversed(titles), sentence.block.label, heading, parent.full_name if parent else ""]
    return f"{' / '.join(part for part in parts if part)}\n{_around(sentence.text, bound.mention)}"


def _around(text: str, mention: Mention) -> str:
    """The words before and after a number, for what its name leaves to them: 意外伤害 before 补偿金额."""
    after = _CLAUSE.match(text, mention.end, mention.end + _AFTER)
    return f"{text[max(0, mention.start - _BEFORE) : mention.start]}…{after[0] if after else ''}"
