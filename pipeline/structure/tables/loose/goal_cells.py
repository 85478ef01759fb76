"""Rows of target and score tables to cells: which value stands under which head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from msgspec.structs import replace

from pipeline.records import Cell
from pipeline.structure.tables import words
from pipeline.structure.tables.aligning import best_places
from pipeline.structure.tables.columns import Column, role_of
from pipeline.structure.tables.kinds import cell_kind, column_kinds, fit
from pipeline.structure.tables.loose.goal_reader import TOTAL_FIELD, GoalRow
from pipeline.structure.tables.pieces import Piece, quoted
from pipeline.structure.tables.units import cell_unit, field_unit, told_unit

HEAD_FIGURE = re.compile(r"\d(?:%|分)")
_DASH = Piece(0, 0, "—")
_MOST_UNITS = 3
_WIDEST = 60  # columns, and values of a row, that are laid out


class Heads(NamedTuple):
    """The columns of a form."""

    columns: list[Piece]
    roles: list[str]  # what each is for
    kinds: list[str]  # what each asks for, of the first ``_WIDEST``
    units: list[str]  # that each tells by itself
    targets: list[bool]  # whether a comparator belongs to its figures
    scored: bool  # whether one holds scores

    @classmethod
    def of(cls, columns: list[Piece]) -> Heads:
        roles = [role_of(column.text) for column in columns]
        pairs = zip(columns[:_WIDEST], roles, strict=False)
        return cls(
            columns=columns,
            roles=roles,
            kinds=column_kinds([Column((column,), role) for column, role in pairs]),
            units=[told_unit(column.text) for column in columns],
            targets=[words.TARGET_ONLY.search(column.text) is not None for column in columns],
            scored=any(words.SCORE_HEAD.fullmatch(column.text) for column in columns),
        )


def head_cell(parts: tuple[Piece, ...], path: tuple[Piece, ...], text: str) -> Cell:
    """A row head or level that prints a figure itself: 产出指标(50分)."""
    return Cell(
        start=parts[0].start, end=parts[-1].end, role="head", row=_name(parts, text), row_start=parts[0].start,
        row_end=parts[-1].end, path=_path(path, text),
    )  # fmt: skip


def row_cells(row: GoalRow, heads: Heads, text: str, unit: str) -> Iterator[Cell]:
    """The cells of a row; a total score without a column of scores is a field."""
    names, path = (row.names, row.path) if row.names else (row.path[-1:], row.path[:-1])
    if any(HEAD_FIGURE.search(part.text) for part in row.names):
        yield head_cell(names, path, text)
    label = "".join(part.text for part in names)
    first, last = (names[0].start, names[-1].end) if names else (0, 0)
    place = Cell(start=0, end=0, row=_name(names, text), row_start=first, row_end=last, path=_path(path, text))
    values = [value for value in row.values if value is not None]
    if len(values) == 1 and not heads.scored and TOTAL_FIELD.fullmatch(label):  # 绩效自评综合得分 96
        yield replace(
            place, start=values[0].start, end=values[0].end, row=place.row.rstrip("：:"), unit=field_unit(label, unit)
        )
        return
    yield from _figure_cells(assigned(row.values, heads), heads, place, label, text, unit)


def _figure_cells(
    pairs: list[tuple[Piece, int]], heads: Heads, place: Cell, label: str, text: str, unit: str
) -> Iterator[Cell]:
    """The cells of the figures among the values of a row, given with their columns; each is like ``place`` but for its column."""
    own = next((value.text for value, at in pairs if heads.roles[at] == "unit"), "")
    sign = next((words.COMPARATORS.get(value.text, "") for value, at in pairs if heads.roles[at] == "comparator"), "")
    for value, at in pairs:
        column, role = heads.columns[at], heads.roles[at]
        if role not in ("unit", "comparator", "line") and any(map(str.isdigit, value.text)):
            yield replace(
                place,
                start=value.start,
                end=value.end,
                role=role if role in ("rule", "prose") else "value",
                column=(quoted(text, column),),
                column_start=column.start,
                column_end=column.end,
                unit=heads.units[at] or cell_unit(column.text, label, own, unit),
                comparator=sign if heads.targets[at] else "",
            )


def _name(parts: tuple[Piece, ...], text: str) -> str:
    return "".join(quoted(text, part) for part in parts)


def _path(levels: tuple[Piece, ...], text: str) -> tuple[str, ...]:
    return tuple(quoted(text, level) for level in levels)


def assigned(values: tuple[Piece | None, ...], heads: Heads) -> list[tuple[Piece, int]]:
    """Values with their columns, where they fit best from left to right; a unit apart from its number may be part of it."""
    while len(values) > len(heads.columns) and values[-1] is None:
        values = values[:-1]
    parts = [value or _DASH for value in values[:_WIDEST]]
    ways = [_merged(parts, len(heads.kinds), joins) for joins in _ways(parts)]
    laid = [(way, best_places([part.text for part in way], heads.kinds)) for way in ways]
    way, places = max(laid, key=lambda pair: _total(pair[0], pair[1], heads.kinds)) if len(laid) > 1 else laid[0]
    return [(part, place) for part, place in zip(way, places, strict=True) if part is not _DASH]


def _total(parts: list[Piece], places: tuple[int, ...], kinds: list[str]) -> float:
    return sum(fit(part.text, kinds[place]) for part, place in zip(parts, places, strict=True))


def _ways(parts: list[Piece]) -> Iterator[tuple[int, ...]]:
    """Which units are joined to the number before them: none, or any of the first few that a blank parts: 12 所."""
    apart = [
        index
        for index in range(1, len(parts))
        if cell_kind(parts[index].text) == "unit" and cell_kind(parts[index - 1].text) in ("number", "rank", "amount")
    ][:_MOST_UNITS]
    for count in range(len(apart) + 1):
        yield from combinations(apart, count)


def _merged(parts: list[Piece], most: int, units: tuple[int, ...]) -> list[Piece]:
    """The values with some units joined to their numbers; of more than ``most`` words side by side are one remark."""
    found: list[Piece] = []
    for index, part in enumerate(parts):
        if index in units:
            found[-1] = Piece(found[-1].start, part.end, found[-1].text + part.text)
        else:
            found.append(part)
    while len(found) > most:
        wordy = (i for i in range(len(found) - 1, 0, -1) if not any(map(_is_figure, found[i - 1 : i + 1])))
        place = next(wordy, 0)
        if not place:
            break
        found[place - 1 : place + 1] = [_remark(*found[place - 1 : place + 1])]
    return found[:most]


def _remark(first: Piece, rest: Piece) -> Piece:
    """Two words as one remark; an empty cell stands nowhere and adds nothing to it."""
    if first is _DASH or rest is _DASH:
        return rest if first is _DASH else first
    return Piece(first.start, rest.end, first.text + rest.text)


def _is_figure(part: Piece) -> bool:
    return bool(words.FIGURE.fullmatch(part.text))
