"""The year of a month that names none, where it is not the report's own: 2018年3月筹建，5月挂牌; 力争6月底前完成 in a plan."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from pipeline.extract.dates import read_date
from pipeline.records import Entity, Facts, Segment

_MONTH = len("2021-03")
_STOP = re.compile(r"[。!?\n]")
_COMPARED = ("与", "比", "较", "同", "和", "上年", "去年")  # 比2020年5月增加2个
_REACH = 120  # characters from one date to the next of a sentence
_DONE = re.compile(r"[了已曾才]|至今|以来|截至|截止")
_CLAUSE = re.compile(r"[^,。;\n]{0,40}")
_SHORT = 12  # characters of the clause before a date
_CLAUSE_BEFORE = re.compile(r"[^,。;\n]{0,12}$")


def follow(text: str, told: Entity | None, date: Entity) -> tuple[Entity, Entity | None]:
    """A date with the year told before it in its sentence, where it is the later month; the date to follow from there."""
    if "年" in text[date.start : date.end]:
        return date, date
    if told is None or len(told.value) < _MONTH or date.start - told.end > _REACH:
        return date, None
    last = told.value.rpartition("/")[2]
    if not last[:4].isdecimal() or date.value[:4] in (last[:4], "-") or _STOP.search(text, told.end, date.start):
        return date, None
    later = date if text.endswith(_COMPARED, 0, told.start) else _with_year(text, date, int(last[:4]))
    return (later, later) if later.value[:_MONTH] >= last[:_MONTH] != date.value[:_MONTH] else (date, None)


def in_segments(text: str, entities: Iterable[Entity], segments: Sequence[Segment], facts: Facts) -> Iterator[Entity]:
    """The entities of a report, the months of plans and of the evaluation's own course in the year that they mean."""
    starts = [segment.start for segment in segments]
    for entity in entities:
        place = bisect(starts, entity.start) - 1 if entity.rule == "date.calendar" else -1
        year = _year_of(segments[place].label, facts) if place >= 0 else None
        yield entity if year is None else _in_segment(text, entity, segments[place].label, year, facts)


def _year_of(label: str, facts: Facts) -> int | None:
    """The year of the months in a segment, where it is not the fiscal year; None where it is.

    What shall be done is done in the year after the one that is told of, or in that of writing; an evaluation takes
    place when it is written about.
    """
    if facts.year is None or facts.report_type == "budget":
        return None
    written = int(facts.report_date[:4]) if facts.report_date else 0
    if label == "measures":
        return max(facts.year + 1, written)
    return written if label == "evaluation" and written > facts.year else None


def _in_segment(text: str, date: Entity, label: str, year: int, facts: Facts) -> Entity:
    """A date that names no year with the year given; what was done before, or is left of the year, keeps the report's."""
    if date.value[:4] != str(facts.year) or (label == "measures" and _told_as_done(text, date)):
        return date
    moved = _with_year(text, date, year)
    if label == "evaluation":
        last = moved.value.rpartition("/")[2]
        return moved if last[:_MONTH] <= facts.report_date[:_MONTH] else date
    left = facts.report_date[:4] == str(facts.year) and date.value[:_MONTH] > facts.report_date[:_MONTH]
    return date if left else moved


def _told_as_done(text: str, date: Entity) -> bool:
    before = _CLAUSE_BEFORE.search(text, max(0, date.start - _SHORT), date.start)
    after = _CLAUSE.match(text, date.end)
    return any(_DONE.search(clause[0]) for clause in (before, after) if clause)


def _with_year(text: str, date: Entity, year: int) -> Entity:
    """The date as it reads where the months belong to a year; the same where it names one itself."""
    start = date.start + (text[date.start] == "第")
    found = read_date(text, start, year)
    return replace(date, value=found[1]) if found and found[0] == date.end else date
