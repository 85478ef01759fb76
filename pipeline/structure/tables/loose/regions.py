"""Where tables without marks stand: from an anchor (单位：万元, 公开01表, head words) up to the title, down to the end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.structure.tables import words
from pipeline.structure.tables.bands import is_numbering
from pipeline.structure.tables.loose.goals import is_goal_head
from pipeline.structure.tables.loose.tokens import Token, tokens_of
from pipeline.structure.tables.pieces import Piece, squeeze
from pipeline.structure.tables.stretches import Line, Stretch
from pipeline.structure.tables.titles import FURNITURE, NOTE, declared_unit, note_below, title_above

_ANCHOR = re.compile(
    r"公开\s{0,2}0?\d{1,2}\s?表|单位[::]\s{0,3}(?:人民币)?[万千亿]?元"
    r"|^[ ]*(?:机构名称|栏\s?次|功能分类|经济分类|科目编码|项\s?目)(?=\s)"
    r"|(?P<goals>[一二三]级指标|评价内容|绩效内容|绩效指标|指标值|目标值|执行数|完成值)",
    re.MULTILINE,
)
_HEAD_START = re.compile(r"[ ]*(?:机构名称|项\s?目|科目编码|功能分类|经济分类)(?=\s|$)")
_SENTENCE = re.compile(r"[。;]|,\D")
_LONGEST = 200  # characters of one line of a table
_PAGE_NUMBER = re.compile(r"\s*[-—]?\s*\d{1,3}\s*[-—]?\s*")


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
        kind = _kind(source, line, anchor)
        if kind:
            region, floor = _region(kind, source, lines, index, floor, taken)
            if region:
                yield region


def _kind(source: str, line: Line, anchor: re.Match[str]) -> str:
    if anchor["goals"]:
        return "goals" if is_goal_head(tokens_of(source, line.start, line.end)) else ""
    text = source[line.start : line.end]
    return "" if _SENTENCE.search(text) else "account"


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
        elif not _PAGE_NUMBER.fullmatch(text):
            body.append(tokens_of(source, line.start, line.end))
            started = started or _has_figures(body[-1])
        last = index
        index += 1
    start = lines[max(top, floor)].start
    last = note_below(source, lines, last, index)
    return (Region(kind, title, unit, start, lines[last].end, body) if body else None), last + 1


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


def _has_figures(tokens: list[Token]) -> bool:
    figures = [token.text for token in tokens if token.kind == "figure"]
    return bool(figures) and not is_numbering([token.piece for token in tokens])


def is_stream(source: str, stretch: Stretch) -> bool:
    """Whether a stretch of bars has one cell a line (``公务接待费 |``), so that its rows are not told."""
    if stretch.kind != "bars":
        return False
    lines = [source[line.start : line.end] for line in stretch.lines if line.kind == "bars"]
    single = sum(1 for text in lines if len([cell for cell in text.split("|") if cell.strip()]) <= 1)
    return len(lines) > 3 and 4 * single >= 3 * len(lines)


def stream_region(source: str, lines: list[Line], stretch: Stretch) -> Region:
    """The region of a stretch with one cell a line."""
    title, unit, top = title_above(source, lines, stretch.first)
    body = [
        [token for token in tokens_of(source, line.start, line.end) if token.text.strip("|")] for line in stretch.lines
    ]
    body = [tokens for tokens in body if tokens]
    head = [token for tokens in body[:12] for token in tokens]
    kind = "goals" if is_goal_head([token for token in head if token.kind == "text"][:8]) else "account"
    return Region(kind, title, unit, lines[top].start, stretch.lines[-1].end, body)
