"""The ways to lay the figures of one row into the columns of its table, the most usual first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from math import comb
from operator import mul
from typing import NamedTuple

from pipeline.structure.tables.standard import Sum

_MOST_LAYOUTS = 1500  # of one row; a wider row is laid out from the left
_FORMS = 256  # pairs of a form and a number of figures whose layouts are kept ready

Layout = tuple[int, ...]  # the column of every figure
_Check = tuple[int, tuple[tuple[int, int], ...], int]  # total and signed parts by position in the row; parts of the sum
_Checks = tuple[_Check, ...]


class Placed(NamedTuple):
    """A layout, how sure each of its figures is (1 where arithmetic leaves no other column), where else each may stand."""

    layout: Layout
    confidences: tuple[float, ...]
    others: tuple[tuple[int, ...], ...] = ()  # for each figure the columns that are open to it too, the likeliest first


class Node(NamedTuple):
    """A row with the rows that add up to it."""

    figures: tuple[int, ...]
    children: tuple[int, ...]  # indices of rows
    hints: dict[int, int]  # column to the figure that a sister table prints there
    given: Layout | None = None  # where the row itself tells the columns


class Form(NamedTuple):
    """What the columns of a table allow."""

    width: int
    sums: tuple[Sum, ...]
    usual: tuple[int, ...]


def candidates(node: Node, form: Form) -> list[Layout]:
    """The layouts of a row that break the fewest sums, the most usual first."""
    count = min(len(node.figures), form.width)
    if node.given is not None:
        return [node.given]
    if count == form.width or comb(form.width, count) > _MOST_LAYOUTS:
        return [tuple(range(count))]
    least, kept = len(form.sums) + 1, []
    for checks, layouts in _checked_layouts(form, count):
        broken = _broken(checks, node.figures)
        if broken < least:
            least, kept = broken, [*layouts]
        elif broken == least:
            kept.extend(layouts)
    return _usual_first(kept, node, form) if len(kept) > 1 else kept


@lru_cache(_FORMS)
def _checked_layouts(form: Form, count: int) -> tuple[tuple[_Checks, tuple[Layout, ...]], ...]:
    """Every layout of ``count`` figures by the sums that they take part in, which many layouts share."""
    found: dict[_Checks, list[Layout]] = {}
    for layout in combinations(range(form.width), count):
        found.setdefault(_checks(layout, form), []).append(layout)
    return tuple((checks, tuple(layouts)) for checks, layouts in found.items())


def _checks(layout: Layout, form: Form) -> _Checks:
    places = [-1] * form.width
    for position, column in enumerate(layout):
        places[column] = position
    found = []
    for total, parts in form.sums:
        printed = tuple([(places[part], sign) for part, sign in parts if places[part] >= 0])
        if printed or places[total] >= 0:
            found.append((places[total], printed, len(parts)))
    return tuple(found)


def _broken(checks: _Checks, figures: Sequence[int]) -> int:
    """How many sums a layout breaks."""
    faults = 0
    for total, parts, size in checks:
        gap = figures[total] if total >= 0 else 0
        for part, sign in parts:
            gap -= sign * figures[part]
        faults += abs(gap) > size + 1
    return faults


def _usual_first(layouts: list[Layout], node: Node, form: Form) -> list[Layout]:
    """The layouts of a row, the least odd first: no figures where a sister table has others, large ones in columns often filled."""
    ranks, sizes = _ranks(form), list(map(abs, node.figures))

    def oddity(layout: Layout) -> tuple[int, int, int, Layout]:
        own = [ranks[column] for column in layout]
        return strange(layout, node), sum(map(mul, own, sizes)), sum(own), layout

    return sorted(layouts, key=oddity)


def strange(layout: Layout, node: Node) -> int:
    """In how many columns a sister table prints another figure."""
    if not node.hints:
        return 0
    cells = dict(zip(layout, node.figures, strict=False))
    return sum(1 for column, figure in node.hints.items() if cells.get(column) != figure)


@lru_cache(_FORMS)
def _ranks(form: Form) -> list[int]:
    """How seldom each column is filled."""
    rank = {column: place for place, column in enumerate(form.usual)}
    return [rank.get(column, len(form.usual) + 1) for column in range(form.width)]
