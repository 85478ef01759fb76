"""The period that a value is about where it is no year: 1至6月, 截至9月底, 2018年以来 (gold ruling 16)."""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from pipeline.records import Entity, Statement
from pipeline.relate.sentences import Mention, Sentence

_MONTHS = re.compile(r"(?P<year>\d{4})-(?P<first>\d\d)(?:-01)?/(?P=year)-(?P<last>\d\d)(?:-(?:28|29|30|31))?")
_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?")
_YEARS = re.compile(r"(?P<first>\d{4})/(?P<last>\d{4})")
_UNTIL = re.compile(r"(?:截至|截止|截止到|截止至|到)$")
_SINCE = re.compile(r"(?:年度?)?(?:以来|起|开始)")
_WHOLE = re.compile(r"全年|年末|年底|年初|年度")


class Period(NamedTuple):
    """A period that is no year: in words for a name, none where a name needs none, and as ISO 8601 interval."""

    words: str
    interval: str  # 2021-01/2021-06; ../2021-09 is as of; 2018/2021 over several years


def period_of(sentence: Sentence, date: Mention, quantities: tuple[Entity, ...], own: int | None) -> Period | None:
    """The period that a governing date tells; None where it is a whole year, or a day."""
    value = quantities[date.entity].value
    if months := _MONTHS.fullmatch(value):
        first, last = int(months["first"]), int(months["last"])
        interval = f"{months['year']}-{first:02}/{months['year']}-{last:02}"
        return None if (first, last) == (1, 12) else Period(f"{first}至{last}月", interval)
    if years := _YEARS.fullmatch(value):
        return Period("", value) if years["first"] != years["last"] else None
    if value.isdecimal() and own and int(value) < own and _SINCE.match(sentence.text, date.end):
        return Period("", f"{value}/{own}")
    month = _MONTH.fullmatch(value)
    until = _UNTIL.search(sentence.text, max(date.start - 3, 0), date.start)
    if not month or not until or (month["month"] == "12"):
        return None
    day = f"{int(month['day'])}日" if month["day"] else "底" if sentence.text[date.end : date.end + 1] in "底末" else ""
    return Period(f"截至{int(month['month'])}月{day}", f"../{month[0]}")


def carried(sentence: Sentence, period: Period) -> Period | None:
    """The period of the sentence before, where this one tells no date and not of the year: for the column only."""
    if sentence.dates or _WHOLE.search(sentence.text):
        return None
    return Period("", period.interval)


def name_periods(statements: list[Statement], periods: dict[int, Period]) -> None:
    """Add the periods to the statements at these indices, and to their full names."""
    for index, period in periods.items():
        name = statements[index].full_name
        full = f"{name}（{period.words}）" if period.words else name
        statements[index] = msgspec.structs.replace(statements[index], full_name=full, period=period.interval)
