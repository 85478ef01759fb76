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

# At a distance inside the clause: 不低于上年决算的95%, 至少召开会议2次, 不得超出预算20万元, 最多可达500元.
_MAY = "(?:得|应|应当|能|能够|宜|可|会|要|许)?"
_FAR = re.compile(
    rf"(不{_MAY}(?:低于|少于|小于|下于)|至少|最少|起码)|(?:不{_MAY}(?:超过|超出|超|高于|大于|多于|突破)|至多|顶多|最多(?!的))"
)
# A standard that is missed or passed: 低于省定3%的标准; but 高于上年2.5个百分点 is a difference.
_STANDARD = re.compile(r"(?:(超过|高于|突破)|(?:低于|未达到?|不足))[\u4e00-\u9fff]{1,8}$")
_IS_STANDARD = re.compile(r"的?(?:目标|标准|要求|控制线|控制目标|红线|警戒线|任务)")
_OPENS_STANDARD = frozenset("的目标要控红警任")
_HINT = re.compile("[不至最起顶]")
_REACH = 14  # characters between such a word's beginning and the number
_CLAUSE = re.compile(r"[^，,。;；:：!?！？()（）\n\d]{0,14}$")
_NOT = re.compile(rf"(?:不{_MAY}|未|未能|没有?|无|严禁|禁止)$")  # 未突破20万元, 没有低于3%
_NEGATED = {"gt": "le", "lt": "ge"}
_INCLUSIVE = re.compile(r"\((不?)[包]?含[^()]{0,8}\)")  # 20人(含)以上, 50%(含50%)以上, 3万元(不含)以下
_EXCLUSIVE = {"ge": "gt", "le": "lt"}
_NOTHING = ("", False)
_WHITE = (" ", "\t")
_BETWEEN = " \t\n|"  # a comparator may stand in a cell of its own: ≥ | 90
_DEADLINE = re.compile(r"\s{0,4}(?:年?[底末])?(?:以前|之前|前)(?![三一二两期述后列半十五几\d])|以内|之内|内(?![设部])")
_STRONG = {"强": "gt", "弱": "lt"}
_CLOSES = frozenset(("", *",，。;；、)\n"))
_NO_LATER = ("不晚于", "不迟于", "最迟", "最晚", "至迟")


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


@cache
def _signs() -> tuple[frozenset[str], frozenset[str]]:
    """The characters right before and right after a quantity with which a cue may begin; few quantities have one."""
    return frozenset((*cues("before"), *_BETWEEN)), frozenset((*cues("after"), *_WHITE, "("))


def beside(text: str, start: int, end: int, kind: str) -> tuple[str, bool]:
    """Comparator ("" where none is told) and approximation told beside a quantity of type ``kind``."""
    left_signs, right_signs = _signs()
    left, blurred_left = before(text, start) if text[start - 1 : start] in left_signs else _NOTHING
    right, blurred_right = _after(text, end) if text[end : end + 1] in right_signs else _NOTHING
    if kind == "PERCENT" and not right and text[end : end + 1] in _STRONG:
        right = _strong(text, end)
    if kind == "DATE" and text[start - 1 : start] == "近":
        blurred_left = False  # 近三年: the last three years
    return left or right or _far(text, start, end), blurred_left or blurred_right


def _strong(text: str, end: int) -> str:
    """五分之一强 is more, 四成弱 less."""
    return _STRONG[text[end]] if text[end + 1 : end + 2] in _CLOSES else ""


def deadline(text: str, start: int, end: int) -> str:
    """``le`` where the date from ``start`` to ``end`` is a deadline: 2021年底前, 6月30日前, 不晚于9月."""
    return "le" if _DEADLINE.match(text, end) or text[max(0, start - 3) : start].endswith(_NO_LATER) else ""


def before(text: str, start: int) -> tuple[str, bool]:
    """Comparator and approximation told right before ``start``, be it in a cell of its own."""
    at = start
    while at and text[at - 1] in _BETWEEN:
        at -= 1
    group = cues("before").get(text[at - 1 : at])
    if group is None:
        return _NOTHING
    for cue in group:
        edge = at - len(cue.words)
        if text.endswith(cue.words, 0, at) and (not edge or text[edge - 1] not in cue.not_beside):
            negated = cue.comparator in _NEGATED and _NOT.search(text, max(0, edge - 3), edge)
            return _NEGATED[cue.comparator] if negated else cue.comparator, cue.approximate
    return "", False


def _after(text: str, end: int) -> tuple[str, bool]:
    if text[end : end + 1] == "(" and (bracket := _INCLUSIVE.match(text, end)):
        told, blurred = _cue_at(text, bracket.end())
        return _EXCLUSIVE.get(told, told) if bracket[1] else told, blurred
    at = end
    while text[at : at + 1] in _WHITE:
        at += 1
    return _cue_at(text, at, apart=at > end)


def _cue_at(text: str, end: int, *, apart: bool = False) -> tuple[str, bool]:
    """The cue that begins there; one that stands ``apart`` must close the phrase: 95% 以上。 but not 3家 以上数据."""
    group = cues("after").get(text[end : end + 1])
    if group is None:
        return _NOTHING
    for cue in group:
        edge = end + len(cue.words)
        beside = text[edge : edge + 1] or " "
        if text.startswith(cue.words, end) and beside not in cue.not_beside:
            return ("", False) if apart and beside != "的" and beside.isalnum() else (cue.comparator, cue.approximate)
    return "", False


def _far(text: str, start: int, end: int) -> str:
    """Comparator told earlier in the clause with no other number between, or ""."""
    window = max(0, start - _REACH)
    if _HINT.search(text, window, start):
        clause = _CLAUSE.search(text, window, start).start()  # type: ignore[union-attr]
        if found := _FAR.search(text, clause, start):
            return "ge" if found[1] else "le"
    if text[end : end + 1] in _OPENS_STANDARD and _IS_STANDARD.match(text, end):
        return _standard(text[window:start])
    return ""


def _standard(before_it: str) -> str:
    found = _STANDARD.search(before_it)
    return "" if found is None else "gt" if found[1] else "lt"
