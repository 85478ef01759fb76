"""Lines that tell of a table without marks: 单位：万元, 公开01表, words of heads, a row of figures under its heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from pipeline.structure.tables import words
from pipeline.structure.tables.loose.goals import is_goal_head
from pipeline.structure.tables.loose.heads import joined_tokens
from pipeline.structure.tables.loose.sheet import Sheet
from pipeline.structure.tables.loose.tokens import Token
from pipeline.structure.tables.stretches import Line

SENTENCE = re.compile(r"[。;]|,\D")
LONGEST = 200  # characters of one line of a table

# Words that tell of a table wherever they stand; the signs that may come first stand first, for speed.
_INSIDE = re.compile(
    r"[公单一二三评绩指目执完分资](?:(?<=公)开\s{0,2}0?\d{1,2}\s?表|(?<=单)位:\s{0,3}(?:人民币)?[万千亿]?元"
    r"|(?P<goals>(?<=[一二三])级指标|(?<=评)价内容|(?<=绩)效(?:内容|指标)|(?<=[指目])标值|(?<=执)行数|(?<=分)值|(?<=资)金来源|(?<=完)成值))"
)
_FIRST = re.compile(r"[ ]*(?:机构名称|栏\s?次|功能分类|经济分类|科目编码|项\s?目)(?=\s)")
_ROW = re.compile(
    r"[ ]*(?:\d{1,3}[ ]+)?[^\s\d|][^\s,。;|]{0,30}(?:[ ]+[^\s\d,。;|]{1,8})?(?:[ ]+-?\d[\d,.]*[^\s\d,。;|]{0,4}){2,}[ \r]*"
)
_YEARS = re.compile(r"(?:^|(?<=[ \t]))[上本]年(?:度)?(?:预算|决算|执行)数(?=\s|$)", re.MULTILINE)
_LEVELS = re.compile(r"[一二三]级指标")
_FORM_WORDS = re.compile(r"指标|分值|得分|权重|执行率|完成")  # that no head of an account has
_CORNER = re.compile(r".{0,12}\((?:万?元|\d+分)\)")  # 预算执行情况(万元), (20分)
_LOOK = 12  # lines around an anchor that may hold its heads when blank lines part them
_LEAST_HEADS = 3


class Anchor(NamedTuple):
    """Where a table begins at the latest, and how it is read."""

    kind: str  # account (rows of figures under heads), goals (target, score, fund tables of forms), grid (no cell lost)
    line: int  # the first line of its heads that is sure


def find_anchors(sheet: Sheet) -> Iterator[Anchor]:
    """Yield the anchors in order, at most one a line; lines that a table was made of meanwhile are passed over."""
    told = _told_inside(sheet)
    for index, line in enumerate(sheet.lines):
        if index < sheet.read or line.kind != "text" or line.end - line.start > LONGEST:
            continue
        sign = told.get(index) or _told_first(sheet.source, line)
        kind = _kind(sheet, index, sign) if sign else ""
        if kind:
            yield Anchor(kind, _first_head(sheet, index, row=sign == "row"))


def _told_inside(sheet: Sheet) -> dict[int, str]:
    """The lines that hold a word that tells of a table: goals or account."""
    found: dict[int, str] = {}
    index = 0
    for match in _INSIDE.finditer(sheet.source):
        while sheet.lines[index].end < match.end():
            index += 1
        found.setdefault(index, "goals" if match["goals"] else "account")
    return found


def _told_first(source: str, line: Line) -> str:
    """Whether a line begins with the head of an account table (account) or is a name with two figures (row)."""
    if _FIRST.match(source, line.start, line.end + 1) or _names_years(source, line):
        return "account"
    spaced = source.find(" ", line.start, line.end) >= 0
    return "row" if spaced and _ROW.fullmatch(source, line.start, line.end) else ""


def _names_years(source: str, line: Line) -> bool:
    """Whether a line heads columns of years: 经费控制情况(万元) 上年决算数 本年预算数 本年决算数."""
    if source.count("数", line.start, line.end) < 2:
        return False
    return len(_YEARS.findall(source, line.start, line.end)) > 1


def _kind(sheet: Sheet, index: int, sign: str) -> str:
    """account, goals, grid, or nothing where a line only looks like an anchor."""
    if sign == "goals":
        return "goals" if is_goal_head(sheet.tokens(index)) or _is_column(sheet, index) else ""
    line = sheet.lines[index]
    if SENTENCE.search(sheet.source, line.start, line.end):
        return ""
    if sign == "row":
        return "grid" if _heads_row(sheet, index) else ""
    return "" if _above_form(sheet, index) else "account"


def _above_form(sheet: Sheet, index: int) -> bool:
    """Whether a declared unit stands above a form, fields between: the head of its first table is then the anchor."""
    below = sheet.texts_below(index, _LOOK)
    if below and _LEVELS.search(sheet.text(below[0])[:LONGEST]):
        return True
    for line in below:
        if not sheet.is_short(line, LONGEST):
            return False
        if _FORM_WORDS.search(sheet.text(line)) and is_goal_head(sheet.tokens(line)):
            return True
        if sum(1 for token in sheet.tokens(line) if token.kind == "figure") > 1:
            return False
    return False


def _is_column(sheet: Sheet, index: int) -> bool:
    """Whether heads stand on lines of their own: 一级指标, 二级指标, 年度指标值."""
    window = range(index, min(index + _LOOK, len(sheet.lines)))
    below = [other for other in window if sheet.lines[other].kind != "blank"][: _LEAST_HEADS + 1]
    heads = sum(1 for other in below if _is_head_cell(sheet, other))
    above = sheet.texts_above(index, _LOOK)[: _LEAST_HEADS - 1]
    return heads + sum(1 for _ in takewhile(lambda other: _is_head_cell(sheet, other), above)) >= _LEAST_HEADS


def _is_head_cell(sheet: Sheet, index: int) -> bool:
    text = sheet.cell(index).text
    return bool(words.GOAL_HEAD.fullmatch(text) or words.GOAL_NAME.fullmatch(text))


def _heads_row(sheet: Sheet, index: int) -> bool:
    """Whether the line above a row of figures names its columns: as many words as the row has cells."""
    above = next(iter(sheet.texts_above(index, 3)), -1)
    if above < 0:
        return False
    heads, row = sheet.tokens(above), sheet.tokens(index)
    return len(heads) == len(row) > 2 and all(
        token.kind == "text" or words.YEAR_HEAD.fullmatch(token.text) for token in heads
    )


def _first_head(sheet: Sheet, index: int, *, row: bool) -> int:
    """The line above a row; the first of the head cells above an anchor; else the anchor's own line."""
    head = index
    single = len(sheet.tokens(index)) == 1
    for above in range(index - 1, max(index - 4 * _LOOK, -1), -1):
        if sheet.lines[above].kind == "blank":
            continue
        if row:
            return above
        if not (single and _is_head_cell(sheet, above)) and not _CORNER.fullmatch(sheet.cell(above).text):
            below = next(iter(sheet.texts_below(head, 3)), head)
            halves = (joined_tokens(sheet.tokens(above), sheet.tokens(rest)) for rest in (head, below))
            return above if any(halves) else head
        head = above
    return head


def has_figures(tokens: list[Token]) -> bool:
    """Whether a line holds figures that are not the numbers of columns."""
    return any(token.kind == "figure" for token in tokens) and not numbers_columns(tokens)


def numbers_columns(tokens: list[Token]) -> bool:
    """Whether a line only numbers columns: 栏次 1 2 3, 栏次 1 栏次 2."""
    return words.numbers_columns([token.text for token in tokens])
