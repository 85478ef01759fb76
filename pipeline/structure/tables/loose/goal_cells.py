"""Rows of target and score tables to cells: which value stands under which head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from pipeline.records import Cell
from pipeline.structure.tables import words
from pipeline.structure.tables.columns import role_of
from pipeline.structure.tables.loose.goal_rows import TOTAL_FIELD, GoalRow
from pipeline.structure.tables.pieces import Piece, quoted
from pipeline.structure.tables.units import cell_unit, field_unit

HEAD_FIGURE = re.compile(r"\d(?:%|分)")
_UNIT = re.compile(rf"[^\d≥≤<>=]{{0,6}}?(?:{words.UNIT_WORDS}|米|里|斤|克)")
_WIDEST = 60  # columns, and values of a row, that are laid out


def head_cell(parts: tuple[Piece, ...], path: tuple[Piece, ...], text: str) -> Cell:
    """A row head or level that prints a figure itself: 产出指标(50分)."""
    return Cell(
        start=parts[0].start, end=parts[-1].end, role="head", row=_name(parts, text), row_start=parts[0].start,
        row_end=parts[-1].end, path=_path(path, text),
    )  # fmt: skip


def row_cells(row: GoalRow, columns: list[Piece], text: str, unit: str) -> Iterator[Cell]:
    """The cells of a row; a total score without a column of scores is a field."""
    names, path = (row.names, row.path) if row.names else (row.path[-1:], row.path[:-1])
    if any(HEAD_FIGURE.search(part.text) for part in row.names):
        yield head_cell(names, path, text)
    label = "".join(part.text for part in names)
    first, last = (names[0].start, names[-1].end) if names else (0, 0)
    place = Cell(start=0, end=0, row=_name(names, text), row_start=first, row_end=last, path=_path(path, text))
    values = [value for value in row.values if value is not None]
    if len(values) == 1 and _is_field(label, columns):
        yield replace(
            place, start=values[0].start, end=values[0].end, row=place.row.rstrip("：:"), unit=field_unit(label, unit)
        )
        return
    pairs = [(value, column, role_of(column.text)) for value, column in assigned(row.values, columns)]
    own = next((value.text for value, _, role in pairs if role == "unit"), "")
    sign = next((words.COMPARATORS.get(value.text, "") for value, _, role in pairs if role == "comparator"), "")
    for value, column, role in pairs:
        if role not in ("unit", "comparator", "line") and any(letter.isdigit() for letter in value.text):
            yield replace(
                place,
                start=value.start,
                end=value.end,
                role=role if role in ("rule", "prose") else "value",
                column=(quoted(text, column),),
                column_start=column.start,
                column_end=column.end,
                unit=cell_unit(column.text, label, own, unit),
                comparator=sign if words.TARGET_ONLY.search(column.text) else "",
            )


def _is_field(label: str, columns: list[Piece]) -> bool:
    """Whether a label with one figure is a field of the form: 绩效自评综合得分 96 below columns that hold no scores."""
    scored = any(words.SCORE_HEAD.fullmatch(column.text) for column in columns)
    return bool(TOTAL_FIELD.fullmatch(label)) and not scored


def _name(parts: tuple[Piece, ...], text: str) -> str:
    return "".join(quoted(text, part) for part in parts)


def _path(levels: tuple[Piece, ...], text: str) -> tuple[str, ...]:
    return tuple(quoted(text, level) for level in levels)


def assigned(values: tuple[Piece | None, ...], columns: list[Piece]) -> list[tuple[Piece, Piece]]:
    """Values with their columns: one to one where their numbers agree, else where they fit best from left to right."""
    while len(values) > len(columns) and values[-1] is None:
        values = values[:-1]
    plain = [column for column in columns if role_of(column.text) not in ("prose", "rule")]
    for heads in (columns, plain):
        if len(heads) == len(values):
            return [(value, head) for value, head in zip(values, heads, strict=True) if value is not None]
    return _best_fit([value for value in values if value is not None][:_WIDEST], columns[:_WIDEST])


def _best_fit(values: list[Piece], columns: list[Piece]) -> list[tuple[Piece, Piece]]:
    best: list[tuple[float, tuple[tuple[Piece, Piece], ...]]] = [(0.0, ())] * (len(columns) + 1)
    for value in values:
        row: list[tuple[float, tuple[tuple[Piece, Piece], ...]]] = [best[0]]
        for index, column in enumerate(columns):
            score, pairs = best[index]
            taken = (score + _fit(value.text, column.text), (*pairs, (value, column)))
            row.append(max(row[-1], best[index + 1], taken, key=lambda option: option[0]))
        best = row
    return list(best[-1][1])


def _fit(value: str, head: str) -> float:
    number = bool(words.PLAIN_NUMBER.fullmatch(value)) and not value.endswith("%")
    if role_of(head) in ("comparator", "unit"):
        fits = words.SIGN.fullmatch(value) if role_of(head) == "comparator" else _UNIT.fullmatch(value)
        return 3.0 if fits else -3.0
    if words.SCORE_HEAD.fullmatch(head):
        return 2.0 if number else -2.0
    if words.RATE_HEAD.fullmatch(head):
        return 2.0 if value.endswith("%") else -1.0
    if role_of(head) in ("prose", "rule"):
        return 0.5 if not words.FIGURE.fullmatch(value) else -2.0
    return 1.0
