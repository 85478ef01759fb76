"""Words beside a quantity that bound it or blur it: 不低于95%, 20万人次以上, 约3个, 200元左右.

``resources/comparators.csv`` lists them: the ``side`` of the quantity they stand at, the ``cue``, what it sets, and the
characters on its far side that make it part of another word (``not_beside``: 节约20万元 is not 约, 3个内设机构 not 内).
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

from pipeline.records import Record

TABLE = Path(__file__).parent.parent / "resources" / "comparators.csv"

# At a distance inside the clause: 不低于上年决算的95%, 至少召开会议2次.
_FAR = re.compile(r"(不低于|不少于|不小于|至少)|(?:不超过|不高于|不大于|不突破|至多|最多)")
_REACH = 14  # characters between such a word's beginning and the number
_CLAUSE_END = re.compile(r"[，,。;；:：!?！？()（）\n\d]")
_DEADLINE = re.compile(r"\s{0,4}(?:年?[底末])?(?:以前|之前|前)(?![三一二两期述后列半十五几\d])|以内|之内|内(?![设部])")


class Cue(Record, frozen=True):
    """One word: the comparator it sets (or "") and whether it makes the value approximate."""

    words: str
    comparator: str
    approximate: bool
    not_beside: str


@cache
def cues(side: str) -> dict[str, tuple[Cue, ...]]:
    """The cues of one side by the character next to the quantity, the longest first."""
    with TABLE.open(encoding="utf-8", newline="") as handle:
        rows = [row for row in csv.DictReader(handle) if row["side"] == side]
    found: dict[str, list[Cue]] = {}
    for row in sorted(rows, key=lambda row: -len(row["cue"])):
        words = row["cue"]
        cue = Cue(
            words=words,
            comparator=row["comparator"],
            approximate=bool(row["approximate"]),
            not_beside=row["not_beside"].replace(" ", ""),
        )
        found.setdefault(words[-1] if side == "before" else words[0], []).append(cue)
    return {key: tuple(group) for key, group in found.items()}


def beside(text: str, start: int, end: int, kind: str) -> tuple[str, bool]:
    """Comparator ("" where none is told) and approximation told beside a quantity of type ``kind``."""
    left, blurred_left = _before(text, start)
    right, blurred_right = _after(text, end)
    if kind == "DATE" and text[start - 1 : start] == "近":
        blurred_left = False  # 近三年: the last three years
    return left or right or _far(text, start), blurred_left or blurred_right


def deadline(text: str, end: int) -> str:
    """``le`` where the date that ends at ``end`` is a deadline: 2021年底前, 6月30日前."""
    return "le" if _DEADLINE.match(text, end) else ""


def _before(text: str, start: int) -> tuple[str, bool]:
    at = start
    while at and text[at - 1] in " \t\n":
        at -= 1
    for cue in cues("before").get(text[at - 1 : at], ()):
        edge = at - len(cue.words)
        if text.endswith(cue.words, 0, at) and (not edge or text[edge - 1] not in cue.not_beside):
            return cue.comparator, cue.approximate
    return "", False


def _after(text: str, end: int) -> tuple[str, bool]:
    for cue in cues("after").get(text[end : end + 1], ()):
        edge = end + len(cue.words)
        if text.startswith(cue.words, end) and (text[edge : edge + 1] or " ") not in cue.not_beside:
            return cue.comparator, cue.approximate
    return "", False


def _far(text: str, start: int) -> str:
    """Comparator told earlier in the clause with no other number between, or ""."""
    clause = text[max(0, start - _REACH) : start]
    if not ("不" in clause or "至" in clause or "最" in clause):
        return ""
    found = _FAR.search(clause)
    if not found or _CLAUSE_END.search(clause, found.end()):
        return ""
    return "ge" if found[1] else "le"
