"""Account tables between tabs or bars that lost every empty cell: their marks tell no column, so they are read as blanks.

``208<tab>社会保障和就业支出<tab>44.20<tab>44.20`` under six heads may fill any two of them. Rows without marks are placed by the
published forms, by sums and by the tree of codes (``loose/``); with blanks for marks these rows go the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.structure.tables import words
from pipeline.structure.tables.stretches import Line, Stretch

_MARKS = re.compile(r"[\t|]")
_GAP = 12  # lines without marks between the parts of one table: names and heads that broke, notes, titles
_FEW = 10  # rows: one in so many may have kept an empty cell
_LEAST = 3  # account rows
_FORM = re.compile(r"指标|分值|得分|机构名称")  # self-evaluations: their heads tell columns
_KIN = re.compile(r"公开\s?\d{1,2}\s?表|行次|栏次")


def blanked(source: str, lines: list[Line], stretches: Sequence[Stretch]) -> str:
    """The text, as long as before, with blanks for the marks of account tables that lost all their empty cells."""
    parts: list[str] = []
    done = 0
    for group in _near([stretch for stretch in stretches if not _is_form(source, stretch)]):
        start, end = group[0].lines[0].start, group[-1].lines[-1].end
        if _is_bare(source, lines, group):
            parts += (source[done:start], _MARKS.sub(" ", source[start:end]))
            done = end
    return "".join((*parts, source[done:])) if parts else source


def _near(stretches: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    """Stretches of the same marks with few lines between."""
    group: list[Stretch] = []
    for stretch in stretches:
        if group and (stretch.kind != group[-1].kind or stretch.first - _last(group[-1]) > _GAP):
            yield group
            group = []
        group.append(stretch)
    if group:
        yield group


def _is_form(source: str, stretch: Stretch) -> bool:
    return bool(_FORM.search(source, stretch.lines[0].start, stretch.lines[-1].end))


def _last(stretch: Stretch) -> int:
    return stretch.first + len(stretch.lines) - 1


def _is_bare(source: str, lines: list[Line], group: list[Stretch]) -> bool:
    """Whether hardly a row has an empty cell, though rows of amounts are shorter than others or than their heads."""
    if group[0].kind == "listed":
        return False
    rows = [_cells(source, line) for stretch in group for line in stretch.lines if line.kind != "blank"]
    amounts = [row for row in rows if len(row) > 1 and words.PLAIN_NUMBER.fullmatch(row[-1])]
    told = _KIN.search(source, lines[max(group[0].first - _LEAST, 0)].start, group[-1].lines[-1].end)
    account = [
        row for row in amounts if words.ACCOUNT_CODE.fullmatch(row[0]) or (told and words.NUMBERED.match(row[0]))
    ]
    holes = sum(1 for row in rows if "" in row)
    if len(account) < _LEAST or _FEW * holes > len(rows):
        return False
    return min(map(len, account)) < max(map(len, rows))


def _cells(source: str, line: Line) -> list[str]:
    """The cells of a line; a bar at either end makes none."""
    text = source[line.start : line.end].strip()
    return [cell.strip() for cell in _MARKS.split(text.strip("|") if text.startswith("|") else text)]
