"""Phrases around a number: where they begin and end, and what is left of them without the words at their edges."""

from __future__ import annotations

import re

from pipeline.relate.terms import terms

LONGEST = 60  # characters; what stands further from its number is no name of it
_NUMBERS = re.compile(r"[\d.]+[和与及、]$|连续[一二三四五六七八九十\d]+年$")  # before a number, they belong to it
_NUMBERS_REACH = 16  # characters
_NUMBERS_ENDS = frozenset("和与及、年")
_TO_LAST_SIGN = re.compile(r".*(?:(?P<break>[,;:。!?(])|[).、])", re.DOTALL)
_SIGN = re.compile(r"[,;:。!?().、]")
_AFTER_BREAK = re.compile(r"(?P<inside>\([^()\d]{1,16}\))|[,;:。!?、()]|\.(?!\d)")  # 乡镇(街道) is one name
_NUMBERING = re.compile(r"【[^】]{1,16}】|——|\(?[一二三四五六七八九十\d]{1,3}[)、.]|[①-⑳]")
_NUMBERING_STARTS = frozenset("【—(一二三四五六七八九十0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_NUMBER_BEFORE = re.compile(r"[一二三四五六七八九十\d]{1,3}、$")  # a list's number: 1、参保人数
_LONG_COORDINATION = 24  # characters; longer lists are told before the name of their number


def before(text: str, low: int, high: int) -> int:
    """Where the phrase that ends at ``high`` begins, not before ``low``.

    A closed bracket inside is part of it, and so are names joined by 、 unless together they are too long for a name.

    >>> text = "其中,因公出国(境)费"
    >>> text[before(text, 0, len(text)):]
    '因公出国(境)费'
    """
    low = low if high - low <= LONGEST else high - LONGEST
    last = _TO_LAST_SIGN.match(text, low, high)
    if not last:
        return low
    return last.end() if last["break"] else _across(text, low, high)


def _across(text: str, low: int, high: int) -> int:
    """As ``before``, of a phrase that ends with a bracket, a list or a dot between signs that end phrases."""
    at, joint, bracket = low, 0, high
    for found in reversed([*_SIGN.finditer(text, low, high)]):
        sign, end = found[0], found.end()
        if end > bracket:
            continue  # inside the brackets that were just passed over
        if sign == ")" and (opened := text.rfind("(", low, end - 1)) > low and ")" not in text[opened : end - 1]:
            bracket = opened
        elif sign == "、":
            joint = joint or end
        elif sign != "." or not text[end : end + 1].isdecimal():
            at = end
            break
    return joint if joint and (high - at > _LONG_COORDINATION or _NUMBER_BEFORE.match(text, at, joint)) else at


def after(text: str, low: int, high: int) -> int:
    """Where the phrase that begins at ``low`` ends, at a sign or at ``high``."""
    high = min(high, low + LONGEST)
    for found in _AFTER_BREAK.finditer(text, low, high):
        if not found["inside"] or found.start() == low:
            return found.start()
    return high


def peel_right(text: str, start: int, end: int) -> int:
    """The end of a phrase without copulas and adverbs before the number: 基金收入达到 -> 基金收入."""
    ends = terms().copula_ends
    while end > start and text[end - 1] in ends and (begin := _last_word(text, start, end)) < end:
        end = begin
    return end


def _last_word(text: str, start: int, end: int) -> int:
    """Where the longest copula or adverb that ends at ``end`` begins; ``end`` where there is none."""
    copulas, begin = terms().copulas, end
    if text[end - 1] in _NUMBERS_ENDS and (numbers := _NUMBERS.search(text, max(start, end - _NUMBERS_REACH), end)):
        begin = numbers.start()
    for at in range(max(start, end - terms().longest_copula), begin):
        unless = copulas.get(text[at:end])
        if unless is not None and not text.endswith(unless, 0, at):
            return at
    return begin


def peel_left(text: str, start: int, end: int) -> int:
    """The start of a phrase without connectives, time words, regions and light verbs: 其中全县参保人数 -> 参保人数."""
    known = terms()
    left, heads, starts = known.left, known.heads, known.left_starts
    if start < end and text[start] in _NUMBERING_STARTS and (numbering := _NUMBERING.match(text, start, end)):
        start = numbering.end()
    if start < end and text[start] not in starts:
        return start
    while start < end and (found := left.match(text, start, end)):
        if found.end() == end:  # nothing but such words: a verb among them may be the name itself
            return start if text[start:end] in known.deeds else end
        if text[found.end() : end] in heads and found.end() - start > 1 and terms().light.fullmatch(found[0]):
            return start  # 涉及资金: 资金 alone says nothing
        if found.end() == end - 1 and text[end - 1] in heads:
            return start  # 及时率: 率 alone says less
        start = found.end()
    return start


def last_cut(text: str, start: int, end: int) -> int:
    """The start of a phrase after the last time word or region inside it."""
    for found in terms().cut.finditer(text, start, end):
        if found.end() < end:
            start = found.end()
    return start
