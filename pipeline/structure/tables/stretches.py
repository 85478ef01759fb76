"""The stretches of a text that look tabular, found line by line at little cost."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple


class Line(NamedTuple):
    """A line without its line break."""

    start: int
    end: int
    kind: str  # blank, tabs (cells between tabs), listed (a cell after one leading tab), bars, text


class Stretch(NamedTuple):
    """Consecutive lines that belong to one table or form."""

    kind: str  # tabs, listed, bars
    first: int  # the number of its first line
    lines: list[Line]


def split_lines(source: str) -> list[Line]:
    """The lines of a text with their kind."""
    lines = []
    start = 0
    for text in source.split("\n"):
        lines.append(Line(start, start + len(text), _kind(text)))
        start += len(text) + 1
    return lines


def _kind(text: str) -> str:
    if "\t" in text:
        body = text.lstrip("\t ")
        if not body:
            return "listed" if text.count("\t") == 1 else "tabs"
        return "listed" if text.startswith("\t") and text.count("\t") == 1 else "tabs"
    if "|" in text:
        return "bars"
    return "text" if text and not text.isspace() else "blank"


def find_stretches(lines: list[Line]) -> Iterator[Stretch]:
    """Yield the tabular stretches in order; a stretch holds no line twice."""
    marks = [index for index, line in enumerate(lines) if line.kind in ("tabs", "listed", "bars")]
    if not marks:
        return
    first = marks[0]
    for here, after in pairwise([*marks, len(lines) + 10]):
        if after >= len(lines) or not _goes_on(lines, here, after):
            yield Stretch(_majority(lines[first : here + 1]), first, lines[first : here + 1])
            first = after


def _goes_on(lines: list[Line], here: int, after: int) -> bool:
    """Whether the tabular line ``after`` still belongs to the stretch of the tabular line ``here``."""
    kinds = {lines[here].kind, lines[after].kind}
    between = [line for line in lines[here + 1 : after] if line.kind == "text"]
    if kinds == {"listed"}:
        return True  # a cell may hold paragraphs of its own: see rows.listed_rows
    return not between and after - here <= 3 and ("bars" not in kinds or kinds == {"bars"})


def _majority(lines: list[Line]) -> str:
    kinds = [line.kind for line in lines]
    return max(("tabs", "listed", "bars"), key=kinds.count)
