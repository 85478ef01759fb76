"""Target, score and fund tables of self-evaluation forms whose cells stand between blanks or on lines of their own."""

from __future__ import annotations

import re

from pipeline.records import Cell
from pipeline.structure.tables import words
from pipeline.structure.tables.loose.dumps import undumped
from pipeline.structure.tables.loose.goal_cells import HEAD_FIGURE, Heads, head_cell, row_cells
from pipeline.structure.tables.loose.goal_lines import Widths
from pipeline.structure.tables.loose.goal_rows import goal_rows
from pipeline.structure.tables.loose.heads import head_text, whole_heads
from pipeline.structure.tables.loose.levels import is_level
from pipeline.structure.tables.loose.mending import mended
from pipeline.structure.tables.loose.tokens import Token
from pipeline.structure.tables.pieces import Piece

_LEVEL_HEAD = re.compile(r"[一二三四]级指标")
_RANKS = "一二三四"
_FUND_ROW = re.compile(r"(?:年度)?(?:资金|项目|预算)?(?:总额|总计|合计):?|.*资金总额:?|其中:.*")


def read_goals(lines: list[list[Token]], source: str, text: str, unit: str) -> list[Cell]:
    """The cells of a form; ``lines`` begin with a head, and a further head begins a further table."""
    cells: list[Cell] = []
    part: list[list[Token]] = []
    filled = False
    for tokens in mended(whole_heads(lines)):
        if filled and is_goal_head(tokens):
            cells.extend(_read_table(part, source, text, unit))
            part, filled = [], False
        part.append(tokens)
        filled = filled or any(token.kind == "figure" for token in tokens)
    return sorted([*cells, *_read_table(part, source, text, unit)], key=lambda cell: cell.start)


def _read_table(lines: list[list[Token]], source: str, text: str, unit: str) -> list[Cell]:
    first = _first_row(lines)
    heads = head_text(source, lines[:first])
    columns = Heads.of([heads.locate_span(_span(match)) for match in words.GOAL_HEAD.finditer(heads.text)])
    ranks = [_RANKS.index(head[0]) + 1 for head in _LEVEL_HEAD.findall(heads.text)]
    names = max(ranks, default=0) or len(words.GOAL_NAME.findall(heads.text))
    told = words.UNIT_IN_HEAD.search(heads.text)
    unit = told[1] if told else unit
    cells: list[Cell] = []
    levels: set[Piece] = set()
    rows = undumped(lines[first:], len(columns.columns))
    for row in goal_rows(rows, source, _widths(columns, names)):
        fresh = [level for level in row.path if level not in levels and row.names and HEAD_FIGURE.search(level.text)]
        levels.update(fresh)
        cells.extend(head_cell((level,), row.path[: row.path.index(level)], text) for level in fresh)
        cells.extend(row_cells(row, columns, text, unit))
    return cells


def _span(match: re.Match[str]) -> tuple[int, int]:
    """Where a head stands; 分值 before (万元), which belongs to the corner, is 分值."""
    bracket = match[0].find("(")
    unit = bracket > 0 and bool(words.UNIT_IN_HEAD.fullmatch(match[0][bracket:]))
    points = bool(words.SCORE_HEAD.fullmatch(match[0]) or words.RATE_HEAD.fullmatch(match[0]))
    return (match.start(), match.start() + bracket) if unit and points and "元" in match[0][bracket:] else match.span()


def _widths(heads: Heads, names: int) -> Widths:
    plain = sum(1 for role in heads.roles if role not in ("prose", "rule"))
    return Widths(
        plain=max(plain, 1),
        all=max(len(heads.columns), 1),
        signed="comparator" in heads.roles,
        units="unit" in heads.roles,
        names=max(names, 1),
        first=heads.kinds[0] if heads.kinds else "figure",
        numbers=sum(1 for kind in heads.kinds if kind in ("points", "rate", "amount")),
    )


def is_goal_head(tokens: list[Token]) -> bool:
    """Whether a line is the head of a form table: two heads at least, and little else."""
    if any(token.kind == "figure" for token in tokens):
        return False
    narrow = "".join([token.text for token in tokens])
    if len(narrow) > 90:
        return False
    found = [*words.GOAL_HEAD.finditer(narrow), *words.GOAL_NAME.finditer(narrow)]
    return len(found) >= 2 and 5 * sum(len(match[0]) for match in found) >= 3 * len(narrow)


def _first_row(lines: list[list[Token]]) -> int:
    """The first line that is a row: a figure, a level, the total of the funds."""
    for index, tokens in enumerate(lines):
        for token in tokens:
            if token.kind == "figure" or is_level(token.text) or _FUND_ROW.fullmatch(token.text):
                return index
    return len(lines)
