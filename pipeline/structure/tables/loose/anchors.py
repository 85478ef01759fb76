"""Lines that tell of a table without marks: 单位：万元, 公开01表, words of heads, a row of figures under its heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.structure.tables import words
from pipeline.structure.tables.loose.goals import is_goal_head
from pipeline.structure.tables.loose.heads import joined_tokens
from pipeline.structure.tables.loose.tokens import Token, tokens_of
from pipeline.structure.tables.pieces import piece
from pipeline.structure.tables.stretches import Line

SENTENCE = re.compile(r"[。;]|,\D")
LONGEST = 200  # characters of one line of a table

_ANCHOR = re.compile(
    r"公开\s{0,2}0?\d{1,2}\s?表|单位:\s{0,3}(?:人民币)?[万千亿]?元"
    r"|^[ ]*(?:机构名称|栏\s?次|功能分类|经济分类|科目编码|项\s?目)(?=\s)"
    r"|(?P<goals>[一二三]级指标|评价内容|绩效内容|绩效指标|指标值|目标值|执行数|完成值)"
    r"|^[ ]*(?P<row>(?:\d{1,3}[ ]+)?[^\s\d|][^\s,。;|]{0,30}(?:[ ]+[^\s\d,。;|]{1,8})?"
    r"(?:[ ]+-?\d[\d,.]*[^\s\d,。;|]{0,4}){2,})[ \r]*$",
    re.MULTILINE,
)
_LEVELS = re.compile(r"[一二三]级指标")
_CORNER = re.compile(r".{0,12}\((?:万?元|\d+分)\)")  # 预算执行情况(万元), (20分)
_LOOK = 12  # lines around an anchor that may hold its heads when blank lines part them
_LEAST_HEADS = 3


class Anchor(NamedTuple):
    """Where a table begins at the latest, and how it is read."""

    kind: str  # account (rows of figures under heads), goals (target, score, fund tables of forms), grid (no cell lost)
    line: int  # the first line of its heads that is sure


def find_anchors(source: str, lines: list[Line]) -> Iterator[Anchor]:
    """Yield the anchors in order, at most one a line."""
    index, tried = 0, -1
    for match in _ANCHOR.finditer(source):
        while lines[index].end < match.end():
            index += 1
        line = lines[index]
        if index == tried or line.kind != "text" or line.end - line.start > LONGEST:
            continue
        tried = index
        kind = _kind(source, lines, index, match)
        if kind:
            yield Anchor(kind, _first_head(source, lines, index, match))


def _kind(source: str, lines: list[Line], index: int, match: re.Match[str]) -> str:
    """account, goals, grid, or nothing where a line only looks like an anchor."""
    line = lines[index]
    if match["goals"]:
        return (
            "goals" if is_goal_head(tokens_of(source, line.start, line.end)) or _is_column(source, lines, index) else ""
        )
    if SENTENCE.search(source, line.start, line.end):
        return ""
    if match["row"]:
        return "grid" if _heads_row(source, lines, index) else ""
    return "" if _above_levels(source, lines, index) else "account"


def _above_levels(source: str, lines: list[Line], index: int) -> bool:
    """Whether a declared unit stands above the head of a target table, which is then the anchor."""
    below = next((line for line in lines[index + 1 : index + 4] if line.kind == "text"), lines[index])
    return _LEVELS.search(source, below.start, min(below.end, below.start + LONGEST)) is not None


def _is_column(source: str, lines: list[Line], index: int) -> bool:
    """Whether heads stand on lines of their own: 一级指标, 二级指标, 年度指标值."""
    below = [line for line in lines[index : index + _LOOK] if line.kind != "blank"][: _LEAST_HEADS + 1]
    return sum(1 for line in below if _is_head_cell(source, line)) >= _LEAST_HEADS


def _is_head_cell(source: str, line: Line) -> bool:
    text = piece(source, line.start, line.end).text
    return bool(words.GOAL_HEAD.fullmatch(text) or words.GOAL_NAME.fullmatch(text))


def _heads_row(source: str, lines: list[Line], index: int) -> bool:
    """Whether the line above a row of figures names its columns: as many words as the row has cells."""
    above = [line for line in lines[max(index - 3, 0) : index] if line.kind == "text"]
    if not above:
        return False
    heads = tokens_of(source, above[-1].start, above[-1].end)
    row = tokens_of(source, lines[index].start, lines[index].end)
    return len(heads) == len(row) > 2 and all(
        token.kind == "text" or words.YEAR_HEAD.fullmatch(token.text) for token in heads
    )


def _first_head(source: str, lines: list[Line], index: int, match: re.Match[str]) -> int:
    """The line above a row; the first of the head cells above an anchor; else the anchor's own line."""
    head = index
    single = len(tokens_of(source, lines[index].start, lines[index].end)) == 1
    for above in range(index - 1, max(index - 4 * _LOOK, -1), -1):
        if lines[above].kind == "blank":
            continue
        if match["row"]:
            return above
        own, upper = (tokens_of(source, line.start, line.end) for line in (lines[head], lines[above]))
        if not (single and _is_head_cell(source, lines[above])) and not _is_corner(source, lines[above]):
            return above if joined_tokens(upper, own) else head
        head = above
    return head


def _is_corner(source: str, line: Line) -> bool:
    return bool(_CORNER.fullmatch(piece(source, line.start, line.end).text))


def has_figures(tokens: list[Token]) -> bool:
    """Whether a line holds figures that are not the numbers of columns."""
    return any(token.kind == "figure" for token in tokens) and not numbers_columns(tokens)


def numbers_columns(tokens: list[Token]) -> bool:
    """Whether a line only numbers columns: 栏次 1 2 3, 栏次 1 栏次 2."""
    return words.numbers_columns([token.text for token in tokens])
