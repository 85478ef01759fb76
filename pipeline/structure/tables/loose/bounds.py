"""Which lines no longer belong to the table above them: notes, headings, titles, running text, the heads of the next."""

from __future__ import annotations

import re

from pipeline.structure.tables import words
from pipeline.structure.tables.bands import is_told, tells_text
from pipeline.structure.tables.loose.anchors import LONGEST, SENTENCE, has_figures
from pipeline.structure.tables.loose.goals import is_goal_head
from pipeline.structure.tables.loose.heads import joined_tokens
from pipeline.structure.tables.loose.sheet import Sheet
from pipeline.structure.tables.loose.tokens import Token
from pipeline.structure.tables.pieces import squeeze
from pipeline.structure.tables.titles import NOTE

_HEAD_START = re.compile(r"[ ]*(?:机构名称|项\s?目|科目编码|功能分类|经济分类)(?=\s|$)")
_ROWS = 3  # lines below an empty row within which one with figures follows
_WORDY = 60  # characters from which a line with sentences is running text in a form


def ends_table(kind: str, sheet: Sheet, index: int, body: list[list[Token]], *, started: bool) -> bool:
    """Whether a line no longer belongs to the table above it."""
    text = sheet.text(index)
    if NOTE.match(text) or len(text) > LONGEST or (words.STAFF.search(text) and words.STAFF_LINE.match(text)):
        return True
    narrow = sheet.narrow(index)
    if heading := words.HEADING.match(narrow):
        is_row = words.ACCOUNT_LINE.fullmatch(narrow) or _counts_on(narrow, body)
        return not is_row and not (kind == "account" and _among_rows(sheet, index, narrow[heading.end() :]))
    if kind == "goals" and words.GOAL_HEAD.fullmatch(narrow):
        return False
    if words.is_title(narrow) or words.SIGN_OFF.search(narrow):
        return True
    if kind == "grid":
        return bool(body) and len(sheet.tokens(index)) != len(body[0])
    if kind == "goals":
        wordy = len(text) > _WORDY and bool(SENTENCE.search(text)) and not _holds_row(sheet, index)
        return started and (wordy or is_goal_head(sheet.tokens(index)))
    return bool(SENTENCE.search(text)) or (started and bool(_HEAD_START.match(text)))


def _holds_row(sheet: Sheet, index: int) -> bool:
    """Whether a wordy line is a row with its rule, or the part of a rule that its points follow at once."""
    lines = [index, *sheet.texts_below(index, 1)]
    return any(has_figures(sheet.tokens(line)) for line in lines if sheet.is_short(line, LONGEST))


def is_half_head(sheet: Sheet, index: int) -> bool:
    """Whether a line and the next that prints something are one head: 指标 度量 above 指标性质 值 单位."""
    below = next(iter(sheet.texts_below(index, 3)), -1)
    if below < 0 or not sheet.is_short(below, LONGEST):
        return False
    whole = joined_tokens(sheet.tokens(index), sheet.tokens(below))
    return whole is not None and is_goal_head(whole)


def is_told_field(sheet: Sheet, index: int) -> bool:
    """Whether a line begins a field of running text: 自评结论 and its sentences, behind it or on the next line.

    Not the second of two labels: 预期目标, 实际完成情况 above two texts stay in the table.
    """
    if has_figures(sheet.tokens(index)):
        return False  # 产出 履职完成 重点工作完成率 20 按期完成得满分。 19 is a row
    label, _, text = sheet.text(index).strip().partition(" ")
    if label and not text:
        above = next(iter(sheet.texts_above(index, 4)), -1)
        below = next(iter(sheet.texts_below(index, 3)), index)
        text = "" if above >= 0 and tells_text(sheet.narrow(above)) else sheet.text(below)
    return is_told(squeeze(label), squeeze(text[: text.rfind("。") + 1]))


def _among_rows(sheet: Sheet, index: int, name: str) -> bool:
    """Whether a numbered line is a row whose name goes on below or that is empty: rows of figures follow at once."""
    if SENTENCE.search(name) or words.is_title(name):
        return False
    return any(
        has_figures(sheet.tokens(line)) for line in sheet.texts_below(index, _ROWS) if sheet.is_short(line, LONGEST)
    )


def _counts_on(text: str, body: list[list[Token]]) -> bool:
    """Whether a numbered line follows the numbered line above: 二十一、… then 二十二、灾害防治及应急管理支."""
    above = [words.NUMBERED.match(token.text) for token in body[-1] if token.kind == "text"] if body else []
    number = words.NUMBERED.match(text)
    return any(mark and number and mark[0] != number[0] and len(mark[0]) <= len(number[0]) for mark in above)
