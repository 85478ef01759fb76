"""Marked text to plain text and its marks.

Six brackets that no report prints carry the marks; everything else is the report's own text:
``⟦…⟧`` a quantity or date, ``⟪…⟫`` an indicator's name, ``⦅…⦆`` the head of a table row, each with a note behind
``¦`` if there is something to say; ``⟬…⟭`` a direction (a segment begins, a table begins or ends).
"""

from __future__ import annotations

import re

from pipeline.errors import ResourceError
from pipeline.records import Record

PAIRS = {"⟦": "⟧", "⟪": "⟫", "⦅": "⦆"}
KINDS = {"⟦": "value", "⟪": "indicator", "⦅": "row"}
_TOKEN = re.compile(
    r"⟬(?P<direction>[^⟭]*)⟭|(?P<open>[⟦⟪⦅])|(?:¦(?P<note>[^⟧⟫⦆⟦⟪⦅]*))?(?P<close>[⟧⟫⦆])|(?P<stray>[⟬⟭])"
)


class Mark(Record, frozen=True):
    """A mark in the order of its closing bracket; offsets count the text without marks."""

    kind: str  # value, indicator, row, direction
    start: int
    end: int
    note: str
    where: str  # file and line, for errors
    inside: tuple[str, ...] = ()  # kinds of the marks around it, outermost first


def fault(where: str, message: str) -> ResourceError:
    """The error of a marked report, with its place."""
    return ResourceError(f"{where}: {message}", stage="review", advice="correct the marked report and compile again")


def take_marks(source: str, name: str, first_line: int = 1) -> tuple[str, list[Mark]]:
    """The text without its marks, and the marks; ``name`` and ``first_line`` say where the source stands.

    >>> text, [mark] = take_marks("拨付⟦436万元¦budget⟧。", "a.txt")
    >>> text, mark.start, mark.end, mark.note
    ('拨付436万元。', 2, 7, 'budget')
    """
    parts: list[str] = []
    marks: list[Mark] = []
    opened: list[tuple[str, int, str]] = []
    length = at = seen = 0
    line = first_line
    for token in _TOKEN.finditer(source):
        parts.append(source[at : token.start()])
        length += token.start() - at
        at = token.end()
        line += source.count("\n", seen, token.start())
        seen = token.start()
        where = f"{name}:{line}"
        inside = tuple(KINDS[bracket] for bracket, _, _ in opened)
        if token["direction"] is not None:
            marks.append(Mark("direction", length, length, token["direction"].strip(), where, inside))
            at += _stands_alone(source, token.start(), token.end())
        elif token["open"]:
            opened.append((token["open"], length, where))
        elif token["close"] and opened and PAIRS[opened[-1][0]] == token["close"]:
            bracket, start, where = opened.pop()
            marks.append(Mark(KINDS[bracket], start, length, (token["note"] or "").strip(), where, inside[:-1]))
        else:
            raise fault(where, f"{token[0]} closes nothing")
    if opened:
        raise fault(opened[-1][2], f"{opened[-1][0]} is not closed")
    text = "".join([*parts, source[at:]])
    _check_edges(text, marks)
    return text, marks


def _check_edges(text: str, marks: list[Mark]) -> None:
    for mark in marks:
        marked = text[mark.start : mark.end]
        if mark.kind != "direction" and marked != marked.strip():
            raise fault(mark.where, f"“{marked}” begins or ends with white space")


def _stands_alone(source: str, start: int, end: int) -> int:
    """1 where a direction fills its lines, so that its line break is no part of the report."""
    return int((start == 0 or source[start - 1] == "\n") and source[end : end + 1] == "\n")
