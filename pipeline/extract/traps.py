"""Digits that write no quantity: list numbers, ratios, times of day, outlines, codes with letters."""

from __future__ import annotations

import re
from string import ascii_letters

from pipeline.numerals.patterns import DIGITS, LARGE, TENS

_COUNTED = r"(?:人(?!民)|[家户名件起次项条所辆台份批场期位种类本]|个(?![月百半季工小]))"
TRAP = re.compile(
    r"(?=\d{1,15}+[.,、:∶︰+点])(?:"  # to fail at once where none of their marks stands
    r"\d{1,2}[.、](?=(?:19|20)\d\d\s{0,2}年)"  # a list number before a year: 1.2020年
    # and before a count: 1.35家; but a text that is nothing else, 2.2人, is a number
    rf"|(?:\A\d{{1,2}}\.(?=\d{{1,4}}{_COUNTED}(?!次?\Z))|(?<=[\s。;:])\d{{1,2}}\.(?=\d{{1,4}}{_COUNTED}))"
    r"|\d{1,4}(?:\.\d{1,4})?(?:[:∶︰]\d{1,4}(?:\.\d{1,4})?){1,4}"  # 1:3, 8:30
    r"|\d{1,2}点(?:\d{1,2}分|半)"  # 9点30分
    r"|\d{1,4}(?:\+\d{1,4}){1,4}"  # 4+7
    # 1.1.3, 6,50.0,12; but 1,234,500.5 is a number and 512.30,498.75 are two
    r"|(?=\d+[.,]\d+[.,]\d)(?!\d{1,3}(?:,\d{3}){1,4}(?:\.\d+)?(?![.,]?\d))(?!\d+\.\d+,\d+\.\d+(?![.,]?\d))\d+(?:[.,]\d+){2,})"
)
GLUED = frozenset(ascii_letters + "+*/_×")  # A4, V2.0, 4+7, (实际/预算)×100%
_RUN = re.compile(rf"[\d.,]+|[{DIGITS}{TENS}{LARGE}半][{DIGITS}{TENS}{LARGE}几数半上]*|.", re.DOTALL)


def trap_end(text: str, start: int) -> int:
    """Where the trap that begins at ``start`` ends; 0 where there is none."""
    found = TRAP.match(text, start)
    return found.end() if found else 0


def is_glued(text: str, start: int) -> bool:
    """Whether what stands before the number makes it part of a code or a formula."""
    before = text[start - 1 : start]
    return before in GLUED and not (before == "/" and "一" <= text[start - 2 : start - 1] <= "龥")  # 12座/350延米


def run_end(text: str, start: int) -> int:
    """The end of the digits or numerals that begin at ``start``."""
    found = _RUN.match(text, start)
    return found.end() if found else start + 1
