"""The path of an account, 类款项, where a report prints it: 教育支出（类）普通教育（款）小学教育（项）.

A line may leave out the upper levels that an earlier line printed: （2）初中教育（项） under 普通教育（款）.
"""

from __future__ import annotations

import re

from pipeline.records import Record
from pipeline.relate.phrases import peel_left

_STEP = re.compile(r"(?P<name>[^(),;:。]{2,40})\(\d{0,7}(?P<level>[类款项])(?:级|级科目)?\)")
_LEVEL = re.compile(r"[类款项](?:级|级科目)?\)")
_LEAD = re.compile(r"[、.\-—→/\s]+|\(?[一二三四五六七八九十\d]{1,3}[)、.]+|[①-⑳]|\d{3,7}(?=\D)")
_DEPTH = {"类": 0, "款": 1, "项": 2}


class Path(Record, frozen=True):
    """The last level of a printed path, as offsets into the text searched, and the names of all levels to it."""

    start: int
    end: int
    stop: int  # after the last bracket
    level: str
    names: tuple[str, ...]  # each with its level: 教育支出(类)

    @property
    def full(self) -> str:
        """The whole path."""
        return "".join(self.names)


def may_hold_step(text: str) -> bool:
    """Whether a text can hold a level of a path at all."""
    return ")" in text and _LEVEL.search(text) is not None


def find_path(text: str, start: int, end: int, above: tuple[str, ...] = ()) -> Path | None:
    """The last path in text[start:end]; ``above`` are the levels printed before, of which those above its first hold."""
    if text.find(")", start, end) < 0:
        return None
    path: Path | None = None
    for found in _STEP.finditer(text, start, end):
        level = found["level"]
        begin = _name_start(text, found.start(), found.end("name"))
        if begin >= found.end("name") or text[begin : found.end("name")].isdecimal():
            continue
        known = path.names if path else above
        kept = tuple(name for name in known if _DEPTH[name[-2]] < _DEPTH[level])
        names = (*kept, text[begin : found.end("name")] + f"({level})")
        path = Path(begin, found.end("name"), found.end(), level, names)
    return path


def _name_start(text: str, start: int, end: int) -> int:
    """Where the name begins, after a number, a code or a word such as 其中."""
    while lead := _LEAD.match(text, start, end):
        start = lead.end()
    return peel_left(text, start, end)
