"""Lines whose cells stand between blanks, cut into tokens: figures, account codes and words."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.structure.tables import words
from pipeline.structure.tables.pieces import Piece

_WORD = re.compile(r"\S+")
_GLUED = re.compile(r"([^\d\s.,-]*[\u4e00-\u9fff)])(-?\d[\d,]*\.\d{2})")  # 一般公共服务支出109.53
_DOTS = re.compile(r"[.…。·]+|无|-+|—+|/")
_SPACED = re.compile(r"[\u4e00-\u9fff]")


class Token(NamedTuple):
    """One cell, or a part of one, in a line without marks."""

    piece: Piece
    kind: str  # figure, text, empty (dots, 无, a dash)

    @property
    def text(self) -> str:
        return self.piece.text


def tokens_of(source: str, start: int, end: int) -> list[Token]:
    """The tokens of a line; letter-spaced words (项 目) are one token."""
    found: list[Token] = []
    for match in _WORD.finditer(source, start, end):
        glued = _GLUED.fullmatch(match[0])
        middle = match.start() + glued.end(1) if glued else match.end()
        _add(found, _part(source, match.start(), middle))
        if glued:
            _add(found, _part(source, middle, match.end()))
    return found


def _part(source: str, start: int, end: int) -> Piece:
    return Piece(start, end, source[start:end])


def _add(found: list[Token], part: Piece) -> None:
    kind = "figure" if words.FIGURE.fullmatch(part.text) else "empty" if _DOTS.fullmatch(part.text) else "text"
    last = found[-1] if found else None
    spaced = last and kind == last.kind == "text" and _SPACED.fullmatch(part.text) and _is_spaced(last)
    if last and spaced:
        found[-1] = Token(Piece(last.piece.start, part.end, last.text + part.text), "text")
    else:
        found.append(Token(part, kind))


def _is_spaced(token: Token) -> bool:
    """Whether a token is one character, or was joined of such: 项 目, not 事业收入 小."""
    return len(token.text) == 1 or token.piece.end - token.piece.start > len(token.text)
