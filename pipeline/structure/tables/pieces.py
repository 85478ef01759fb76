"""The small things that a table is made of: pieces of text in their place, rows of them."""

from __future__ import annotations

import msgspec


class Piece(msgspec.Struct, frozen=True, gc=False):
    """What one cell prints; an empty cell has ``start == end`` and no text."""

    start: int
    end: int
    text: str  # white space taken out
    parts: tuple[Piece, ...] = ()  # of a head that broke over rows, with other heads between: 指标 and, below it, 值


Row = list[Piece]
EMPTY = Piece(0, 0, "")


def squeeze(text: str) -> str:
    """The text without white space.

    >>> squeeze("本年收 入\\n合计")
    '本年收入合计'
    """
    return "".join(text.split())


def piece(source: str, start: int, end: int) -> Piece:
    """The piece of ``source`` in [start, end) with white space trimmed off its ends."""
    raw = source[start:end]
    text = raw.strip()
    if not text:
        return Piece(end, end, "")
    left = start + raw.index(text[0])
    return Piece(left, left + len(text), squeeze(text))


def quoted(text: str, part: Piece) -> str:
    """The piece as the report prints it, white space taken out."""
    if part.parts:
        return "".join(quoted(text, own) for own in part.parts)
    return squeeze(text[part.start : part.end])


def joined(first: Piece, rest: Piece) -> Piece:
    """One piece of two; it stands where the first does."""
    parts = (*(first.parts or (first,)), *(rest.parts or (rest,)))
    return Piece(first.start, first.end, first.text + rest.text, parts)
