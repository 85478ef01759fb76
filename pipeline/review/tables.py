"""Tables of a marked report: a direction names table, unit and columns; rows follow as the report prints them.

⟬account 支出决算表 ¦ 万元 ¦ code row 本年支出合计 基本支出 项目支出⟭   every line below is a row, read by itself
2101501 行政运行 50.12 50.12⟬code row 1 2⟭                          empty cells vanished: which fields these are
⟬form 绩效自评表 ¦ 年度指标值 target ¦ 得分 score [分]⟭              rows and cells are marked; columns say the rest
⟬end⟭
"""

from __future__ import annotations

import re

from pipeline.records import Record
from pipeline.review.notes import Words, read_words

_FIELD = {"\t": re.compile(r"[^\t]+"), "|": re.compile(r"[^|]+"), " ": re.compile(r"\S+")}
_AMOUNT = re.compile(r"-?\d[\d,]*(?:\.\d+)?")


class Column(Record, frozen=True):
    """A column of a table: its head path, and what it says of every cell in it."""

    path: str
    words: Words


class Sheet(Record, frozen=True):
    """A table as its direction describes it."""

    kind: str  # account, form
    title: str
    unit: str = ""
    columns: tuple[Column, ...] = ()  # of an account every field: code, row, _ or a head path


class Placed(Record, frozen=True):
    """A figure of an account table in its place."""

    start: int
    end: int
    row: str
    row_code: str
    column: Column


def squeeze(text: str) -> str:
    """A head as the data set writes it: without white space."""
    return re.sub(r"\s+", "", text)


def read_sheet(direction: str) -> Sheet:
    """Read ``account title ¦ unit ¦ fields`` or ``form title ¦ column ¦ column``."""
    kind, _, rest = direction.partition(" ")
    title, *parts = (" ".join(part.split()) for part in rest.split("¦"))
    if kind == "form":
        return Sheet(kind, title, columns=tuple(_form_column(part) for part in parts))
    unit, fields = parts
    return Sheet(kind, title, unit, tuple(_account_column(field) for field in fields.split()))


def _form_column(part: str) -> Column:
    path, _, note = part.partition(" ")
    return Column(path, read_words(note))


def _account_column(field: str) -> Column:
    """A field of an account, its year behind ``@`` where it is not the report's: ``上年决算数@2019``."""
    path, _, year = field.partition("@")
    return Column(path, {"year": year} if year else {})


def read_row(line: str, start: int, columns: tuple[Column, ...], given: str = "") -> list[Placed]:
    """The figures of one printed row; ``given`` names its fields where empty cells vanished (``row 2``, by number).

    Raises ValueError where fields and columns do not agree.
    """
    separator = next((mark for mark in "\t|" if mark in line), " ")
    if given:
        columns = tuple(_named(word, columns) for word in given.split())
    fields = _fields(line, separator, bool(given))
    if columns[0].path == "code" and not fields[0][1].strip()[:1].isdigit() and not given:
        columns, fields = columns[1:], _without_code(fields)
    if len(fields) > len(columns) or (separator == " " and len(fields) < len(columns)):
        raise ValueError(f"{len(fields)} fields for {len(columns)} columns: {line.strip()[:30]}")
    return _place(fields, columns, start)


def _without_code(fields: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The fields of a row such as 合计, which has no code: its head stands in either of the first two fields."""
    if not fields[0][1].strip():
        return fields[1:]
    return fields[:1] + fields[2:] if not fields[1][1].strip() else fields


def _fields(line: str, separator: str, given: bool) -> list[tuple[int, str]]:
    """Where each field begins and what it holds; with given fields the empty ones are left out."""
    if separator == " " or given:
        return [(found.start(), found[0]) for found in _FIELD[separator].finditer(line) if found[0].strip()]
    line = line.strip("\n")
    at, fields = 0, []
    for field in line.split(separator):
        fields.append((at, field))
        at += len(field) + 1
    if separator == "|":  # | a | b |: nothing stands before the first bar and behind the last
        fields = fields[not line.split(separator)[0].strip() : len(fields) - (not fields[-1][1].strip())]
    return fields


def _named(word: str, columns: tuple[Column, ...]) -> Column:
    if not word.isdigit():
        return Column(word, {})
    heads = [column for column in columns if column.path not in ("code", "row", "_")]
    return heads[int(word) - 1]


def _place(fields: list[tuple[int, str]], columns: tuple[Column, ...], start: int) -> list[Placed]:
    row = code = ""
    placed = []
    for (at, field), column in zip(fields, columns, strict=False):
        figure = field.strip()
        if column.path == "row":
            row = squeeze(field)
        elif column.path == "code":
            row, code = "", figure
        elif column.path != "_" and _AMOUNT.fullmatch(figure):
            begin = start + at + field.index(figure)
            placed.append(Placed(begin, begin + len(figure), row, code, column))
        elif column.path != "_" and figure not in ("", "—", "-", "－", "无", "/"):
            raise ValueError(f"“{figure}” is no figure")
    return placed
