"""Head rows to columns: what stands above a column, from top to bottom, and what the column is for."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from pipeline.structure.tables import words
from pipeline.structure.tables.pieces import EMPTY, Piece, Row
from pipeline.structure.tables.standard import head_words


class Column(NamedTuple):
    """One column of a table."""

    heads: tuple[Piece, ...]  # from top to bottom, none empty
    role: str  # name, code, line, unit, comparator, figure, rule, prose

    @property
    def last(self) -> Piece:
        """The head next to the figures; an empty piece where there is none."""
        return self.heads[-1] if self.heads else EMPTY

    @property
    def name(self) -> str:
        """All its heads as one: 指标 over 值 is 指标值."""
        return "".join(head.text for head in self.heads)


_HEADS = 4096  # that are remembered: they are words of templates, the same in most tables
_ROLES = (
    (words.CODE_HEAD, "code"),
    (words.LINE_HEAD, "line"),
    (words.RULE_HEAD, "rule"),
    (words.COMPARATOR_HEAD, "comparator"),
    (words.ROW_HEAD, "name"),
    (words.GOAL_NAME, "name"),
    (words.UNIT_HEAD, "unit"),
)


def find_columns(heads: list[Row], width: int) -> list[Column]:
    """The columns of a table whose rows have ``width`` cells, from its head rows."""
    grid = _aligned(_under_their_heads(heads), width)
    return [_column(grid, column) for column in range(width)]


def _under_their_heads(heads: list[Row]) -> list[Row]:
    """Head rows in which heads stand under the merged one that covers them: 人员经费, 公用经费 under 基本支出."""
    over = {head: set(covered) for head, covered in head_words()["over"].items()}
    found = [[*row] for row in heads]
    for upper, lower in pairwise(found):
        for place, cell in enumerate(upper):
            below = [index for index, other in enumerate(lower) if other.text in over.get(cell.text, ())]
            room = next((i for i in range(place + 1, len(upper)) if upper[i].text), len(upper)) - place
            if len(below) == room > 1 and below[0] != place and below[-1] - below[0] == room - 1:
                moved = [lower[index] for index in below]
                for index in below:
                    lower[index] = EMPTY
                lower.extend([EMPTY] * (place + room - len(lower)))
                lower[place : place + room] = moved
    return found


def _column(grid: list[list[Piece | None]], column: int) -> Column:
    found: list[Piece] = []
    for row in grid:
        head = row[column]
        if head is not None and head.text and (not found or head is not found[-1]):
            found.append(head)
    return Column(tuple(found), role_of(found[-1].text if found else ""))


@lru_cache(_HEADS)
def role_of(head: str) -> str:
    """What a column is for, from its last head; empty where there is none."""
    if not head:
        return ""
    for pattern, role in _ROLES:
        if pattern.fullmatch(head):
            return role
    if words.PROSE_HEAD.fullmatch(head) and not words.FIGURE_HEAD.fullmatch(head):
        return "prose"
    return "figure"


def _aligned(heads: list[Row], width: int) -> list[list[Piece | None]]:
    """Every head row spread over all columns: a merged head stands in each column that it covers."""
    grid: list[list[Piece | None]] = []
    for index, row in enumerate(heads):
        below = heads[index + 1] if index + 1 < len(heads) else None
        if len(row) < width and below is not None and len(below) > len(row):
            continue  # merged cells without empty ones: placed below, from the last row upwards
        grid.append(_spread(row, grid, heads[index + 1 :], width))
    short = [row for index, row in enumerate(heads) if _is_short(heads, index, width)]
    return _collapsed(heads, width) if short else grid


def _is_short(heads: list[Row], index: int, width: int) -> bool:
    return len(heads[index]) < width and index + 1 < len(heads) and len(heads[index + 1]) > len(heads[index])


def _spread(row: Row, above: list[list[Piece | None]], below: list[Row], width: int) -> list[Piece | None]:
    """A head covers the empty cells to its right as long as heads below need one and those above agree."""
    cells: list[Piece | None] = [*row[:width]]
    if len(row) < width:
        cells = _stretch(row, width)
    for column in range(1, width):
        cell = cells[column]
        if cell is not None and cell.text:
            continue
        same_parent = all(line[column] is line[column - 1] for line in above)
        needed = any(column < len(line) and line[column].text for line in below)
        if same_parent and needed and cells[column - 1] is not None:
            cells[column] = cells[column - 1]
    return cells


def _stretch(row: Row, width: int) -> list[Piece | None]:
    """A head row with fewer cells than the table: figures keep to the right, the last naming head covers the rest."""
    names = 0
    while names < len(row) - 1 and role_of(row[names].text) in ("name", "code", "line"):
        names += 1
    names = max(names, 1)
    return [*row[:names], *[row[names - 1]] * (width - len(row)), *row[names:]]


def _collapsed(heads: list[Row], width: int) -> list[list[Piece | None]]:
    """Head rows whose merged cells left no empty ones: a cell is merged down (an empty cell below) or has children.

    机构名称, 支出合计, 其中：, 结余 above (empty), (empty), 基本支出, 项目支出, (empty): 其中： covers two.
    """
    spans = [[1] * len(heads[-1])]
    for upper, lower in zip(heads[-2::-1], heads[:0:-1], strict=True):
        spans.insert(0, _covering(upper, lower, spans[0]))
    grid: list[list[Piece | None]] = []
    for row, sizes in zip(heads, spans, strict=True):
        cells: list[Piece | None] = [cell for cell, size in zip(row, sizes, strict=False) for _ in range(size)]
        grid.append((cells + [None] * width)[:width])
    return grid


def _covering(upper: Row, lower: Row, sizes: list[int]) -> list[int]:
    """How many columns each cell of a head row covers, from the row below."""
    open_cells = sum(1 for cell in lower if cell.text)
    parents = max(len(upper) - (len(lower) - open_cells), 1)
    share, position, covered = -(-open_cells // parents), 0, []
    for cell in upper:
        if position < len(lower) and not (cell.text and lower[position].text):
            covered.append(sizes[position])
            position += 1
            continue
        taken = 0
        while position + taken < len(lower) and lower[position + taken].text and taken < share:
            taken += 1
        covered.append(sum(sizes[position : position + taken]) or 1)
        position += taken
    return covered
