"""The year of a row, and where it comes from: its chain, its sentence, its section, its total, the report."""

from __future__ import annotations

from pipeline.records import Statement
from pipeline.relate.bind import Bound
from pipeline.relate.measures import so_far
from pipeline.relate.sentences import Sentence
from pipeline.relate.thread import Thread
from pipeline.relate.years import governing_date, year_of


def row_year(thread: Thread, sentence: Sentence, bound: Bound, parent: Statement | None, date: str) -> tuple[str, str]:
    """The year of a value, and where it comes from: told, section, prior, parent, next or own."""
    own = thread.facts.year
    told = year_of(sentence, bound.mention, bound.start, bound.cue, date, own)
    if told and own and sentence.label == "evaluation" and told == str(own + 1):
        told = ""  # the evaluation of a year is made in the next, and is of the year evaluated
    plans = sentence.label == "measures"
    if thread.year or (thread.goes_on and not told):
        return thread.year or thread.statements[-2].year, "chain"
    if own and told == thread.own_year and bound.cue.measure == "prior" and not plans:
        return str(own - 1), "prior"  # 2021年起标准由450元提高到530元
    if told and not (plans and told == thread.own_year and _of_months(thread, sentence, bound)):
        return told, "told"
    if own and thread.planned_year and not bound.cue.compared:
        return str(thread.planned_year), "section"
    if own and bound.cue.measure == "prior":
        return str(own if plans else own - 1), "prior"
    if parent and parent.year:
        return parent.year, "parent"
    if own and plans and not so_far(sentence, bound.start, bound.mention.start):
        return str(own + 1), "next"  # next steps are next year's
    return thread.own_year, "own"


def _of_months(thread: Thread, sentence: Sentence, bound: Bound) -> bool:
    """Whether the date that governs a number of a plan is told without a year: 9月底前建成服务站12个 is of the next one."""
    date = governing_date(sentence, bound.mention, thread.quantities)
    planned = not so_far(sentence, bound.start, bound.mention.start)
    return bool(date) and planned and "年" not in sentence.text[date.start : date.end + 1]  # type: ignore[union-attr]
