"""Lines whose cells stand between blanks, cut into tokens: figures, account codes and words."""

from __future__ import annotations

import re

import msgspec

from pipeline.structure.tables import words
from pipeline.structure.tables.pieces import Piece

_WORD = re.compile(r"\S+")
_GLUED = re.compile(r"([^\d\s.,-]*[\u4e00-\u9fff)])(-?\d[\d,]*\.\d{2})")  # 一般公共服务支出98.40
_DOTS = re.compile(r"[.…。·]+|-+|—+|/")
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")


class Token(msgspec.Struct, frozen=True, gc=False):
    """One cell, or a part of one, in a line without marks."""

    piece: Piece
    kind: str  # figure, text, empty (dots, 无, a dash)
    text: str  # that of its piece

    @classmethod
    def of(cls, piece: Piece, kind: str) -> Token:
        """A piece as a token."""
        return cls(piece, kind, piece.text)


def tokens_of(source: str, start: int, end: int) -> list[Token]:
    """The tokens of a line; letter-spaced words (项 目) are one token."""
    found: list[Token] = []
    for match in _WORD.finditer(source, start, end):
        word = match[0]
        glued = _GLUED.fullmatch(word) if word[-1].isdigit() and not word[0].isdecimal() else None
        if glued:
            middle = match.start() + glued.end(1)
            _add(found, Piece(match.start(), middle, glued[1]))
            _add(found, Piece(middle, match.end(), glued[2]))
        else:
            _add(found, Piece(match.start(), match.end(), word))
    return found


def _add(found: list[Token], part: Piece) -> None:
    kind = _kind(part.text)
    if kind == "text" and found and found[-1].kind == "text" and _belong_together(found[-1], part):
        last = found[-1].piece
        found[-1] = Token.of(Piece(last.start, part.end, last.text + part.text), "text")
    else:
        found.append(Token(part, kind, part.text))


def _belong_together(last: Token, part: Piece) -> bool:
    """Whether a blank inside a word parts two tokens: 项 目, 3. 国防支出; not 事业收入 小, 值 值."""
    if words.NUMBERED.fullmatch(last.text):
        return True
    spaced = len(last.text) == 1 or last.piece.end - last.piece.start > len(last.text)
    return (
        len(part.text) == 1 and part.text != last.text and spaced and bool(_HAN.fullmatch(last.text[-1:] + part.text))
    )


def _kind(word: str) -> str:
    if word.isalpha():  # nearly all: words without a digit or sign
        return "empty" if word == "无" else "text"
    if word.isdecimal():
        return "figure"
    return "figure" if words.FIGURE.fullmatch(word) else "empty" if _DOTS.fullmatch(word) else "text"
