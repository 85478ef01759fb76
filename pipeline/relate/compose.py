"""A bound number made a statement: signed value, measure, year, total, full name, evidence and context."""

from __future__ import annotations

import msgspec

from pipeline.records import Entity, Statement
from pipeline.relate.account_codes import code_of
from pipeline.relate.allotments import measures_execution, note_allotted, revise_allotted
from pipeline.relate.bases import BASED, base_of
from pipeline.relate.bind import Bound
from pipeline.relate.context import context_of
from pipeline.relate.cues import Cue
from pipeline.relate.full_names import full_name
from pipeline.relate.marks import prose_marks
from pipeline.relate.measures import measure_of, score_measure
from pipeline.relate.periods import carried, period_of
from pipeline.relate.row_years import row_year
from pipeline.relate.sentences import Mention, Sentence
from pipeline.relate.thread import Thread
from pipeline.relate.years import governing_date

_LONGEST_EVIDENCE = 300  # characters; of a longer sentence the clauses around the number


def compose(thread: Thread, sentence: Sentence, bound: Bound) -> None:
    """Append the statement of a bound number to the thread's."""
    statements, quantities, mention = thread.statements, thread.quantities, bound.mention
    index, value = len(statements), quantities[mention.entity]
    statements.append(_draft(value, bound, sentence.text))
    total = _total(thread, bound, index)
    parent = statements[total] if total >= 0 else None
    date = governing_date(sentence, mention, quantities) if sentence.dates else None
    year, told = row_year(thread, sentence, bound, parent, quantities[date.entity].value if date else "")
    measure = measure_of(thread, sentence, bound, parent, year)
    thread.base = _base(thread, sentence, bound, measure) if measure in BASED else ""
    evidence = sentence.span(*_evidence(sentence.text, mention))
    statement = statements[index] = msgspec.structs.replace(
        statements[index],
        value=_aimed(statements[index], measure),
        measure=measure,
        year=year,
        part_of=total,
        full_name=full_name(thread, sentence, bound, parent, measure),
        context=context_of(thread, sentence, bound, parent),
        base=thread.base,
        evidence_start=evidence[0],
        evidence_end=evidence[1],
    )
    thread.marks.append(prose_marks(sentence, bound, value, told))
    thread.last_of[bound.name.start] = index
    if date or thread.period or thread.periods:
        _note_period(thread, sentence, date, index, total)
    if measures_execution(statement, bound.name.text):
        revise_allotted(statements, thread.allotted)
    elif not bound.cue.said:
        note_allotted(statements, thread.allotted, index, sentence.text[bound.start : mention.start])


def _base(thread: Thread, sentence: Sentence, bound: Bound, measure: str) -> str:
    """What the value of a change, share or completion is measured against; what the number before is, if it says so too."""
    subject = thread.last_of.get(bound.name.start)
    total = thread.statements[subject].part_of if subject is not None else -1
    whole = thread.statements[total] if total >= 0 else None
    return base_of(sentence.text, bound.mention.start, measure, thread.base, whole)


def _note_period(thread: Thread, sentence: Sentence, date: Mention | None, index: int, total: int) -> None:
    told = period_of(sentence, date, thread.quantities, thread.facts.year) if date else None
    if date:
        thread.period = told
    if period := told or thread.periods.get(total) or (carried(sentence, thread.period) if thread.period else None):
        thread.periods[index] = period


def _draft(entity: Entity, bound: Bound, text: str) -> Statement:
    """The statement before its total is known; marks are told from full marks, since only like adds to like."""
    plain = score_measure(text, bound.mention) if entity.type == "SCORE" else "actual"
    return Statement(
        entity=bound.mention.entity,
        start=bound.name.start,
        end=bound.name.end,
        full_name=bound.name.text,
        value=_signed(entity.value, bound.cue) if bound.cue.sign else entity.value,
        value_high=entity.value_high,
        unit=entity.unit,
        measure=bound.cue.said or plain,
        comparator=entity.comparator,
        approximate=entity.approximate,
        code=code_of(bound.name.full) if bound.name.full else "",
        reason=" ".join(bound.choice.best.signals),
        runner_up=bound.choice.runner_up.name.text if bound.choice.runner_up else "",
    )


def _signed(value: str, cue: Cue) -> str:
    """A decrease told by its verb is negative; a printed minus stays one."""
    falls = cue.measure in {"change", "change_rate"} and cue.sign == "-"
    return f"-{value}" if falls and not value.startswith("-") and value.strip("0.") else value


def _aimed(draft: Statement, measure: str) -> str:
    """The value; a cut that is aimed at is a target, and a target has no sign of its own: 会议费压减8%."""
    falls = measure == "target" and draft.measure in {"change", "change_rate"}
    return draft.value.removeprefix("-") if falls else draft.value


def _total(thread: Thread, bound: Bound, index: int) -> int:
    if thread.breakdowns.levels:
        return thread.breakdowns.part(index, bound.cue.said)
    return thread.lists.part(index) if thread.lists.totals else -1


def _evidence(text: str, mention: Mention) -> tuple[int, int]:
    """The sentence; of a very long one the stretch between semicolons, or so many characters on either side."""
    if len(text) <= _LONGEST_EVIDENCE:
        return 0, len(text)
    low, high = max(0, mention.start - _LONGEST_EVIDENCE // 2), min(len(text), mention.end + _LONGEST_EVIDENCE // 2)
    end = text.find(";", mention.end, high)
    return max(text.rfind(";", low, mention.start) + 1, low), high if end < 0 else end
