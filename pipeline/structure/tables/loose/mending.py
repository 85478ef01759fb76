"""Lines of forms whose cells broke over line ends: levels (社会效益, 指标) and figures (≤1.2万元/, 张) in one piece again."""

from __future__ import annotations

import re

from pipeline.structure.tables import words
from pipeline.structure.tables.loose.levels import is_level
from pipeline.structure.tables.loose.tokens import Token
from pipeline.structure.tables.pieces import Piece

_MOST_PARTS = 6  # lines over which a level may break: 社会公, 众或服, 务对象, 满意度, 指标
_LONGEST_PART = 8  # characters
_NAMED = re.compile(r".*(?:指标|目标|满意度)(?:\(\d+分?\))?")  # a level as it is printed in full
_OPEN_FIGURE = re.compile(r"[≥≤<>=]?\d[\d.,]*[^\d\s]{0,4}/")


def mended(lines: list[list[Token]]) -> list[list[Token]]:
    """The lines with what broke over a line end put where its last part stands; lines that become empty are left out."""
    lines = [[*tokens] for tokens in lines]
    for index in range(len(lines) - 1):
        size = _broken_level(lines, index) or _broken_figure(lines, index)
        if size:
            parts = [lines[index].pop(), *(lines[index + step].pop(0) for step in range(1, size))]
            lines[index + size - 1].insert(0, _joined(parts))
    return [tokens for tokens in lines if tokens]


def _broken_level(lines: list[list[Token]], index: int) -> int:
    """Over how many lines a level breaks that begins at the end of a line; 0 if none does."""
    if not lines[index]:
        return 0
    text, size, found = "", 0, 0
    for tokens in lines[index : index + _MOST_PARTS]:
        part = (tokens[-1] if not size else tokens[0]) if tokens else None
        if part is None or (part.kind != "text" and not text) or len(part.text) > _LONGEST_PART:
            break
        text, size = text + part.text, size + 1
        if size > 1 and _NAMED.fullmatch(text) and is_level(text):
            found = size
        if size > 1 and len(tokens) > 1:
            break  # the rest of its line stands behind it
    return found


def _broken_figure(lines: list[list[Token]], index: int) -> int:
    last, below = lines[index][-1:], lines[index + 1][:1]
    if last and below and _OPEN_FIGURE.fullmatch(last[0].text) and words.FIGURE.fullmatch(last[0].text + below[0].text):
        return 2
    return 0


def _joined(parts: list[Token]) -> Token:
    pieces = tuple(part.piece for part in parts)
    text = "".join(part.text for part in parts)
    kind = "figure" if words.FIGURE.fullmatch(text) else "text"
    return Token.of(Piece(pieces[0].start, pieces[-1].end, text, pieces), kind)
