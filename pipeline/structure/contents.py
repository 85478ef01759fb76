"""Tables of contents: the lines that repeat the headings of a report before it begins."""

from __future__ import annotations

import re
from itertools import islice

from pipeline.structure.lines import Line
from pipeline.structure.marks import Mark

_LEADERS = re.compile(r"(?<![.·…])(?<![.·…]\s)(?:[.·…]\s?){3,}+\s*\d{1,3}$|PAGEREF\s\S+(?:\s\\?h)?\s?\d*")
_WORD = re.compile(r"[-*#\s]*目\s*[录次]\s*\**")
_WORD_FIRST = frozenset("-*#目")  # with which a line of the word 目录 begins
_KEY = re.compile(r"[\W\d_]+")
LONGEST_LINE = 60  # characters of a line of the contents
MOST_LINES = 150
FEWEST_LINES = 3
MOST_TABLES = 30  # of contents in one report; it keeps the search linear


def contents(normal: str, lines: list[Line], marks: list[Mark | None]) -> set[int]:
    """The lines of the contents: those with leaders to a page number, and those that are all printed again below.

    ``marks`` are the numbers at the heads of the lines.
    """
    fields = "PAGEREF" in normal
    leaders = {
        index
        for index, line in enumerate(lines)
        if (fields or normal[line.end - 1].isdecimal()) and _LEADERS.search(normal, line.start, line.end)
    }
    found = leaders if len(leaders) > 1 else set()
    heads = (index for index, line in enumerate(lines) if index not in found and _may_head(normal, line, marks[index]))
    for index in islice(heads, MOST_TABLES):
        end = _end(normal, lines, marks, index)
        if end - index >= FEWEST_LINES:
            found.update(range(index, end))
    return found


def _may_head(normal: str, line: Line, mark: Mark | None) -> bool:
    """Whether contents may begin at a line: at the word 目录, or at 第一部分, which is printed again below."""
    if line.end - line.start > LONGEST_LINE:
        return False
    return (mark is not None and mark.scheme == "part" and mark.value == 1) or _is_word(normal, line)


def _is_word(normal: str, line: Line) -> bool:
    return normal[line.start] in _WORD_FIRST and _WORD.fullmatch(normal, line.start, line.end) is not None


def _end(normal: str, lines: list[Line], marks: list[Mark | None], start: int) -> int:
    """Where contents that begin at a line end: before the line where their first is printed again; else ``start``."""
    seen: list[str] = []
    first = None
    for index in range(start, min(start + MOST_LINES, len(lines))):
        text = normal[lines[index].start : lines[index].end]
        mark = marks[index]
        key = _KEY.sub("", text)
        again = mark is not None and first == (mark.scheme, mark.value)
        if again or (len(key) >= 3 and any(old.startswith(key) for old in seen)):
            return index
        if len(text) > LONGEST_LINE or text.endswith(("。", ";")):
            break
        if mark and not first:
            first = (mark.scheme, mark.value)
        seen.append(key)
    return start
