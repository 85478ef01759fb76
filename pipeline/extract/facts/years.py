"""The fiscal year that a report is about, and the day it was signed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_DIGITS = str.maketrans("〇○零oO一二三四五六七八九", "00000123456789")
_YEAR = r"(?:20[0-4]\d|二[〇○零oO][〇○零oO一二三四五六七八九]{2})"
_IN_TITLE = re.compile(rf"(?<!\d)({_YEAR})年?度?")
_FISCAL = re.compile(rf"(?<![\d〔\[])({_YEAR})年度")
_PLAIN = re.compile(
    rf"(?<![\d〔\[])({_YEAR})年(?!度|\d{{1,2}}月\d{{1,2}}日|[十一二三四五六七八九]{{1,2}}月[十一二三四五六七八九]{{1,3}}日)"
)
_QUOTED = re.compile(r"《[^《》]{1,100}》")  # 《关于开展2019年度…的通知》 names the year of its own
_DAY = rf"({_YEAR})[年./-](\d{{1,2}}|[十一二三四五六七八九]{{1,2}})(?:[月./-](\d{{1,2}}|[十一二三四五六七八九廿]{{1,3}})日?|月)"
# a line that holds a date and nothing else, or a label before it: 报告日期:2022年8月10日
_SIGNED = re.compile(rf"^(?:.{{0,12}}(?:日期|时间)(?:\(.{{1,6}}\))?[::]?|日期[::]?)?\(?{_DAY}\)?$")
_PUBLISHED = re.compile(rf"(?:发布日期|发布时间|公开日期|成文日期|发文日期|生成日期|时间|日期)[::]?{_DAY}")
_IN_PATH = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_FISCAL_WEIGHT = 3  # 2020年度 says more of what is reported on than 2020年


def find_year(title: str, lines: Sequence[str], date: str, path: str) -> int | None:
    """The fiscal year: from the title, else the year told most, else the one in the file's name."""
    if found := _IN_TITLE.search(title):
        return _number(found[1])
    text = _QUOTED.sub("", "\n".join(lines))
    told: Counter[int] = Counter()
    for pattern, weight in ((_FISCAL, _FISCAL_WEIGHT), (_PLAIN, 1)):
        for found in pattern.finditer(text):
            told[_number(found[1])] += weight
    if told:
        before = int(date[:4]) - 1 if date else 0
        return max(told, key=lambda year: (told[year], year == before, year))
    found = _IN_PATH.search(path)
    return int(found[1]) if found else None


def find_date(lines: Sequence[str]) -> str:
    """The day of signature, the last one if several; else the day a web page was published; ISO 8601 or ""."""
    for pattern, where in ((_SIGNED, reversed(lines)), (_PUBLISHED, iter(lines))):
        for line in where:
            if len(line) <= 60 and (found := (pattern.match if pattern is _SIGNED else pattern.search)(line)):
                return _iso(*found.groups())
    return ""


def _iso(year: str, month: str, day: str | None) -> str:
    parts = [f"{_number(year):04d}", f"{_number(month):02d}", *([f"{_number(day):02d}"] if day else [])]
    return "-".join(parts)


def _number(digits: str) -> int:
    """The number that digits or Chinese numerals below 100, or a year digit by digit, write."""
    if "十" in digits:
        tens, _, ones = digits.partition("十")
        return int((tens or "一").translate(_DIGITS)) * 10 + int((ones or "〇").translate(_DIGITS))
    return int(digits.translate(_DIGITS))
