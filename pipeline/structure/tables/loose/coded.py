"""Records of tables whose rows start with an account code, though rows may break over lines."""

from __future__ import annotations

import re

from pipeline.structure.tables import words
from pipeline.structure.tables.loose.records import TOTAL, OpenRecord, Record
from pipeline.structure.tables.loose.tokens import Token
from pipeline.structure.tables.pieces import Piece

_CODE_PARTS = (re.compile(r"\d{3}"), re.compile(r"\d{2}"))
_MOST_PARTS = 3  # 类, 款, 项
_LONG_TAIL = 16  # characters, of a name that fills its column
_TAIL = 8  # characters of a name that may follow its figures on a line of their own


def coded_records(lines: list[list[Token]]) -> list[Record]:
    """Records of a table whose rows start with an account code; a code starts a record wherever it stands."""
    records: list[OpenRecord] = []
    flat = [(token, number) for number, tokens in enumerate(lines) for token in whole_code(tokens)]
    decimals = any("." in token.text for token, _ in flat if token.kind == "figure")
    for index, (token, number) in enumerate(flat):
        after = flat[index + 1][0] if index + 1 < len(flat) else None
        last = records[-1] if records else None
        first = index == 0 or flat[index - 1][1] != number
        # 60573 at the end of a line is an amount where amounts have no decimals, though the name goes on below it
        apart = decimals or first or (after is not None and flat[index + 1][1] == number)
        if token.kind == "figure" and after and after.kind == "text" and apart and _is_code(token.text, first):
            records.append(OpenRecord(token.text, number, _place(records, number)))
        elif token.kind == "text" and (last is None or _starts(token, last, first, after)):
            records.append(OpenRecord("", number, _place(records, number)))
            records[-1].names.append(token.piece)
        elif token.kind == "text" and last:
            last.names.append(token.piece)
        elif token.kind == "figure":
            if last is None:
                records.append(OpenRecord("", number, 0))
            records[-1].slots.append(token.piece)
        elif last and last.names:
            last.slots.append(None)
    return [record.closed() for record in records]


def _is_code(text: str, first: bool) -> bool:
    return bool(words.ACCOUNT_CODE.fullmatch(text) or (first and words.UNIT_CODE.fullmatch(text)))


def whole_code(tokens: list[Token]) -> list[Token]:
    """A line whose code stands in three columns (类, 款, 项) with the code in one: 208 02 01 行政运行."""
    if len(tokens) < 2 or len(tokens[1].text) != 2:
        return tokens  # nearly all lines
    parts = next((i for i, token in enumerate(tokens) if not _CODE_PARTS[min(i, 1)].fullmatch(token.text)), 0)
    if not 1 < parts <= _MOST_PARTS or tokens[parts].kind != "text":
        return tokens
    pieces = tuple(token.piece for token in tokens[:parts])
    code = Piece(pieces[0].start, pieces[-1].end, "".join(piece.text for piece in pieces), pieces)
    return [Token.of(code, "figure"), *tokens[parts:]]


def _starts(token: Token, last: OpenRecord, first: bool, after: Token | None) -> bool:
    """Whether words start a record: after figures, unless they end a coded name that broke; totals always do."""
    if TOTAL.fullmatch(token.text):
        return True
    longest = _LONG_TAIL if last.slots and _is_half(last) else _TAIL
    tail = first and bool(last.code) and len(token.text) <= longest and (after is None or after.kind == "figure")
    return bool(last.slots) and not (tail and after is not None and bool(words.ACCOUNT_CODE.fullmatch(after.text)))


def _is_half(record: OpenRecord) -> bool:
    """Whether a name may go on below its figures for a whole line more: it is one long piece."""
    return len(record.names) == 1 and len(record.names[0].text) >= _TAIL


def _place(records: list[OpenRecord], line: int) -> int:
    return sum(1 for record in records[-4:] if record.line == line)
