"""Records of tables whose names are followed by 行次, whatever lines they broke into."""

from __future__ import annotations

from pipeline.structure.tables import words
from pipeline.structure.tables.loose.records import OpenRecord, Record
from pipeline.structure.tables.loose.tokens import Token
from pipeline.structure.tables.pieces import Piece

_LEAST_RANKS = 6
_STEP = 9  # by which the first 行次 of the right block is above that of the left, at least
_GAP_OF_RANKS = 30  # 行次 that a table may leave out


def ranked_records(lines: list[list[Token]]) -> list[Record]:
    """Records of a table whose names are followed by 行次, whatever lines they broke into; none if the numbers run wild.

    The left block counts on from its first number, the right block from the second, which is higher than all of the left.
    """
    ranks = _ranks([token for tokens in lines for token in tokens])
    if len(ranks) < _LEAST_RANKS:
        return []
    records: list[OpenRecord] = []
    names: list[Piece] = []
    for index, token in enumerate(token for tokens in lines for token in tokens):
        if index in ranks:
            records.append(OpenRecord("", ranks[index][1], ranks[index][0]))
            records[-1].names, names = names, []
        elif token.kind == "text":
            if names and words.NUMBERED.match(token.text):
                _end_name(records[-2:], names)
                names = []
            names.append(token.piece)
        elif records:
            records[-1].slots.append(token.piece if token.kind == "figure" else None)
    return [record.closed() for record in records if record.names]


def _end_name(above: list[OpenRecord], rest: list[Piece]) -> None:
    """Give words below a line to the name of that line that they end: 入 below 三、国有资本经营收 3 三、国防支出 34."""
    broken = [record for record in above if record.names and not words.ACCOUNT_LINE.fullmatch(record.names[-1].text)]
    if broken:
        broken[0].names.extend(rest)


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
