"""The year of a month that names none, where it is not the report's own: 2018年3月筹建，5月挂牌; 力争6月底前完成 in a plan."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from pipeline.extract.dates import read_date
from pipeline.records import Entity, Facts, Layout, Segment

_MONTH = len("2021-03")
_STOP = re.compile(r"[。!?\n]")
_COMPARED = ("与", "比", "较", "同", "和", "上年", "去年")  # 比2020年5月增加2个
_REACH = 120  # characters from one date to the next of a sentence
_DONE = re.compile(r"[了已曾才]|至今|以来|截至|截止")
_AHEAD = re.compile(r"力争|争取|下一步|将(?:[在于把]|$)")
_PART = re.compile(r"[年季]")  # 上半年 and 一季度 are told of what was done as often as of plans: only a deadline plans
_YEAR = re.compile(r"((?:19|20)\d\d)年")
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
    return (later, later) if later is not date and later.value[:_MONTH] >= last[:_MONTH] else (date, None)


def in_segments(
    layout: Layout, entities: Iterable[Entity], segments: Sequence[Segment], facts: Facts
) -> Iterator[Entity]:
    """The entities of a report, the months of plans and of the evaluation's own course in the year that they mean."""
    starts = [segment.start for segment in segments]
    plans = list(_plans(layout, facts.year or 0))
    for entity in entities:
        if entity.rule != "date.calendar" or facts.year is None or entity.value[:4] != str(facts.year):
            yield entity
            continue
        place = bisect(starts, entity.start) - 1
        label = segments[place].label if place >= 0 else ""
        if any(start <= entity.start < end for start, end in plans):
            label = "measures"
        yield _in_segment(layout.normal, entity, label, facts)


def _plans(layout: Layout, year: int) -> Iterator[tuple[int, int]]:
    """The sections whose titles name the year after the report's: 三、2022年工作打算."""
    for section in layout.sections if year else ():
        if section.parent >= 0 or section.number:
            named = {int(found) for found in _YEAR.findall(section.title)}
            if named == {year + 1}:
                yield section.heading_end, section.end


def _in_segment(text: str, date: Entity, label: str, facts: Facts) -> Entity:
    """A date that names no year in the year that its segment is about."""
    if label == "evaluation":
        return _as_written(text, date, facts)
    if facts.report_type == "budget" or label == "goals":
        return date
    before, after = _clause(text, date)
    if label == "measures":
        planned = not _DONE.search(before + after) and (
            bool(date.comparator) or not _PART.search(text, date.start, date.end)
        )
    else:
        planned = False
    planned = planned or bool(_AHEAD.search(before))
    return _planned(text, date, facts) if planned else date


def _as_written(text: str, date: Entity, facts: Facts) -> Entity:
    """An evaluation takes place in the year in which it is written about, up to the day of writing."""
    if not facts.report_date or facts.report_date[:4] == str(facts.year):
        return date
    moved = _with_year(text, date, int(facts.report_date[:4]))
    return moved if moved.value.rpartition("/")[2][:_MONTH] <= facts.report_date[:_MONTH] else date


def _planned(text: str, date: Entity, facts: Facts) -> Entity:
    """What shall be done is done in the next year, or in that of writing, or in what is left of the report's own."""
    own, written = str(facts.year), facts.report_date
    if written[:4] == own and date.value[:_MONTH] > written[:_MONTH]:
        return date
    return _with_year(text, date, max(int(own) + 1, int(written[:4] or 0)))


def _clause(text: str, date: Entity) -> tuple[str, str]:
    """What stands before and behind a date in its clause."""
    before = _CLAUSE_BEFORE.search(text, max(0, date.start - _SHORT), date.start)
    after = _CLAUSE.match(text, date.end)
    return before[0] if before else "", after[0] if after else ""


def _with_year(text: str, date: Entity, year: int) -> Entity:
    """The date as it reads where the months belong to a year; the same where it names one itself."""
    start = date.start + (text[date.start] == "第")
    found = read_date(text, start, year)
    return replace(date, value=found[1]) if found and found[0] == date.end else date
