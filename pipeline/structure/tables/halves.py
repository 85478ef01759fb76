"""Heads that broke over two rows: 指标 / 值, 年初 / 预算数, 偏差原因分析 / 及改进措施."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.structure.tables import words
from pipeline.structure.tables.pieces import EMPTY, Piece, Row, joined

_HEADS = (words.GOAL_HEAD, words.GOAL_NAME, words.UNIT_HEAD, words.COMPARATOR_HEAD)
_WHOLE = re.compile("|".join(f"(?:{head.pattern})" for head in _HEADS))


def is_whole(first: Piece, rest: Piece) -> bool:
    """Whether two pieces are the halves of one head: 预算数 below 全年, not 小计 below 预算数."""
    return bool(first.text and rest.text) and _WHOLE.fullmatch(first.text + rest.text) is not None


def joined_rows(upper: Row, lower: Row) -> Row | None:
    """A head row with what the row below it ends, cell under cell; None if the row below holds anything else."""
    filled = [index for index, cell in enumerate(lower) if cell.text]
    if not filled or filled[-1] >= len(upper) or not all(is_whole(upper[index], lower[index]) for index in filled):
        return None
    return [
        joined(cell, lower[index]) if index < len(lower) and lower[index].text else cell
        for index, cell in enumerate(upper)
    ]


def joined_lines(upper: Sequence[Piece], lower: Sequence[Piece]) -> list[Piece] | None:
    """Two lines of heads without marks as one, in the order of the longer; None unless the shorter finds all its halves.

    指标 度量 above 一级指标 指标性质 值 单位 gives 一级指标 指标性质 指标值 度量单位.
    """
    long, short, above = (upper, lower, True) if len(upper) > len(lower) else (lower, upper, False)
    if len(short) < len(long) and all(words.UNIT_IN_HEAD.fullmatch(part.text) for part in short):
        return None  # (万元) below some of the heads belongs to the corner beside them
    found: list[Piece] = []
    position = 0
    for own in long:
        half = short[position] if position < len(short) else EMPTY
        first, rest = (own, half) if above else (half, own)
        fits = is_whole(first, rest)
        found.append(joined(first, rest) if fits else own)
        position += fits
    return found if position == len(short) > 0 else None
