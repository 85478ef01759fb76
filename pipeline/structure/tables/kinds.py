"""What a cell prints and what a column asks for, and how well the one suits the other: a table of points."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.structure.tables import words
from pipeline.structure.tables.columns import Column

_PROSE = 15  # characters from which words are a remark rather than a name
_MOST_POINTS = 150
_CELLS = (
    4096  # whose kind is remembered: a cell is asked for again and again, and forms print the same points and levels
)
_RANK = 2  # digits of a number that may count lines
_LEVEL_ONE = re.compile(r"一级指标.*")
_LEVEL_TWO = re.compile(r"二级指标.*")
_DASH = re.compile(r"[-—–－_/\\*]+|无|……")
_POINTS = re.compile(rf"{words.NUMBER}分")
_LIKE_FIGURE = re.compile(r"[≥≤<>]|\d+(?:\.\d+)?(?![、.\d])")  # 15个工作日内; not 1.培训场次
_AMOUNT_HEAD = re.compile(
    r".*(?:预算|决算|执行|金额|总额|资金|收入|支出|拨款|结余|结转|合计|小计|调整)数?(?:\([^()]*\))?"
)

# points of a kind of cell (first column) in a kind of column (first row)
_TABLE = """
         name  one   two   last  code  line  comparator unit  points rate  amount target prose rule  figure
one      0.5   3     -2    -2    -2    -2    -2         -2    -3     -3    -3     -3     -2    -2    -3
two      0.5   -2    3     -2    -2    -2    -2         -2    -3     -3    -3     -3     -2    -2    -3
either   0.5   2.6   2.5   0.5   -2    -2    -2         -2    -3     -3    -3     -3     -2    -2    -3
words    1     0.6   0.7   1.2   -1    -1    -2         -0.5  -2     -1.5  -1.5   0.3    0.8   0.8   -1
prose    0.4   -0.5  -0.3  0.6   -2    -2    -2         -2    -2     -2    -2     0      1.2   1.2   -1.5
verbal   0     -0.5  -0.5  0.2   -2    -2    -2         -1    -2     -0.5  -1     1.2    0.3   0     0
number   -2    -2    -2    -2    0.5   1     -2         -2    1.7    0.3   1.5    0.8    -1.5  -1    1
rank     -2    -2    -2    -2    0.5   2     -2         -2    1.7    0.3   0.9    0.8    -1.5  -1    1
amount   -2    -2    -2    -2    0.5   -1    -2         -2    -2     -1    1.6    0.8    -1.5  -1    1
percent  -2    -2    -2    -2    -2    -2    -2         -1.5  -1.5   2     -1.5   1.2    -1.5  -0.5  1
points   -1    -1    -1    -1    -2    -2    -2         -2    2      -1    -1     0.5    -1    0.3   0.5
quantity -1.5  -2    -2    -1.5  -2    -2    -2         -1    -2     -1    0.8    1.5    -1    0.3   1
sign     -2    -2    -2    -2    -2    -2    3          -2    -2     -2    -2     -1     -1.5  -1.5  -2
unit     -0.5  -1    -1    -0.5  -2    -2    -2         3     -2     -2    -2     -1     -0.5  -0.5  -1
dash     -1    -1    -1    -1    -1    0     0          0     0.5    0.5   0.5    0.2    0.6   0.2   0.5
"""


def _points() -> dict[str, dict[str, float]]:
    heads, *rows = [line.split() for line in _TABLE.strip().splitlines()]
    return {row[0]: dict(zip(heads, map(float, row[1:]), strict=True)) for row in rows}


_FITS = _points()
_EMPTY_FITS = dict.fromkeys(_FITS["dash"], 0.0)


def fits(text: str) -> dict[str, float]:
    """The points of a cell's text in each kind of column; 0 for an empty cell."""
    return _FITS[cell_kind(text)] if text else _EMPTY_FITS


def fit(text: str, column: str) -> float:
    """The points of a cell's text in a kind of column."""
    return fits(text)[column]


@lru_cache(_CELLS)
def cell_kind(text: str) -> str:
    """What a cell prints, by the first column of the table above."""
    one, two = words.LEVEL_ONE.fullmatch(text), words.LEVEL_TWO.fullmatch(text)
    if one or two:
        return "either" if one and two else "one" if one else "two"
    if words.PLAIN_NUMBER.fullmatch(text):
        if text.endswith("%"):
            return "percent"
        if text.isdecimal() and len(text) <= _RANK:
            return "rank"
        return "number" if _may_be_points(text) else "amount"
    for pattern, kind in _KINDS:
        if pattern.fullmatch(text):
            return kind
    if words.FIGURE.fullmatch(text) or _LIKE_FIGURE.match(text):
        return "quantity"
    return "words" if len(text) < _PROSE and not text.endswith("。") else "prose"


def _may_be_points(number: str) -> bool:
    whole = number.lstrip("-−－").partition(".")[0].replace(",", "")
    return len(whole) < len(str(_MOST_POINTS)) or (len(whole) == len(str(_MOST_POINTS)) and int(whole) <= _MOST_POINTS)


_KINDS = ((words.SIGN, "sign"), (_DASH, "dash"), (_POINTS, "points"), (words.UNIT, "unit"), (words.VERBAL, "verbal"))


def column_kinds(columns: list[Column]) -> list[str]:
    """What each column of a table asks for, by the first row of the table above."""
    names = [index for index, column in enumerate(columns) if column.role == "name"]
    last = names[-1] if len(names) > 1 else -1
    return [_column_kind(column, index == last) for index, column in enumerate(columns)]


def _column_kind(column: Column, last: bool) -> str:
    head = column.last.text
    if column.role == "name":
        return (
            "one" if _LEVEL_ONE.fullmatch(head) else "two" if _LEVEL_TWO.fullmatch(head) else "last" if last else "name"
        )
    if column.role != "figure":
        return column.role
    if words.SCORE_HEAD.fullmatch(head):
        return "points"
    if words.RATE_HEAD.fullmatch(head):
        return "rate"
    if words.TARGET_HEAD.fullmatch(head):
        return "target"
    return "amount" if _AMOUNT_HEAD.fullmatch(head) else "figure"
