"""Rows of target and score tables out of tokens, whatever lines their names and values broke into."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.structure.tables import words
from pipeline.structure.tables.kinds import cell_kind
from pipeline.structure.tables.loose.goal_lines import Widths, is_whole_line, rank_of, told_levels
from pipeline.structure.tables.loose.levels import is_level
from pipeline.structure.tables.loose.tokens import Token
from pipeline.structure.tables.pieces import Piece, squeeze

TOTAL_FIELD = re.compile(r".*(?:综合|自评|评价|总)(?:得|评)?分:?")
_TOTAL_ROW = re.compile(r"(?:合|总)计:?")  # of all points, under no level
_TAIL = re.compile(rf"(?:年?底前?|年?末|前|以[上下内前]|左右|及以上|[万亿]元?|{words.UNIT_WORDS})++")


_ITEM = re.compile(r"指标\d{1,2}[:：.、]")  # a name that cannot go on another
_DATED = re.compile(r"(?:\d{4}年)?\d{1,2}月")
_SHORT = 3  # characters of a word that ends a name rather than being one
_MOST_PARTS = 20  # lines over which a level's name may break


class GoalRow(NamedTuple):
    """A row: enclosing levels, the parts of its name, what it prints behind the name (None for a dash)."""

    path: tuple[Piece, ...]
    names: tuple[Piece, ...]
    values: tuple[Piece | None, ...]


class _Reader:
    """The state while rows are read: levels that hold, the row that is open."""

    def __init__(self, source: str, widths: Widths) -> None:
        self.source, self.widths = source, widths
        self.levels: dict[int, Piece] = {}  # by rank
        self.names: list[Piece] = []
        self.values: list[Piece | None] = []
        self.rows: list[GoalRow] = []
        self.depth = 0  # brackets that a level's comment has open
        self.below_level = False  # whether nothing but words has been read since a level
        self.remarked = 0  # rows with a remark, less those without

    def close(self) -> None:
        if self.values:
            self.remarked += 1 if len(self.values) > self.widths.plain else -1
            self.rows.append(GoalRow(tuple(self.levels.values()), tuple(self.names), tuple(self.values)))
        self.names, self.values = [], []
        self.below_level = False

    def level(self, part: Piece, rank: int) -> None:
        self.close()
        self.levels = {upper: level for upper, level in self.levels.items() if upper < rank} | {rank: part}
        self.below_level = True

    @property
    def is_total(self) -> bool:
        return bool(self.names) and bool(TOTAL_FIELD.fullmatch(self.names[-1].text))


def goal_rows(lines: list[list[Token]], source: str, widths: Widths) -> list[GoalRow]:
    """Rows out of tokens; a level, or words after a full row, start one."""
    reader = _Reader(source, widths)
    for number, tokens in enumerate(lines):
        pending = bool(reader.names) and not reader.values  # a name that broke over lines
        told = 0 if reader.depth or pending else told_levels(tokens, widths)
        for place, token in enumerate(tokens[:told]):
            reader.level(token.piece, rank_of(token, place, told, widths))
        rest = tokens[told:]
        levels = next((i for i, token in enumerate(rest) if not is_level(token.text)), len(rest) - 1)
        if is_whole_line(rest, levels, widths) and not reader.depth:
            _take_whole(reader, rest, levels)
            continue
        for index, token in enumerate(rest):
            after = rest[index + 1] if index + 1 < len(rest) else _first(lines, number + 1)
            _take(reader, token, after, fresh=index + told == 0)
    reader.close()
    return reader.rows


def _first(lines: list[list[Token]], number: int) -> Token | None:
    return lines[number][0] if number < len(lines) and lines[number] else None


def _take_whole(reader: _Reader, tokens: list[Token], levels: int) -> None:
    """A line with as many cells as the table has columns: levels, a name, then values, be they words or figures."""
    for token in tokens[:levels]:
        _take_level(reader, token)
    name = tokens[levels]
    pending = reader.names if not reader.values and not levels and not _is_empty_part(reader, name) else []
    goes_on = reader.below_level or len(name.text) <= _SHORT  # 养老服务设施持续 below a level, then 运营率 ≥90% 100%
    if reader.values or not levels:
        reader.close()
    if TOTAL_FIELD.fullmatch(name.text) or _TOTAL_ROW.fullmatch(name.text):
        reader.levels = {}
    reader.names = [*(pending if goes_on else []), name.piece]
    reader.values = [None if token.kind == "empty" else token.piece for token in tokens[levels + 1 :]]


def _take(reader: _Reader, token: Token, after: Token | None, *, fresh: bool) -> None:
    if reader.depth or (token.text.startswith("(") and reader.levels and not reader.names and not reader.values):
        reader.depth += token.text.count("(") - token.text.count(")")
        return
    ends_name = bool(reader.names) and not reader.values and after is not None and after.kind == "figure"
    if token.kind == "text" and not (fresh and ends_name) and _take_level(reader, token):
        return
    if token.kind == "empty" and (reader.names or reader.values):
        reader.values.append(None)
    elif token.kind == "figure" or _is_value(reader, token):
        reader.values.append(token.piece)
    elif token.kind == "text":
        _take_text(reader, token, after, fresh=fresh)


def _is_value(reader: _Reader, token: Token) -> bool:
    """Whether words behind a name are its first value: ≥ in a column of comparators, 12月底前."""
    if not reader.names or reader.values:
        return False
    return bool(_DATED.match(token.text)) or (reader.widths.signed and bool(words.SIGN.fullmatch(token.text)))


def _take_level(reader: _Reader, token: Token) -> bool:
    if words.LEVEL_ONE.fullmatch(token.text):
        reader.level(token.piece, 1)
        return True
    parts = reader.names[:_MOST_PARTS] if not reader.values else []
    broken = "".join(part.text for part in parts) + token.text
    for text in (token.text, broken):
        if words.LEVEL_TWO.fullmatch(text):
            reader.level(token.piece, 2)
            return True
    return False


def _take_text(reader: _Reader, token: Token, after: Token | None, *, fresh: bool) -> None:
    last = reader.values[-1] if reader.values else None
    open_row = bool(reader.values) and not reader.is_total and not TOTAL_FIELD.fullmatch(token.text)
    if open_row and fresh and _names_next(reader, token, after):
        open_row = False
    full = _is_full(reader, fresh=fresh)
    is_tail = not reader.widths.units and bool(_TAIL.fullmatch(token.text))
    if open_row and last and (is_tail or (fresh and _goes_on(last, token, after))):
        reader.values[-1] = Piece(last.start, token.piece.end, squeeze(reader.source[last.start : token.piece.end]))
    elif open_row and (not full or _is_remark(reader, token)):
        reader.values.append(token.piece)
    else:
        if _ITEM.match(token.text):
            reader.names = [] if not reader.values else reader.names  # a remark cannot be told from a name before this
        if reader.values:
            reader.close()
        if TOTAL_FIELD.fullmatch(token.text) or _TOTAL_ROW.fullmatch(token.text):
            reader.levels, reader.names = {}, []
        if _is_empty_part(reader, token):
            reader.names = []
        reader.names.append(token.piece)


def _is_full(reader: _Reader, *, fresh: bool) -> bool:
    """Whether the open row has a value for every column; on a new line remarks may be missing, numbers may not."""
    if not fresh:
        return len(reader.values) >= reader.widths.all
    figures = sum(1 for value in reader.values if value is None or words.FIGURE.fullmatch(value.text))
    return len(reader.values) >= reader.widths.plain and figures >= reader.widths.numbers


def _names_next(reader: _Reader, token: Token, after: Token | None) -> bool:
    """Whether words at the head of a line name the next row though the row above lacks values: 本级安排 222.00."""
    if after is None or after.kind != "figure" or cell_kind(token.text) != "words" or _TAIL.fullmatch(token.text):
        return False
    return all(value is None or words.FIGURE.fullmatch(value.text) for value in reader.values)


def _is_empty_part(reader: _Reader, token: Token) -> bool:
    """Whether the name before a word is a row of its own without a value: 其中：上级补助 before 本级安排."""
    return (
        not reader.values
        and bool(reader.names)
        and reader.names[-1].text.startswith("其中")
        and len(token.text) > _SHORT
    )


def _is_remark(reader: _Reader, token: Token) -> bool:
    """Whether words behind a row are its remark: the rows above have one too."""
    room = reader.widths.plain <= len(reader.values) < reader.widths.all
    return room and reader.remarked > 0 and not _ITEM.match(token.text)


def _goes_on(last: Piece, token: Token, after: Token | None) -> bool:
    """Whether a fragment on a new line is the rest of a wordy value: 配套申请, 到位3884万. A figure after it tells a name."""
    named = after is not None and after.kind == "figure"
    return not named and not words.FIGURE.fullmatch(last.text) and not token.text[0].isdigit()
