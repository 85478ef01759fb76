"""Physical lines: where each begins and ends, how wide it prints, how far it stands from the one before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.records import Record

_SENTENCE = re.compile(r"[^\t]{20}[。;]|[。;][^\t]{20}")  # long enough to be no figure's remark
_TAB_CELL = re.compile(r"[^\t\s](?:[^\t]*[^\t\s])?")  # of a row that holds running text: 自评结论, then sentences
BREAKS = r"\n\r\f\v\x1c-\x1e\x85\u2028\u2029"
_CONTENT = re.compile(rf"\S(?:[^{BREAKS}]*\S)?")
_MARKED = re.compile(r"[\t|]")  # what parts cells
_CELL = re.compile(r"[^|\s](?:[^|]*[^|\s])?")  # in a row of a table that bars part: | 年度目标 | 应保尽保。 |


class Line(Record, frozen=True):
    """The printed part of one line; blanks at its edges are left out."""

    start: int
    end: int
    gap: int = 0  # line breaks since the line before it
    indent: int = 0  # blanks before its first character


def split_lines(text: str, regions: Iterable[tuple[int, int]]) -> list[Line]:
    """The lines that print something in the given stretches of a text, in order."""
    return [line for start, end in regions for line in _lines_between(text, start, end)]


def _lines_between(text: str, start: int, end: int) -> Iterator[Line]:
    last = start
    for match in _CONTENT.finditer(text, start, end):
        first, stop = match.span()
        between = text[last:first]
        last = stop + text.startswith("\t", stop, end)  # an empty last cell tells a row of a table
        if between == "\n" and not _MARKED.search(text, first, last):  # nearly all lines
            yield Line(start=first, end=last, gap=1)
            continue
        indent = len(between) - max(between.rfind("\n"), between.rfind("\f")) - 1
        gap = between.count("\n")
        if cells := _cells_of(text, first, last):
            yield from (Line(start=cell.start(), end=cell.end(), gap=gap) for cell in cells.finditer(text, first, stop))
        else:
            yield Line(start=first, end=last, gap=gap, indent=indent)


def _cells_of(text: str, start: int, end: int) -> re.Pattern[str] | None:
    """How a line is cut into cells, None if it stays whole."""
    if text[start] == "|" or text[end - 1] == "|":
        return _CELL
    return _TAB_CELL if text.find("\t", start, end) >= 0 and _SENTENCE.search(text, start, end) else None


def width(text: str) -> float:
    """Columns that a text takes in print: 1 for a Chinese character, 0.5 for a Latin letter or digit.

    >>> width("支出12.5万元")
    6.0
    """
    wide = (len(text.encode("utf-8", "replace")) - len(text)) // 2
    return (len(text) + wide) / 2


def uncovered(length: int, taken: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of 0..length between the ones already taken, which come in order."""
    last = 0
    for start, end in taken:
        if last < start:
            yield last, start
        last = max(last, end)
    if last < length:
        yield last, length
