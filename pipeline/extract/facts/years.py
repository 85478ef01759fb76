"""The fiscal year that a report is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_DIGITS = str.maketrans("〇○零oO一二三四五六七八九", "00000123456789")
YEAR = r"(?:20[0-4]\d|二[〇○零oO][〇○零oO一二三四五六七八九]{2})"
_IN_TITLE = re.compile(rf"(?<!\d)({YEAR})(?:年?度?(?:[-—–~至]+)({YEAR}))?")  # of 2021-2023年 the last
_WEIGHED = (  # 2021年部门决算 says more of what is reported on than 2021年度, and that more than 2021年
    (5, re.compile(rf"(?<![\d〔\[])({YEAR})年?度?(?:部门|单位|本级)?(?:决算|预算(?!收入|支出))")),
    (3, re.compile(rf"(?<![\d〔\[])({YEAR})年度")),
    (
        1,
        re.compile(
            rf"(?<![\d〔\[])({YEAR})年(?!度|[\d十一二三四五六七八九]{{1,2}}月[\d十一二三四五六七八九廿]{{1,3}}日)"
        ),
    ),
)
_QUOTED = re.compile(r"《[^《》]{1,100}》")  # 《关于开展2019年度…的通知》 names the year of its own
_IN_PATH = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d|[-_.]?(?:0[1-9]|1[0-2])[-_.]?[0-3]\d(?!\d))")  # no 2022-09-01
_DELIVERED = re.compile(r"政府工作报告")  # held in the first months of a year, on the year before
_LAST_MONTH = 4


def find_year(title: str, lines: Sequence[str], date: str, path: str) -> int | None:
    """The fiscal year: from the title, else the year told most, else the one in the file's name."""
    if found := _IN_TITLE.search(title):
        year = number(found[2] or found[1])
        return year - 1 if _tells_last_year(title, year, date) else year
    told = _told(lines)
    if told:
        before = int(date[:4]) - 1 if date else 0
        return max(told, key=lambda year: (told[year], year == before, year))
    in_path = _IN_PATH.search(path)
    return int(in_path[1]) if in_path else None


def _told(lines: Sequence[str]) -> Counter[int]:
    text = _QUOTED.sub("", "\n".join(lines))
    told: Counter[int] = Counter()
    for weight, pattern in _WEIGHED:
        for found in pattern.finditer(text):
            told[number(found[1])] += weight
    return told


def _tells_last_year(title: str, year: int, date: str) -> bool:
    return bool(_DELIVERED.search(title) and date[:4] == str(year) and int(date[5:7]) <= _LAST_MONTH)


def number(digits: str) -> int:
    """The number that digits or Chinese numerals below 100, or a year digit by digit, write."""
    digits = digits.replace("廿", "二十")
    if "十" in digits:
        tens, _, ones = digits.partition("十")
        return int((tens or "一").translate(_DIGITS)) * 10 + int((ones or "〇").translate(_DIGITS))
    return int(digits.translate(_DIGITS))
