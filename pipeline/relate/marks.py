"""What is known of a row that makes it more or less likely to be right: what its confidence is learned from.

A mark is a name with a number, mostly 1. Marks are few enough to read in ``models/relate/model.json``.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log1p

from pipeline.records import Cell, Entity, Statement
from pipeline.relate.bind import Bound
from pipeline.relate.sentences import Sentence

Marks = dict[str, float]
_CHINESE = frozenset("一二两三四五六七八九十百几数")
_WIDEST_MARGIN = 3.0


def prose_marks(sentence: Sentence, bound: Bound, value: Entity, told: str) -> Marks:
    """The marks of a number in a sentence; ``told`` says where its year comes from."""
    choice, name = bound.choice, bound.name
    marks = dict.fromkeys(choice.best.signals, 1.0)
    margin = choice.margin
    marks["margin"] = margin if margin < _WIDEST_MARGIN else _WIDEST_MARGIN
    marks[f"type.{value.type}"] = marks[f"label.{sentence.label}"] = marks[f"year.{told}"] = 1.0
    marks["numbers"] = log1p(len(sentence.mentions) - len(sentence.dates))
    marks["dates"] = log1p(len(sentence.dates))
    marks["distance"] = log1p(value.start - name.end) if value.start >= name.end else 0.0
    marks["length"] = log1p(name.end - name.start)
    if bound.cue.said:
        marks["cue"] = 1.0
    first = sentence.text[bound.mention.start]
    if first in _CHINESE:  # 一张清单管到底: such numbers often count nothing
        marks["one" if first == "一" else "chinese"] = 1.0
    if choice.runner_up:
        marks["rival"] = 1.0
    return marks


def cell_marks(cell: Cell, value: Entity, statement: Statement, *, by_row: bool) -> Marks:
    """The marks of a figure in a table."""
    return {
        "place": cell.confidence,
        "sure_place": float(cell.confidence == 1.0),
        "by_row" if by_row else "by_column": 1.0,
        f"source.{statement.source}": 1.0,
        f"role.{cell.role}": 1.0,
        f"type.{value.type}": 1.0,
        f"unit.{value.unit_source or 'none'}": 1.0,
        "columns": float(len(cell.column[:3])),
        "code" if cell.row_code else "no_code": 1.0,
        "length": log1p(statement.end - statement.start),
    }


def with_all_known(statements: Sequence[Statement], marks: Sequence[Marks]) -> None:
    """Add what is known when all statements are: the measure, and whether another row says the same of another value."""
    first: dict[tuple[int, str, str, str, str], Marks] = {}
    for statement, known in zip(statements, marks, strict=True):
        known[f"measure.{statement.measure}"] = 1.0
        if statement.part_of >= 0:
            known["part"] = 1.0
        other = first.setdefault(_said(statement), known)
        if other is not known:
            known["twin"] = other["twin"] = 1.0


def _said(statement: Statement) -> tuple[int, str, str, str, str]:
    return statement.start, statement.full_name, statement.measure, statement.year, statement.unit
