"""Where tables without marks stand: from an anchor (单位：万元, 公开01表, head words) up to the title, down to the end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.structure.tables import words
from pipeline.structure.tables.bands import is_numbering
from pipeline.structure.tables.loose.goals import is_goal_head
from pipeline.structure.tables.loose.streams import is_stream, regroup
from pipeline.structure.tables.loose.tokens import Token, tokens_of
from pipeline.structure.tables.pieces import Piece, piece, squeeze
from pipeline.structure.tables.stretches import Line, Stretch
from pipeline.structure.tables.titles import FURNITURE, NOTE, declared_unit, note_below, title_above

_ANCHOR = re.compile(
    r"公开\s{0,2}0?\d{1,2}\s?表|单位[::]\s{0,3}(?:人民币)?[万千亿]?元"
    r"|^[ ]*(?:机构名称|栏\s?次|功能分类|经济分类|科目编码|项\s?目)(?=\s)"
    r"|(?P<goals>[一二三]级指标|评价内容|绩效内容|绩效指标|指标值|目标值|执行数|完成值)"
    r"|^[ ]*(?P<row>[^\s\d|][^\s,。;|]{0,30}(?:[ ]+-?\d[\d,.]*%?){2,})[ ]*$",
    re.MULTILINE,
)
_HEAD_START = re.compile(r"[ ]*(?:机构名称|项\s?目|科目编码|功能分类|经济分类)(?=\s|$)")
_SENTENCE = re.compile(r"[。;]|,\D")
_LONGEST = 200  # characters of one line of a table
_PAGE_NUMBER = re.compile(r"[-—]?\d{1,3}[-—]?")


class Region(NamedTuple):
    """The lines of one table."""

    kind: str  # account (rows of figures under heads), goals (target, score and fund tables of forms)
    title: Piece | None
    unit: str
    start: int
    end: int
    lines: list[list[Token]]  # what stands under the title, blank lines and page numbers left out


def find_regions(source: str, lines: list[Line], taken: list[tuple[int, int]]) -> Iterator[Region]:
    """Yield the regions outside the stretches that are ``taken``, in order."""
    starts = [line.start for line in lines]
    floor = 0
    tried = -1
    for anchor in _ANCHOR.finditer(source):
        index = bisect_right(starts, anchor.start()) - 1
        line = lines[index]
        if index < floor or index == tried or line.end - line.start > _LONGEST or _is_taken(line, taken):
            continue
        tried = index
        kind = _kind(source, lines, index, anchor)
        if kind:
            head = _top_of_head(source, lines, index, anchor)
            region, floor = _region(kind, source, lines, head, floor, taken)
            if region:
                yield region


def _kind(source: str, lines: list[Line], index: int, anchor: re.Match[str]) -> str:
    """account, goals, or nothing where an anchor's line is no head."""
    line = lines[index]
    tokens = tokens_of(source, line.start, line.end)
    if anchor["goals"]:
        return "goals" if is_goal_head(tokens) or _is_broken_head(source, lines, index) else ""
    if _SENTENCE.search(source, line.start, line.end):
        return ""
    return "account" if not anchor["row"] or _heads_row(source, lines, index, tokens) else ""


def _top_of_head(source: str, lines: list[Line], index: int, anchor: re.Match[str]) -> int:
    """The first line of the head in which an anchor stands: the line above a row, else the first of the heads above."""
    head = index
    for above in range(index - 1, max(index - 40, -1), -1):
        if lines[above].kind == "blank":
            continue
        text = piece(source, lines[above].start, lines[above].end).text
        if anchor["row"] and head == index:
            return above
        if not (words.GOAL_HEAD.fullmatch(text) or words.GOAL_NAME.fullmatch(text)):
            break
        head = above
    return head


def _is_broken_head(source: str, lines: list[Line], index: int) -> bool:
    """Whether a head line of one cell is followed by others: 一级指标, 二级指标, 年度指标值 on lines of their own."""
    below = [line for line in lines[index : index + 12] if line.kind != "blank"][:4]
    cells = [piece(source, line.start, line.end).text for line in below]
    known = [text for text in cells if words.GOAL_HEAD.fullmatch(text) or words.GOAL_NAME.fullmatch(text)]
    return len(known) >= 3


def _heads_row(source: str, lines: list[Line], index: int, row: list[Token]) -> bool:
    """Whether the line above a row of figures names its columns: as many words as the row has cells."""
    above = [line for line in lines[max(index - 3, 0) : index] if line.kind == "text"]
    if not above:
        return False
    heads = tokens_of(source, above[-1].start, above[-1].end)
    return len(heads) == len(row) > 2 and all(token.kind == "text" for token in heads)


def _is_taken(line: Line, taken: list[tuple[int, int]]) -> bool:
    place = bisect_right(taken, (line.start, 1 << 62)) - 1
    return (place >= 0 and taken[place][1] >= line.start) or line.kind != "text"


def _region(
    kind: str, source: str, lines: list[Line], anchor: int, floor: int, taken: list[tuple[int, int]]
) -> tuple[Region | None, int]:
    title, unit, top = title_above(source, lines, anchor, floor)
    body: list[list[Token]] = []
    started = False
    index = last = max(top, floor)
    while index < len(lines):
        line = lines[index]
        if line.kind == "blank" or (title and line.start < title.end):
            index += 1
            continue
        text = source[line.start : line.end]
        if _is_taken(line, taken) or (index > anchor and _ends(kind, text, body, started=started)):
            break
        if FURNITURE.fullmatch(squeeze(text)):
            unit = unit or declared_unit(text)
        else:
            body.append(tokens_of(source, line.start, line.end))
            started = started or _has_figures(body[-1])
        last = index
        index += 1
    start = lines[max(top, floor)].start
    last = note_below(source, lines, last, index)
    body = regroup(body) if is_stream(body) else [tokens for tokens in body if not _is_page_number(tokens)]
    found = body if title or any(_has_figures(tokens) for tokens in body) else []
    return (Region(kind, title, unit, start, lines[last].end, body) if found else None), last + 1


def _ends(kind: str, text: str, body: list[list[Token]], *, started: bool) -> bool:
    """Whether a line no longer belongs to the table above it."""
    if NOTE.match(text) or len(text) > _LONGEST:
        return True
    narrow = squeeze(text)
    if words.HEADING.match(narrow):
        return not words.ACCOUNT_LINE.fullmatch(narrow) and not _counts_on(narrow, body)
    if kind == "goals" and words.GOAL_HEAD.fullmatch(narrow):
        return False
    if words.TITLE.fullmatch(narrow) or words.SIGN_OFF.fullmatch(narrow):
        return True
    if kind == "goals":
        return started and is_goal_head(tokens_of(text, 0, len(text)))
    return bool(_SENTENCE.search(text)) or (started and bool(_HEAD_START.match(text)))


def _counts_on(text: str, body: list[list[Token]]) -> bool:
    """Whether a numbered line follows the numbered line above: 二十一、… then 二十二、灾害防治及应急管理支."""
    above = [words.NUMBERED.match(token.text) for token in body[-1] if token.kind == "text"] if body else []
    number = words.NUMBERED.match(text)
    return any(mark and number and mark[0][-2:] != number[0][-2:] and len(mark[0]) <= len(number[0]) for mark in above)


def _is_page_number(tokens: list[Token]) -> bool:
    return len(tokens) == 1 and bool(_PAGE_NUMBER.fullmatch(tokens[0].text))


def _has_figures(tokens: list[Token]) -> bool:
    figures = [token.text for token in tokens if token.kind == "figure"]
    return bool(figures) and not is_numbering([token.piece for token in tokens])


def is_stream_of_bars(source: str, stretch: Stretch) -> bool:
    """Whether a stretch of bars has one cell a line (``公务接待费 |``), so that its rows are not told."""
    if stretch.kind != "bars":
        return False
    lines = [source[line.start : line.end] for line in stretch.lines if line.kind == "bars"]
    single = sum(1 for text in lines if len([cell for cell in text.split("|") if cell.strip()]) <= 1)
    return len(lines) > 3 and 4 * single >= 3 * len(lines)


def stream_region(source: str, lines: list[Line], stretch: Stretch) -> Region:
    """The region of a stretch with one cell a line."""
    title, unit, top = title_above(source, lines, stretch.first)
    body: list[list[Token]] = []
    for line in stretch.lines:
        cell = piece(source, line.start, line.end)
        cell = piece(source, cell.start, cell.end - cell.text.endswith("|"))
        if not body and not title and words.TITLE.fullmatch(cell.text):
            title = cell
        elif FURNITURE.fullmatch(cell.text):
            unit = unit or declared_unit(cell.text)
        else:
            body.append([token for token in tokens_of(source, cell.start, cell.end) if token.text != "|"])
    rows = regroup(body)
    kind = "goals" if any(is_goal_head(tokens) for tokens in rows) else "account"
    return Region(kind, title, unit, lines[top].start, stretch.lines[-1].end, rows)
