"""Which lines no longer belong to the table above them: notes, headings, titles, running text, the heads of the next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.structure.tables import words
from pipeline.structure.tables.bands import is_told, tells_text
from pipeline.structure.tables.loose.anchors import LONGEST, SENTENCE
from pipeline.structure.tables.loose.goals import is_goal_head
from pipeline.structure.tables.loose.heads import joined_tokens
from pipeline.structure.tables.loose.tokens import Token, tokens_of
from pipeline.structure.tables.pieces import squeeze
from pipeline.structure.tables.stretches import Line
from pipeline.structure.tables.titles import NOTE

_HEAD_START = re.compile(r"[ ]*(?:机构名称|项\s?目|科目编码|功能分类|经济分类)(?=\s|$)")
_WORDY = 60  # characters from which a line with sentences is running text in a form


def ends_table(kind: str, text: str, body: list[list[Token]], *, started: bool) -> bool:
    """Whether a line no longer belongs to the table above it."""
    if NOTE.match(text) or len(text) > LONGEST or words.STAFF_LINE.match(text):
        return True
    narrow = squeeze(text)
    if words.HEADING.match(narrow):
        return not words.ACCOUNT_LINE.fullmatch(narrow) and not _counts_on(narrow, body)
    if kind == "goals" and words.GOAL_HEAD.fullmatch(narrow):
        return False
    if words.TITLE.fullmatch(narrow) or words.SIGN_OFF.fullmatch(narrow):
        return True
    if kind == "grid":
        return bool(body) and len(tokens_of(text, 0, len(text))) != len(body[0])
    if kind == "goals":
        wordy = len(text) > _WORDY and bool(SENTENCE.search(text))
        return started and (wordy or is_goal_head(tokens_of(text, 0, len(text))))
    return bool(SENTENCE.search(text)) or (started and bool(_HEAD_START.match(text)))


def is_half_head(source: str, lines: list[Line], index: int) -> bool:
    """Whether a line and the next that prints something are one head: 指标 度量 above 指标性质 值 单位."""
    below = next((line for line in lines[index + 1 : index + 4] if line.kind == "text"), None)
    if below is None or below.end - below.start > LONGEST:
        return False
    upper, lower = (tokens_of(source, line.start, line.end) for line in (lines[index], below))
    whole = joined_tokens(upper, lower)
    return whole is not None and is_goal_head(whole)


def is_told_field(source: str, lines: list[Line], index: int) -> bool:
    """Whether a line begins a field of running text: 自评结论 and its sentences, behind it or on the next line.

    Not the second of two labels: 预期目标, 实际完成情况 above two texts stay in the table.
    """
    line = lines[index]
    label, _, text = source[line.start : line.end].strip().partition(" ")
    if label and not text:
        above = next(
            (squeeze(source[other.start : other.end]) for other in _texts(reversed(lines[max(index - 4, 0) : index]))),
            "",
        )
        below = next(_texts(lines[index + 1 : index + 4]), line)
        text = "" if tells_text(above) else source[below.start : below.end]
    return is_told(squeeze(label), squeeze(text[: text.rfind("。") + 1]))


def _texts(lines: Iterable[Line]) -> Iterator[Line]:
    return (line for line in lines if line.kind == "text")


def _counts_on(text: str, body: list[list[Token]]) -> bool:
    """Whether a numbered line follows the numbered line above: 二十一、… then 二十二、灾害防治及应急管理支."""
    above = [words.NUMBERED.match(token.text) for token in body[-1] if token.kind == "text"] if body else []
    number = words.NUMBERED.match(text)
    return any(mark and number and mark[0] != number[0] and len(mark[0]) <= len(number[0]) for mark in above)
