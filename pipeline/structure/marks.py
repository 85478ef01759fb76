"""Numbering at the head of a line: 第一部分, 一、, （一）, 1., （1）, ①, 【…】 and their kin."""

from __future__ import annotations

import re

from pipeline.records import Record

_HAN = "一二三四五六七八九十"
_YEAR = r"(?:19|20)\d\d\s?年"

# Schemes from the outermost in. Normal text: brackets and full stops are half-width already.
SCHEMES = {
    "part": rf"第[{_HAN}\d]{{1,3}}\s?(?:部分|章|篇)",
    "annex": r"附(?:件|表|录)\s?\d{0,2}(?=\s?(?:$|[:、.])|[^。;,]{0,60}$)",
    "han": rf"[{_HAN}]{{1,3}}\s?[、.](?![{_HAN}]\s?[、类级季期月项])",
    "han_bracket": rf"\(\s?[{_HAN}]{{1,3}}\s?\)[、.]?",
    # 1. and 1、; 3.5万元 is no number of a paragraph, 1.2023年 is one glued to a year.
    "arabic": rf"\d{{1,2}}\s?[.、](?:(?!\s?\d)|(?=\s?{_YEAR}))",
    "arabic_bracket": r"\(\s?\d{1,2}\s?\)[、.]?|\d{1,2}\)",
    "circle": r"[\u2460-\u2473\u2776-\u277f]",
    # 1.2 资金投入; 16.00 万元 and 4.5 个百分点 are quantities
    "outline": r"\d{1,2}(?:\.(?!0)\d{1,2}){1,3}\s+(?=[\u4e00-\u9fff])(?![万亿]?元|个?百分点|[万亿]?人|[万亿]?[户家辆件次])",
    "square": r"【[^】\n]{1,30}】",
    "bullet": r"[-•·●○■◆◇★※▲►✓]\s?(?![\d\s-])",
}
RANK = {scheme: rank for rank, scheme in enumerate(SCHEMES)}
MARK = re.compile("|".join(f"(?P<{scheme}>{pattern})" for scheme, pattern in SCHEMES.items()))

_FIRST = frozenset(f"第附(【{_HAN}-•·●○■◆◇★※▲►✓") | set(map(chr, (*range(0x2460, 0x2474), *range(0x2776, 0x2780))))
_ARABIC = re.compile(r"\d+")
_NUMERAL = re.compile(f"[{_HAN}]+")
_DIGITS = {sign: value for value, sign in enumerate(_HAN, start=1)}


class Mark(Record, frozen=True):
    """A number found at the head of a line."""

    scheme: str
    value: int  # 0 where the scheme does not count
    end: int  # one past the number and its sign, in the text that was searched


def find_mark(text: str, start: int = 0, end: int | None = None) -> Mark | None:
    """The number that stands exactly at ``start`` of a normal text, if there is one.

    >>> find_mark("（十二）办公室".translate({0xFF08: "(", 0xFF09: ")"}))
    Mark(scheme='han_bracket', value=12, end=4)
    """
    stop = len(text) if end is None else end
    first = text[start : start + 1]
    if first not in _FIRST and not first.isdecimal():
        return None  # nearly all lines; found much sooner than by the pattern
    bullets = start
    match = MARK.match(text, start, stop)
    while match and match.lastgroup == "bullet":  # - 一、部门职责: the number counts, not the dash
        bullets = match.end()
        match = MARK.match(text, bullets, stop)
    if match is None:
        return Mark(scheme="bullet", value=0, end=bullets) if bullets > start else None
    scheme = str(match.lastgroup)
    return Mark(scheme=scheme, value=_value(scheme, match[0]), end=match.end())


def _value(scheme: str, printed: str) -> int:
    """The number that a mark prints: 十二 is 12."""
    if scheme == "circle":
        return (ord(printed) - 0x2460) % 20 + 1 if ord(printed) < 0x2776 else (ord(printed) - 0x2776) % 10 + 1
    if scheme == "square":
        return 0
    digits = _ARABIC.search(printed)
    if digits:
        return int(digits[0])
    numeral = _NUMERAL.search(printed)
    return han_value(numeral[0]) if numeral else 0


def han_value(numeral: str) -> int:
    """A Chinese ordinal up to 99; 0 for an empty one.

    >>> han_value("二十三"), han_value("十"), han_value("四十")
    (23, 10, 40)
    """
    tens, ten, ones = numeral.partition("十")
    if not ten:
        return _DIGITS.get(numeral[:1], 0)
    return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)
