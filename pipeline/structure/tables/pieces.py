"""The small things that a table is made of: pieces of text in their place, rows of them."""

from __future__ import annotations

import re
from typing import NamedTuple

_SPACE = re.compile(r"\s+")


class Piece(NamedTuple):
    """What one cell prints; an empty cell has ``start == end`` and no text."""

    start: int
    end: int
    text: str  # white space taken out


Row = list[Piece]
EMPTY = Piece(0, 0, "")


def squeeze(text: str) -> str:
    """The text without white space.

    >>> squeeze("本年收 入\\n合计")
    '本年收入合计'
    """
    return _SPACE.sub("", text)


def piece(source: str, start: int, end: int) -> Piece:
    """The piece of ``source`` in [start, end) with white space trimmed off its ends."""
    raw = source[start:end]
    left = len(raw) - len(raw.lstrip())
    text = raw.strip()
    return Piece(start + left, start + left + len(text), squeeze(text))


def quoted(text: str, part: Piece) -> str:
    """The piece as the report prints it, white space taken out."""
    return squeeze(text[part.start : part.end])
