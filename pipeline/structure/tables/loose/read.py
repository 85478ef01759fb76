"""A region without marks to the cells of its table."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import NamedTuple

from pipeline.records import Cell
from pipeline.structure.tables import words
from pipeline.structure.tables.loose.anchors import numbers_columns
from pipeline.structure.tables.loose.blocks import Columns, is_full, known_blocks, plain_block, worded_blocks
from pipeline.structure.tables.loose.cells import Known, place_cells
from pipeline.structure.tables.loose.centred import centred
from pipeline.structure.tables.loose.coded import coded_records, whole_code
from pipeline.structure.tables.loose.heads import HeadText, choose_form, explains, head_text, lacks_columns
from pipeline.structure.tables.loose.named import named_records
from pipeline.structure.tables.loose.ranked import ranked_records
from pipeline.structure.tables.loose.records import Record
from pipeline.structure.tables.loose.regions import Region
from pipeline.structure.tables.loose.tokens import Token
from pipeline.structure.tables.standard import Standard
from pipeline.structure.tables.titles import FORM_TITLE

_SERIAL_HEAD = re.compile(r"(?:序号|编号)")
_SERIAL = re.compile(r"\d{1,3}")  # numbers the rows: 3 节日慰问 24000
_MAY_NUMBER = re.compile(rf"\d{{1,2}}|{words.LINE_HEAD.pattern}")  # a column, or is the head of the numbers
_LONG_CODE = re.compile(r"\d{5}|\d{7}")
_LEAST_CODES = 3
_ACCOUNT_HEAD = re.compile(r"(?:预算|决算|执行)数")


class Reading(NamedTuple):
    """What a region was read as."""

    kind: str  # of the known form, empty if none
    cells: list[Cell]


def read_region(region: Region, source: str, text: str, unit: str, known: Known) -> Reading:
    """The cells of a region; ``known`` holds figures of sister tables by row and column head, and takes in this one's."""
    lines = [part for tokens in region.lines for part in _numbers_apart(tokens)]
    first = _first_row(lines)
    head_lines = [[_year_as_word(token) for token in tokens] for tokens in lines[:first]]
    data = [tokens for tokens in lines[first:] if not numbers_columns(tokens)]
    heads = head_text(source, head_lines)
    if _SERIAL_HEAD.match(heads.text):
        data = [tokens[1:] if tokens and _SERIAL.fullmatch(tokens[0].text) else tokens for tokens in data]
    rows = _rows_kind(data)
    numbered = "行次" in heads.text
    ranked = ranked_records(data) if numbered and rows != "code" else []
    records = coded_records(centred(data)) if rows == "code" else ranked or named_records(data, numbered=numbered)
    form = choose_form(_bare(region.title.text if region.title else ""), heads, rows)
    blocks = _blocks(form, heads, head_lines, records)
    cells = sorted(place_cells(records, blocks, text, unit, known), key=lambda cell: cell.start)
    return Reading(form.kind if form else _kind(region, rows, heads.text), cells)


def _kind(region: Region, rows: str, heads: str) -> str:
    """account where codes or heads tell it; "" where the title is to decide: 部门预算执行情况表 has 决算数 above a column."""
    told = bool(_ACCOUNT_HEAD.search(heads)) and not (region.title and FORM_TITLE.fullmatch(region.title.text))
    return "account" if rows == "code" or told else ""


def _blocks(
    form: Standard | None, heads: HeadText, head_lines: list[list[Token]], records: list[Record]
) -> list[Columns]:
    """The columns of a published form where the head is that form's; else what the words of the head tell."""
    known = form if form and explains(form, heads) else None
    if known and not lacks_columns(known, heads):
        return known_blocks(known, heads, head_lines)
    worded = worded_blocks(heads, records)
    if known and not (worded and is_full(worded, records)):
        return known_blocks(known, heads, head_lines)
    return worded or [plain_block(head_lines, records)]


def _bare(title: str) -> str:
    return title[: title.rindex("(")] if title.endswith(")") and "(" in title else title


def _numbers_apart(tokens: list[Token]) -> list[list[Token]]:
    """A line of heads with the numbers of the columns behind them as two lines: 科目名称 栏次 1 2 3."""
    if not tokens or not _MAY_NUMBER.fullmatch(tokens[-1].text):
        return [tokens]
    first = next((index for index, token in enumerate(tokens) if words.LINE_HEAD.fullmatch(token.text) and index), 0)
    while first > 0 and not numbers_columns(tokens[first:]):
        first = next((i for i in range(first + 1, len(tokens)) if words.LINE_HEAD.fullmatch(tokens[i].text)), 0)
    return [tokens[:first], tokens[first:]] if first and numbers_columns(tokens[first:]) else [tokens]


def _year_as_word(token: Token) -> Token:
    return Token.of(token.piece, "text") if words.YEAR_HEAD.fullmatch(token.text) else token


def _first_row(lines: list[list[Token]]) -> int:
    """The first line that is a row: a figure that numbers no column, a code and a name, or a numbered account line."""
    for index, tokens in enumerate(lines):
        if not tokens or numbers_columns(tokens):
            continue
        first = tokens[0]
        if first.kind == "text" and words.NUMBERED.match(first.text):
            return index
        if any(token.kind == "figure" and not words.YEAR_HEAD.fullmatch(token.text) for token in tokens):
            return index
    return len(lines)


def _rows_kind(data: list[list[Token]]) -> str:
    """code, name or none, from the first tokens of the rows."""
    if any(map(_is_coded, data)) or _runs_on(data):
        return "code"
    return "name" if any(tokens and tokens[0].kind == "text" for tokens in data) else "none"


def _is_coded(tokens: list[Token]) -> bool:
    tokens = whole_code(tokens)
    return len(tokens) > 1 and tokens[1].kind == "text" and words.ACCOUNT_CODE.fullmatch(tokens[0].text) is not None


def _runs_on(data: list[list[Token]]) -> bool:
    """Whether codes stand before their names wherever lines end."""
    flat = [token for tokens in data for token in tokens]
    told = (
        token
        for token, after in pairwise(flat)
        if after.kind == "text" and _LONG_CODE.fullmatch(token.text) and token.kind == "figure"
    )
    return sum(1 for _ in islice(told, _LEAST_CODES)) == _LEAST_CODES
