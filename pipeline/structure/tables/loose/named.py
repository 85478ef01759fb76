"""Records of tables whose rows start with their name, line by line."""

from __future__ import annotations

import re

from pipeline.structure.tables import words
from pipeline.structure.tables.loose.records import TOTAL, OpenRecord, Record
from pipeline.structure.tables.loose.tokens import Token

_NEW_NAME = re.compile(rf"{words.NUMBERED.pattern}|其中|\([一二三四五六七八九十]+\)")
_SHORT_TAIL = 3  # characters of one that its figures follow on the same line
_TAIL = 8  # characters of a name that may follow its figures on a line of their own


def named_records(lines: list[list[Token]], *, numbered: bool) -> list[Record]:
    """Records of a table whose rows start with their name; ``numbered`` where 行次 follow the names."""
    records: list[OpenRecord] = []
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


def _read_line(tokens: list[Token], number: int, records: list[OpenRecord], place: int, *, goes_on: bool) -> None:
    """Take in a line; its first record stands at ``place``, unless its figures belong to the name that goes on."""
    before = len(records)
    for index, token in enumerate(tokens):
        fresh = len(records) == before and not goes_on  # no record of this line yet
        if token.kind == "text":
            records.append(OpenRecord("", number, place + len(records) - before))
            records[-1].names.append(token.piece)
        elif token.kind == "figure":
            if fresh and not (index == 0 and records and _awaits(records[-1], number)):
                records.append(OpenRecord("", number, 0))
            records[-1].slots.append(token.piece)
        elif not fresh:
            records[-1].slots.append(None)


def _awaits(record: OpenRecord, line: int) -> bool:
    """Whether a record is a name whose figures may follow on a line of their own."""
    return bool(record.names) and not record.slots and record.line >= line - 2


def _goes_on(token: Token, alone: bool, records: list[OpenRecord], line: int, *, broken: bool) -> bool:
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
