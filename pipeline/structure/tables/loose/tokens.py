"""Lines whose cells stand between blanks, cut into tokens: figures, account codes and words."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.structure.tables import words
from pipeline.structure.tables.pieces import Piece

_WORD = re.compile(r"\S+")
_GLUED = re.compile(r"([^\d\s.,-]*[\u4e00-\u9fff)])(-?\d[\d,]*\.\d{2})")  # 一般公共服务支出109.53
_DOTS = re.compile(r"[.…。·]+|-+|—+|/")
_HAN = re.compile(r"[\u4e00-\u9fff]")


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
        word = match[0]
        glued = _GLUED.fullmatch(word) if word[-1].isdigit() else None
        if glued:
            middle = match.start() + glued.end(1)
            _add(found, Piece(match.start(), middle, glued[1]))
            _add(found, Piece(middle, match.end(), glued[2]))
        else:
            _add(found, Piece(match.start(), match.end(), word))
    return found


def _add(found: list[Token], part: Piece) -> None:
    kind = _kind(part.text)
    if kind == "text" and len(part.text) == 1 and found and found[-1].kind == "text" and _is_spaced(found[-1]):
        last = found[-1]
        if _HAN.fullmatch(part.text):
            found[-1] = Token(Piece(last.piece.start, part.end, last.text + part.text), "text")
            return
    found.append(Token(part, kind))


def _kind(word: str) -> str:
    if word.isalpha():  # nearly all: words without a digit or sign
        return "empty" if word == "无" else "text"
    return "figure" if words.FIGURE.fullmatch(word) else "empty" if _DOTS.fullmatch(word) else "text"


def _is_spaced(token: Token) -> bool:
    """Whether a token is one character, or was joined of such: 项 目, not 事业收入 小."""
    return len(token.text) == 1 or token.piece.end - token.piece.start > len(token.text)
