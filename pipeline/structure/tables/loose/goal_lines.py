"""Lines of target and score tables: how many columns hold what, which words at the head of a line are levels."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.structure.tables import words
from pipeline.structure.tables.kinds import cell_kind, fit
from pipeline.structure.tables.loose.levels import is_level
from pipeline.structure.tables.loose.tokens import Token

_UNFIT = -2  # points of a cell that does not suit its column at all
_TAIL_OF_NAME = 2  # characters of a last word that is no name of its own
_NAME_KINDS = ("one", "two", "either", "words", "prose")


class Widths(NamedTuple):
    """How many columns hold values."""

    plain: int  # without those of reasons and remarks
    all: int
    signed: bool = False  # a column of comparators stands right of the name
    units: bool = False  # a column of units
    names: int = 1  # columns of names: 一级指标, 二级指标, 三级指标
    first: str = "figure"  # the kind of the first column of values
    numbers: int = 0  # columns of points, rates and amounts


def is_whole_line(tokens: list[Token], levels: int, widths: Widths) -> bool:
    """Whether a line holds a name and as many cells as the table has columns, the first of which suits its column."""
    if len(tokens) - levels - 1 not in widths[:2] or tokens[levels].kind != "text":
        return False
    return fit(tokens[levels + 1].text, widths.first) > _UNFIT


def told_levels(tokens: list[Token], widths: Widths) -> int:
    """How many words at the head of a line are levels of any wording: 过程 预算管理 管理制度健全性 6.

    The word before the first value is the name, those before it stand in the columns left of the name's.
    """
    value = next((i for i, token in enumerate(tokens) if _is_no_name(token)), 0)
    known = next((i for i, token in enumerate(tokens[:value]) if not is_level(token.text)), 0)
    whole = len(tokens) - known - 1 in widths[:2] and fit(tokens[known + 1].text, widths.first) >= 0
    is_name = len(tokens[value - 1].text) > _TAIL_OF_NAME  # 食堂从业人员培训, 次数 is one name
    return value - 1 if 1 < value <= widths.names and is_name and not whole else 0


def _is_no_name(token: Token) -> bool:
    return token.kind != "text" or cell_kind(token.text) not in _NAME_KINDS


def rank_of(token: Token, place: int, told: int, widths: Widths) -> int:
    """The level of a word at the head of a line: as its wording says, else counted from the name's column."""
    one, two = words.LEVEL_ONE.fullmatch(token.text), words.LEVEL_TWO.fullmatch(token.text)
    if bool(one) != bool(two):
        return 1 if one else 2
    return widths.names - told + place
