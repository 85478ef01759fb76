"""The state while rows of a form are read, and what a word may be after what was read so far."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.structure.tables import words
from pipeline.structure.tables.kinds import cell_kind
from pipeline.structure.tables.loose.goal_lines import Widths
from pipeline.structure.tables.loose.tokens import Token
from pipeline.structure.tables.pieces import Piece

TOTAL_FIELD = re.compile(r".*(?:综合|自评|评价|总)(?:得|评)?分:?")
TAIL = re.compile(rf"(?:年?底前?|年?末|前|以[上下内前]|左右|及以上|[万亿]元?|{words.UNIT_WORDS})++")
ITEM = re.compile(r"指标\d{1,2}[:：.、]")  # a name that cannot go on another
_DATED = re.compile(r"(?:\d{4}年)?\d{1,2}月")
SHORT = 3  # characters of a word that ends a name rather than being one


class GoalRow(NamedTuple):
    """A row: enclosing levels, the parts of its name, what it prints behind the name (None for a dash)."""

    path: tuple[Piece, ...]
    names: tuple[Piece, ...]
    values: tuple[Piece | None, ...]


class GoalReader:
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


def is_value(reader: GoalReader, token: Token) -> bool:
    """Whether words behind a name are its first value: ≥ in a column of comparators, 12月底前."""
    if not reader.names or reader.values:
        return False
    return bool(_DATED.match(token.text)) or (reader.widths.signed and bool(words.SIGN.fullmatch(token.text)))


def is_full(reader: GoalReader, *, fresh: bool) -> bool:
    """Whether the open row has a value for every column; on a new line remarks may be missing, numbers may not."""
    if not fresh:
        return len(reader.values) >= reader.widths.all
    figures = sum(1 for value in reader.values if value is None or words.FIGURE.fullmatch(value.text))
    return len(reader.values) >= reader.widths.plain and figures >= reader.widths.numbers


def names_next(reader: GoalReader, token: Token, after: Token | None) -> bool:
    """Whether words at the head of a line name the next row though the row above lacks values: 本级安排 222.00."""
    if after is None or after.kind != "figure" or cell_kind(token.text) != "words" or TAIL.fullmatch(token.text):
        return False
    return all(value is None or words.FIGURE.fullmatch(value.text) for value in reader.values)


def is_empty_part(reader: GoalReader, token: Token) -> bool:
    """Whether the name before a word is a row of its own without a value: 其中：上级补助 before 本级安排."""
    return (
        not reader.values
        and bool(reader.names)
        and reader.names[-1].text.startswith("其中")
        and len(token.text) > SHORT
    )


def is_remark(reader: GoalReader, token: Token) -> bool:
    """Whether words behind a row are its remark: the rows above have one too."""
    room = reader.widths.plain <= len(reader.values) < reader.widths.all
    return room and reader.remarked > 0 and not ITEM.match(token.text)


def goes_on(last: Piece, token: Token, after: Token | None) -> bool:
    """Whether a fragment on a new line is the rest of a wordy value: 配套申请, 到位3884万. A figure after it tells a name."""
    named = after is not None and after.kind == "figure"
    return not named and not words.FIGURE.fullmatch(last.text) and not token.text[0].isdigit()
