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
_YEAR = re.compile(r"(?:(?:19|20)\d\d年度?|[上本]年)")


class Words(NamedTuple):
    """The words of heads by their first character, the longest first; those that name rows, what covers what."""

    by_sign: dict[str, tuple[str, ...]]
    names: frozenset[str]
    over: dict[str, frozenset[str]]
    usual: tuple[str, ...]  # parts of heads, those of the columns that are filled most often first


@cache
def _words() -> Words:
    table = head_words()
    longest = sorted({*table["names"], *table["figures"], *table["over"]}, key=lambda word: (-len(word), word))
    signs: dict[str, list[str]] = {}
    for word in longest:
        signs.setdefault(word[0], []).append(word)
    covers = {head: frozenset(covered) for head, covered in table["over"].items()}
    by_sign = {sign: tuple(found) for sign, found in signs.items()}
    return Words(by_sign, frozenset(table["names"]), covers, tuple(table["usual"]))


def _cut(text: str) -> list[tuple[int, int]]:
    """The words of a head's text, each the longest that begins there; a year goes with the word behind it."""
    found: list[tuple[int, int]] = []
    place = 0
    while place < len(text):
        word = _word_at(text, place)
        year = None if word else _YEAR.match(text, place)
        end = year.end() + len(_word_at(text, year.end())) if year else place + len(word)
        if end > place:
            found.append((place, end))
        place = max(end, place + 1)
    return found


def _word_at(text: str, place: int) -> str:
    candidates = _words().by_sign.get(text[place : place + 1], ())
    return next((word for word in candidates if text.startswith(word, place)), "")


def worded_paths(heads: HeadText) -> list[list[tuple[Piece, ...]]] | None:
    """The column paths of every block; None where the head holds too much that is no word of heads."""
    found = _cut(heads.text)
    if not heads.text or sum(end - start for start, end in found) < _ENOUGH * len(heads.text):
        return None
    blocks: list[list[Piece]] = [[]]
    named = False  # whether the word before names rows: a name behind figures begins a block
    for start, end in found:
        if heads.text[start:end] in _words().names:
            named = True
            continue
        if named and blocks[-1] and _begins_block(heads.text, start):
            blocks.append([])
        named = False
        blocks[-1].append(heads.locate_span((start, end)))
    return [_paths(block) for block in blocks if block] or None


def _begins_block(text: str, start: int) -> bool:
    """Whether the name before a figure's head is 项目 again: 项目 金额 项目 合计."""
    return text[:start].endswith("项目") and text[: start - 2].count("项目") > 0


def _paths(block: list[Piece]) -> list[tuple[Piece, ...]]:
    """Heads in printed order as the paths of columns: a head that covers others gives way to them."""
    groups = _repeated(block)
    if groups:
        return groups
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
        if head.text.startswith("其中") and len(head.text) <= len("其中:"):
            among = (head,)
        elif owner[index] < 0:
            below = [inner for inner, upper in owner.items() if upper == index]
            paths.extend((*among, head, block[inner]) for inner in below)
            if not below:
                paths.append((*among, head))
    return paths


def _repeated(block: list[Piece]) -> list[tuple[Piece, ...]]:
    """Paths where every head covers the same heads: 合计, 工伤保险基金 over 2022年决算数, 2023年决算数 twice."""
    for upper in range(2, len(block) // 2 + 1):
        size, rest = divmod(len(block) - upper, upper)
        below = [head.text for head in block[upper:]]
        if not rest and size and below == below[:size] * upper:
            return [(block[column // size], block[upper + column]) for column in range(size * upper)]
    return []


def usual(paths: list[tuple[Piece, ...]]) -> tuple[int, ...]:
    """The columns in the order in which their kinds are filled most often."""
    seldom = [next((rank for rank, word in enumerate(_words().usual) if word in path[-1].text), -1) for path in paths]
    ranked = sorted((rank, column) for column, rank in enumerate(seldom) if rank >= 0)
    return tuple(column for _, column in ranked)
