"""The part of the year that a value is about, for its full name: 1至6月, 截至9月底 (gold ruling 16)."""

from __future__ import annotations

import re

import msgspec

from pipeline.records import Entity, Statement
from pipeline.relate.sentences import Mention, Sentence

_MONTHS = re.compile(r"(?P<year>\d{4})-(?P<first>\d\d)(?:-01)?/(?P=year)-(?P<last>\d\d)(?:-(?:28|29|30|31))?")
_MONTH = re.compile(r"\d{4}-(?P<month>\d\d)(?:-(?P<day>\d\d))?")
_UNTIL = re.compile(r"(?:截至|截止|截止到|截止至|到)$")


def period_of(sentence: Sentence, date: Mention, quantities: tuple[Entity, ...]) -> str:
    """The period that a governing date tells, in clean Chinese; empty where it is a whole year, or a day."""
    value = quantities[date.entity].value
    if months := _MONTHS.fullmatch(value):
        first, last = int(months["first"]), int(months["last"])
        return "" if (first, last) == (1, 12) else f"{first}至{last}月"
    month = _MONTH.fullmatch(value)
    until = _UNTIL.search(sentence.text, max(date.start - 3, 0), date.start)
    if not month or not until or (month["month"] == "12"):
        return ""
    day = f"{int(month['day'])}日" if month["day"] else "底" if sentence.text[date.end : date.end + 1] in "底末" else ""
    return f"截至{int(month['month'])}月{day}"


def name_periods(statements: list[Statement], periods: dict[int, str]) -> None:
    """Add the periods to the full names of the statements at these indices."""
    for index, period in periods.items():
        name = statements[index].full_name
        statements[index] = msgspec.structs.replace(statements[index], full_name=f"{name}（{period}）")
