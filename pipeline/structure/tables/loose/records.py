"""Tokens to records: what names a row and the figures printed for it, though rows may break over lines."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.structure.tables import words
from pipeline.structure.tables.loose.tokens import Token
from pipeline.structure.tables.pieces import Piece

TOTAL = re.compile(r"(?:人员经费|公用经费|本年收入|本年支出|收入|支出|本年)?(?:合计|总计|小计)")
_NEW_NAME = re.compile(rf"{words.NUMBERED.pattern}|其中|\([一二三四五六七八九十]+\)")
_SHORT_TAIL = 3  # characters of one that its figures follow on the same line
_CODE_PARTS = (re.compile(r"\d{3}"), re.compile(r"\d{2}"))
_MOST_PARTS = 3  # 类, 款, 项
_LEAST_RANKS = 6
_STEP = 9  # by which the first 行次 of the right block is above that of the left, at least
_GAP_OF_RANKS = 30  # 行次 that a table may leave out
_LONG_TAIL = 16  # characters, of a name that fills its column
_TAIL = 8  # characters of a name that may follow its figures on a line of their own


class Record(NamedTuple):
    """One row, or one row of one block where several stand side by side."""

    code: str
    names: tuple[Piece, ...]  # the parts of the name, in order
    slots: tuple[Piece | None, ...]  # its figures, None for a dash
    line: int  # where it begins
    place: int  # 0 for the first record of its line

    @property
    def name(self) -> str:
        return "".join(part.text for part in self.names)

    @property
    def figures(self) -> tuple[Piece, ...]:
        return tuple(slot for slot in self.slots if slot is not None)


class _Open:
    """A record while it is being read."""

    def __init__(self, code: str, line: int, place: int) -> None:
        self.code, self.line, self.place = code, line, place
        self.names: list[Piece] = []
        self.slots: list[Piece | None] = []

    def closed(self) -> Record:
        return Record(self.code, tuple(self.names), tuple(self.slots), self.line, self.place)


def coded_records(lines: list[list[Token]]) -> list[Record]:
    """Records of a table whose rows start with an account code; a code starts a record wherever it stands."""
    records: list[_Open] = []
    flat = [(token, number) for number, tokens in enumerate(lines) for token in whole_code(tokens)]
    decimals = any("." in token.text for token, _ in flat if token.kind == "figure")
    for index, (token, number) in enumerate(flat):
        after = flat[index + 1][0] if index + 1 < len(flat) else None
        last = records[-1] if records else None
        first = index == 0 or flat[index - 1][1] != number
        # 60573 at the end of a line is an amount where amounts have no decimals, though the name goes on below it
        apart = decimals or first or (after is not None and flat[index + 1][1] == number)
        if token.kind == "figure" and after and after.kind == "text" and apart and _is_code(token.text, first):
            records.append(_Open(token.text, number, _place(records, number)))
        elif token.kind == "text" and (last is None or _starts(token, last, first, after)):
            records.append(_Open("", number, _place(records, number)))
            records[-1].names.append(token.piece)
        elif token.kind == "text" and last:
            last.names.append(token.piece)
        elif token.kind == "figure":
            if last is None:
                records.append(_Open("", number, 0))
            records[-1].slots.append(token.piece)
        elif last and last.names:
            last.slots.append(None)
    return [record.closed() for record in records]


def _is_code(text: str, first: bool) -> bool:
    return bool(words.ACCOUNT_CODE.fullmatch(text) or (first and words.UNIT_CODE.fullmatch(text)))


def whole_code(tokens: list[Token]) -> list[Token]:
    """A line whose code stands in three columns (类, 款, 项) with the code in one: 208 02 01 行政运行."""
    parts = next((i for i, token in enumerate(tokens) if not _CODE_PARTS[min(i, 1)].fullmatch(token.text)), 0)
    if not 1 < parts <= _MOST_PARTS or tokens[parts].kind != "text":
        return tokens
    pieces = tuple(token.piece for token in tokens[:parts])
    code = Piece(pieces[0].start, pieces[-1].end, "".join(piece.text for piece in pieces), pieces)
    return [Token(code, "figure"), *tokens[parts:]]


def _starts(token: Token, last: _Open, first: bool, after: Token | None) -> bool:
    """Whether words start a record: after figures, unless they end a coded name that broke; totals always do."""
    if TOTAL.fullmatch(token.text):
        return True
    longest = _LONG_TAIL if last.slots and _is_half(last) else _TAIL
    tail = first and bool(last.code) and len(token.text) <= longest and (after is None or after.kind == "figure")
    return bool(last.slots) and not (tail and after is not None and bool(words.ACCOUNT_CODE.fullmatch(after.text)))


def _is_half(record: _Open) -> bool:
    """Whether a name may go on below its figures for a whole line more: it is one long piece."""
    return len(record.names) == 1 and len(record.names[0].text) >= _TAIL


def _place(records: list[_Open], line: int) -> int:
    return sum(1 for record in records[-4:] if record.line == line)


def ranked_records(lines: list[list[Token]]) -> list[Record]:
    """Records of a table whose names are followed by 行次, whatever lines they broke into; none if the numbers run wild.

    The left block counts on from its first number, the right block from the second, which is higher than all of the left.
    """
    ranks = _ranks([token for tokens in lines for token in tokens])
    if len(ranks) < _LEAST_RANKS:
        return []
    records: list[_Open] = []
    names: list[Piece] = []
    for index, token in enumerate(token for tokens in lines for token in tokens):
        if index in ranks:
            records.append(_Open("", ranks[index][1], ranks[index][0]))
            records[-1].names, names = names, []
        elif token.kind == "text":
            if names and words.NUMBERED.match(token.text):
                _end_name(records[-2:], names)
                names = []
            names.append(token.piece)
        elif records:
            records[-1].slots.append(token.piece if token.kind == "figure" else None)
    return [record.closed() for record in records if record.names]


def _end_name(above: list[_Open], rest: list[Piece]) -> None:
    """Give words below a line to the name of that line that they end: 入 below 三、国有资本经营收 3 三、国防支出 34."""
    open_names = [
        record for record in above if record.names and not words.ACCOUNT_LINE.fullmatch(record.names[-1].text)
    ]
    if open_names:
        open_names[0].names.extend(rest)


def _ranks(tokens: list[Token]) -> dict[int, tuple[int, int]]:
    """The 行次 among tokens: their side and number, by index; empty if they do not count up on both sides."""
    found: dict[int, tuple[int, int]] = {}
    last: list[int] = []
    for index, token in enumerate(tokens):
        if token.kind != "figure" or not token.text.isdecimal() or len(token.text) > 3:
            continue
        number = int(token.text)
        if len(last) < 2 and (not last or number > last[0] + _STEP):
            last.append(number)
            found[index] = (len(last) - 1, number)
            continue
        side = 1 if len(last) > 1 and number > last[1] else 0
        if last and last[side] < number <= last[side] + _GAP_OF_RANKS and (side or len(last) < 2 or number < last[1]):
            last[side] = number
            found[index] = (side, number)
    return found


def named_records(lines: list[list[Token]], *, numbered: bool) -> list[Record]:
    """Records of a table whose rows start with their name; ``numbered`` where 行次 follow the names."""
    records: list[_Open] = []
    above: set[int] = set()  # the 行次 of the line above
    for number, tokens in enumerate(lines):
        ranks = _line_numbers(tokens, above) if numbered else {}
        told = bool(above)  # the line above was numbered to its end: its last name is whole
        above = set(ranks.values()) or (above if not tokens else set())
        rest = [token for i, token in enumerate(tokens) if i not in ranks]
        broken = numbered and not told
        if rest and rest[0].kind == "text" and _goes_on(rest[0], len(rest) == 1, records, number, broken=broken):
            records[-1].names.append(rest[0].piece)
            _read_line(rest[1:], number, records, records[-1].place + 1, goes_on=True)
        else:
            _read_line(rest, number, records, 0, goes_on=False)
    return [record.closed() for record in records if record.names or record.slots]


def _read_line(tokens: list[Token], number: int, records: list[_Open], place: int, *, goes_on: bool) -> None:
    """Take in a line; its first record stands at ``place``, unless its figures belong to the name that goes on."""
    before = len(records)
    for index, token in enumerate(tokens):
        fresh = len(records) == before and not goes_on  # no record of this line yet
        if token.kind == "text":
            records.append(_Open("", number, place + len(records) - before))
            records[-1].names.append(token.piece)
        elif token.kind == "figure":
            if fresh and not (index == 0 and records and _awaits(records[-1], number)):
                records.append(_Open("", number, 0))
            records[-1].slots.append(token.piece)
        elif not fresh:
            records[-1].slots.append(None)


def _awaits(record: _Open, line: int) -> bool:
    """Whether a record is a name whose figures may follow on a line of their own."""
    return bool(record.names) and not record.slots and record.line >= line - 2


def _goes_on(token: Token, alone: bool, records: list[_Open], line: int, *, broken: bool) -> bool:
    """Whether a line begins with the rest of the name above: 灾害防治及应急管理支, 出 55.

    ``broken`` where the line above lacks the 行次 that others have.
    """
    if not records or not _awaits(records[-1], line) or _NEW_NAME.match(token.text) or TOTAL.fullmatch(token.text):
        return False
    whole = words.ACCOUNT_LINE.fullmatch(records[-1].names[-1].text)
    return len(token.text) <= (_TAIL if alone or broken or not whole else _SHORT_TAIL)


def _line_numbers(tokens: list[Token], above: set[int]) -> dict[int, int]:
    """The 行次 of a line by position: whole numbers before any name, right after one, or next to those of the line above.

    ``年初结转 15 33`` holds two: the name beside the second is empty.
    """
    found: dict[int, int] = {}
    for index, token in enumerate(tokens):
        if token.kind != "figure" or not token.text.isdecimal() or len(token.text) > 3:
            continue
        after_name = index == 0 or tokens[index - 1].kind != "figure"
        if after_name or int(token.text) - 1 in above:
            found[index] = int(token.text)
    return found
