"""Heads that broke over lines and follow no published form, put together again out of the words that heads are made of.

The words stand in ``resources/account_tables.toml`` under ``[heads]``; the text of the head is cut into the longest of
them, in printed order. What another head covers (基本支出 over 人员经费) becomes a path.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline.structure.tables.loose.heads import HeadText
from pipeline.structure.tables.pieces import Piece
from pipeline.structure.tables.standard import head_words

_ENOUGH = 0.9  # of a head's characters that words must explain


class Words(NamedTuple):
    """The words of heads: the pattern that finds them, those that name rows, and what covers what."""

    pattern: re.Pattern[str]
    names: frozenset[str]
    over: dict[str, frozenset[str]]
    usual: tuple[str, ...]  # parts of heads, those of the columns that are filled most often first


@cache
def _words() -> Words:
    table = head_words()
    names, figures, over = table["names"], table["figures"], table["over"]
    longest = sorted({*names, *figures, *over}, key=lambda word: (-len(word), word))
    covers = {head: frozenset(covered) for head, covered in over.items()}
    return Words(re.compile("|".join(map(re.escape, longest))), frozenset(names), covers, tuple(table["usual"]))


def worded_paths(heads: HeadText) -> list[list[tuple[Piece, ...]]] | None:
    """The column paths of every block; None where the head holds too much that is no word of heads."""
    found = list(_words().pattern.finditer(heads.text))
    if not heads.text or sum(len(match[0]) for match in found) < _ENOUGH * len(heads.text):
        return None
    blocks: list[list[Piece]] = []
    named = False  # whether the word before names rows: a name behind figures begins a block
    for match in found:
        if match[0] in _words().names:
            named = True
            continue
        if named or not blocks:
            if not blocks or (blocks[-1] and match[0] and _begins_block(heads.text, match.start())):
                blocks.append([])
            named = False
        blocks[-1].append(heads.locate_span(match.span()))
    return [_paths(block) for block in blocks]


def _begins_block(text: str, start: int) -> bool:
    """Whether the name before a figure's head is 项目 again: 项目 金额 项目 合计."""
    return text[:start].endswith("项目") and text[: start - 2].count("项目") > 0


def _paths(block: list[Piece]) -> list[tuple[Piece, ...]]:
    """Heads in printed order as the paths of columns: a head that covers others gives way to them."""
    over = _words().over
    owner: dict[int, int] = {}
    for index, head in enumerate(block):
        covering = (
            upper for upper, other in enumerate(block) if upper != index and head.text in over.get(other.text, ())
        )
        owner[index] = next(covering, -1)
    paths: list[tuple[Piece, ...]] = []
    among: tuple[Piece, ...] = ()  # 其中, over all that follow it
    for index, head in enumerate(block):
        if head.text.startswith("其中") and len(head.text) <= 3:
            among = (head,)
        elif owner[index] < 0:
            below = [inner for inner, upper in owner.items() if upper == index]
            paths.extend((*among, head, block[inner]) for inner in below)
            if not below:
                paths.append((*among, head))
    return paths


def usual(paths: list[tuple[Piece, ...]]) -> tuple[int, ...]:
    """The columns in the order in which their kinds are filled most often."""
    seldom = [next((rank for rank, word in enumerate(_words().usual) if word in path[-1].text), -1) for path in paths]
    ranked = sorted((rank, column) for column, rank in enumerate(seldom) if rank >= 0)
    return tuple(column for _, column in ranked)
