"""Phrases around a number: where they begin and end, and what is left of them without the words at their edges."""

from __future__ import annotations

import re

from pipeline.relate.terms import terms

LONGEST = 60  # characters; what stands further from its number is no name of it
_COPULA = 16  # characters; no copula is longer
_SIGNS = frozenset(",;:。!?().、")
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
    low = max(low, high - LONGEST)
    at, joint = high, 0
    while at > low:
        sign = text[at - 1]
        if sign not in _SIGNS:
            at -= 1
        elif sign == ")" and (opened := text.rfind("(", low, at - 1)) > low and ")" not in text[opened : at - 1]:
            at = opened
        elif sign == "、":
            joint, at = joint or at, at - 1
        elif sign != "." or not text[at : at + 1].isdecimal():
            break
        else:
            at -= 1
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
    right, ends = terms().right, terms().copula_ends
    while end > start and text[end - 1] in ends and (found := right.search(text, max(start, end - _COPULA), end)):
        end = found.start()
    return end


def peel_left(text: str, start: int, end: int) -> int:
    """The start of a phrase without connectives, time words, regions and light verbs: 其中全县参保人数 -> 参保人数."""
    known = terms()
    left, kept, heads, doing, starts = known.left, known.kept, known.heads, known.doing, known.left_starts
    if start < end and text[start] in _NUMBERING_STARTS and (numbering := _NUMBERING.match(text, start, end)):
        start = numbering.end()
    if start < end and text[start] not in starts:
        return start
    while start < end and not kept.match(text, start, end) and (found := left.match(text, start, end)):
        if found.end() == end:  # nothing but such words: a verb among them may be the name itself
            return start if doing.fullmatch(text, start, end) else end
        if text[found.end() : end] in heads and found.end() - start > 1 and terms().light.fullmatch(found[0]):
            return start  # 涉及资金: 资金 alone says nothing
        start = found.end()
    return start


def last_cut(text: str, start: int, end: int) -> int:
    """The start of a phrase after the last time word or region inside it."""
    for found in terms().cut.finditer(text, start, end):
        if found.end() < end:
            start = found.end()
    return start
