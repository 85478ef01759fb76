"""What stands behind ``¦`` in a mark: words in any order, each known by its form."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.review.vocabulary import COMPARATORS, MEASURES

Words = dict[str, str]  # part of a note -> what it says

_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("told", re.compile(r"([A-Z_]+=\S+)")),  # MONEY=9000
    ("header_unit", re.compile(r"\[(\S+)\]")),  # [万元]: the unit that a head gives
    ("label", re.compile(r"#(\w+)")),  # #收入: a name for others to point at
    ("part_of", re.compile(r"<(\w+)")),  # <收入: a part of that total
    ("link", re.compile(r"@(\w+|>)")),  # @收入: the indicator, where it is not the last one named
    ("column", re.compile(r"/(\d+|-)")),  # /3: stands in the third column; /-: in none
    ("row_number", re.compile(r"&(\d+)")),  # &7: stands in the seventh marked row of its table
    ("year", re.compile(r"(\d{4})")),
    ("indicator_id", re.compile(r"(NIL|[a-z][\w]*(?:\.\w+)+)")),
    ("full_name", re.compile(r"(.*[^\x00-\x7f].*)")),  # any word that is not ASCII
)


def _measure(word: str) -> Words:
    measure = word.removesuffix("-")  # change_rate-: a decrease
    if measure not in MEASURES:
        return {}
    return {"measure": measure, "sign": "-" if measure != word else ""}


def _comparator(word: str) -> Words:
    return {"comparator": word} if word in COMPARATORS else {}


def _flag(word: str) -> Words:
    return {word: "1"} if word in {"none", "about", "elided"} else {}


def _form(word: str) -> Words:
    for part, form in _FORMS:
        if match := form.fullmatch(word):
            return {part: match[1]}
    return {}


_READERS: tuple[Callable[[str], Words], ...] = (_measure, _comparator, _flag, _form)


def read_words(note: str) -> Words:
    """Read one note; ValueError names a word that means nothing or is said twice.

    >>> read_words("target ge 2021 insured.rate 基本医疗保险参保率")["indicator_id"]
    'insured.rate'
    """
    said: Words = {}
    for word in note.split():
        meaning = next((found for reader in _READERS if (found := reader(word))), None)
        if meaning is None:
            raise ValueError(f"“{word}” is no word of the markup")
        if twice := said.keys() & meaning.keys():
            raise ValueError(f"“{word}”: {twice.pop()} is said twice")
        said |= meaning
    return said
