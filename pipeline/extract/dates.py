"""Dates and periods of every spelling, as ISO 8601: 2021年7月12日, 2019年度, 1-4月, 十至十二月, 上半年, 一季度.

A month without a year takes the year that 去年 or 次年 before it tells, else the one that the caller gives; where
there is none the year stays open in the manner of ISO 8601:2000 (``--08``).
"""

from __future__ import annotations

import re
from calendar import monthrange

from pipeline.extract import date_patterns as patterns
from pipeline.numerals.numbers import read_number

_FULL = re.compile(r"(?P<year>\d{4})?-(?P<month>\d\d)-(?P<day>\d\d)")  # in ISO 8601
_LEAP = 2000  # a year that has every day
_OTHER_YEAR = {
    "去年": -1,
    "上年": -1,
    "上一年": -1,
    "前年": -2,
    "次年": 1,
    "明年": 1,
    "翌年": 1,
    "下年": 1,
}
_NUMERALS = str.maketrans("零〇○ＯO一二三四五六七八九两元", "00000123456789" + "21")


def read_date(text: str, start: int, year: int | None) -> tuple[int, str] | None:
    """The end and the ISO 8601 value of the date or period that begins at ``start``, or None."""
    for reader in (_read_plain, _read_dotted, _read_years, _read_days, _read_months, _read_part, _read_points):
        if found := reader(text, start, year):
            return found if all(map(_exists, _FULL.finditer(found[1]))) else None
    return None


def _exists(day: re.Match[str]) -> bool:
    """Whether the calendar has a day: no 31 February."""
    year = int(day["year"]) if day["year"] else _LEAP
    return int(day["day"]) <= monthrange(year, int(day["month"]))[1]


def _read_plain(text: str, start: int, year: int | None) -> tuple[int, str] | None:
    """What the readers below would find too, at a look."""
    found = patterns.PLAIN.match(text, start)
    if not found or found.end() == start:
        return None
    written, month, day = found.groups()
    if not month:
        return found.end(), written
    value = f"{written or _base(text, start, None, year)}-{month:0>2}"
    return found.end(), f"{value}-{day:0>2}" if day else value


def _read_dotted(text: str, start: int, year: int | None) -> tuple[int, str] | None:
    if found := patterns.DOTTED.match(text, start):
        last = f"{found['to']}-{found['end']}" if found["end"] else found["to"]
        return found.end(), f"{found['from']}-{found['start']}/{last}"
    if loose := patterns.DOTTED_LOOSE.match(text, start):
        first, last = (f"{loose[year]}-{loose[month]:0>2}" for year, month in (("from", "start"), ("to", "end")))
        return (loose.end(), f"{first}/{last}") if first < last else None
    return None


def _read_years(text: str, start: int, year: int | None) -> tuple[int, str] | None:
    if found := patterns.YEARS.match(text, start):
        month = f"-{_two(found['month'])}" if found["month"] else ""
        return found.end(), f"{_year(found['from'])}/{_year(found['to'])}{month}"
    bare = patterns.BARE_YEARS.match(text, start)
    if bare and bare["from"] < bare["to"] and patterns.TIME_ANNOUNCED.search(text, max(0, start - 5), start):
        return bare.end(), f"{bare['from']}/{bare['to']}"
    return None


def _read_days(text: str, start: int, year: int | None) -> tuple[int, str] | None:
    if not (found := patterns.DAYS.match(text, start)):
        return None
    month = f"{_base(text, found.start(), found['year'], year)}-{_two(found['month'])}"
    return found.end(), f"{month}-{_two(found['from'])}/{month}-{_two(found['to'])}"


def _read_months(text: str, start: int, year: int | None) -> tuple[int, str] | None:
    if not (found := patterns.MONTHS.match(text, start)):
        return None
    base = _base(text, start, found["year"], year)
    return found.end(), f"{base}-{_two(found['from'])}/{base}-{_two(found['to'])}"


def _read_part(text: str, start: int, year: int | None) -> tuple[int, str] | None:
    """Half years and quarters."""
    if not (found := patterns.PART.match(text, start)):
        return None
    base = _base(text, start, found["year"], year)
    if found["months"]:  # 2022年前十一个月; alone 前三个月 may be any three
        this = found["year"] or text.endswith(("今年", "本年", "全年"), 0, start)
        return (found.end(), f"{base}-01/{base}-{_two(found['months'])}") if this else None
    if found["half"]:
        first, last = (1, 6) if found["half"] == "上" else (7, 12)
    elif found["first"]:
        first, last = 1, 3 * _small(found["upto"] or "1")
    else:
        first, last = (
            3 * _small(found["from"]) - 2,
            3 * _small(found["to"] or found["from"]),
        )
    return found.end(), f"{base}-{first:02}/{base}-{last:02}"


def _read_points(text: str, start: int, year: int | None) -> tuple[int, str] | None:
    """One point in time, or two with a dash or 至 between."""
    point = _point(text, start, year)
    if not point:
        return None
    end, value = point
    if join := patterns.JOIN.match(text, end):
        base = int(value[:4]) if value[:4].isdecimal() else year
        if second := _point(text, join.end(), base):
            return second[0], f"{value}/{second[1]}"
    return end, value


def _point(text: str, start: int, year: int | None) -> tuple[int, str] | None:
    found = patterns.DIGITS.match(text, start) or patterns.POINT.match(text, start)
    if not found or not (found["year"] or found["month"]):
        return None
    end = found.end()
    while text[end - 1].isspace():
        end -= 1
    if not found["month"]:
        return end, str(_year(found["year"]))
    value = f"{_base(text, start, found['year'], year)}-{_two(found['month'])}"
    return end, f"{value}-{_two(found['day'])}" if found["day"] else value


def _base(text: str, start: int, written: str | None, year: int | None) -> str:
    """The year as four digits, or "-" where nobody tells it."""
    if written:
        return str(_year(written))
    if year is None:
        return "-"
    before = text[max(0, start - 4) : start].rstrip()
    for words, shift in _OTHER_YEAR.items():
        if before.endswith(words):
            return str(year + shift)
    return str(year)


def _year(text: str) -> int:
    if "千" in text:
        return _small(text)
    year = int(text.replace(" ", "").translate(_NUMERALS))
    return year if year >= 100 else year + (2000 if year < 50 else 1900)


def _two(text: str) -> str:
    return f"{_small(text):02}"


def _small(text: str) -> int:
    if text.isdecimal() and text.isascii():
        return int(text)
    number = read_number("一" if text == "元" else text)
    return int(number.value) if number else 0
