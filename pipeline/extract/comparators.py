"""Words beside a quantity that bound it or blur it: 不低于95%, 20万人次以上, 约3个, 200元左右.

``resources/comparators.csv`` lists them: ``side`` of the quantity, ``cue``, what it sets, and the characters before
which the cue is part of another word (节约20万元 is not 约).
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

from pipeline.records import Record

TABLE = Path(__file__).parent.parent / "resources" / "comparators.csv"


class Cue(Record, frozen=True):
    """One word: the comparator it sets (or "") and whether it makes the value approximate."""

    words: str
    comparator: str
    approximate: bool
    not_after: str


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
            not_after=row["not_after"].replace(" ", ""),
        )
        found.setdefault(words[-1] if side == "before" else words[0], []).append(cue)
    return {key: tuple(group) for key, group in found.items()}


_INSIDE = re.compile(r"内(?=[设部容科涵外含在陆蒙地控勤审镜资需生])")
_MORE = re.compile(
    r"[多余](?=[个次元种名样项处家数人部层媒边方少年月]|额|下|款|热|粮)"
)  # 3年多来 blurs, 30元多元化 does not
# At a distance inside the clause: 不低于上年决算的95%, 控制在年初预算20万元.
_FAR = re.compile(r"(不低于|不少于|不小于|至少)|(不超过|不高于|不大于|不突破|至多|最多)")
_CLAUSE_END = re.compile(r"[，,。;；:：!?！？()（）\n\d]")


def before(text: str, start: int) -> tuple[str, bool]:
    """Comparator and approximation told directly before a quantity that starts at ``start``."""
    at = start
    while at and text[at - 1] in " \t\n":
        at -= 1
    for cue in cues("before").get(text[at - 1 : at], ()):
        edge = at - len(cue.words)
        if text.endswith(cue.words, 0, at) and (not edge or text[edge - 1] not in cue.not_after):
            return cue.comparator, cue.approximate
    return "", False


def after(text: str, end: int) -> tuple[str, bool]:
    """Comparator and approximation told directly after a quantity that ends at ``end``."""
    for cue in cues("after").get(text[end : end + 1], ()):
        if text.startswith(cue.words, end) and not _INSIDE.match(text, end) and not _MORE.match(text, end):
            return cue.comparator, cue.approximate
    return "", False


def beside(text: str, start: int, end: int, kind: str) -> tuple[str, bool]:
    """Comparator and approximation told anywhere beside a quantity."""
    left, blurred_left = before(text, start)
    right, blurred_right = after(text, end)
    if kind == "DATE":
        blurred_left = False  # 近三年: the last three years
    return left or right or far(text, start), blurred_left or blurred_right


_DEADLINE = re.compile(r"\s{0,4}(?:年?[底末])?(?:以前|之前|前)(?![三一二两期述后列半十五几\d])|以内|之内|内(?!设|部)")


def deadline(text: str, end: int) -> str:
    """``le`` where a date is a deadline: 2021年底前, 6月30日前."""
    return "le" if _DEADLINE.match(text, end) else ""


def far(text: str, start: int) -> str:
    """Comparator told earlier in the clause with no other number between, or ""."""
    clause = text[max(0, start - 14) : start]
    found = _FAR.search(clause)
    if not found or _CLAUSE_END.search(clause, found.end()):
        return ""
    return "ge" if found[1] else "le"
