"""Figures to columns where empty cells vanished: what the sums along a row allow, what the rows below add up to.

A row prints k figures for n columns, in order. Its candidates are the ways to lay them out that satisfy the sums of the
form; a total above rows keeps only the candidates that the rows can add up to, column by column. Amounts are whole
numbers (of the last printed digit).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import combinations
from math import comb
from typing import NamedTuple

from pipeline.structure.tables.standard import Sum

_MOST_LAYOUTS = 1500  # of one row; a wider row is laid out from the left
_MOST_STATES = 20_000  # partial sums tried at one row below a total
_LIKELY, _GUESSED = 0.9, 0.8  # confidence where sister tables decide, where only custom does

Layout = tuple[int, ...]  # the column of every figure
Vector = tuple[int, ...]  # the figure in every column, 0 where it is empty


class Placed(NamedTuple):
    """A layout and how sure each of its figures is: 1 where arithmetic leaves no other column."""

    layout: Layout
    confidences: tuple[float, ...]


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


def place_rows(nodes: Sequence[Node], form: Form) -> list[Placed]:
    """The layout of every row; each row has at most one total."""
    options = [_candidates(node, form) for node in nodes]
    totals = {child for node in nodes for child in node.children}
    for index in _deepest_first(nodes):
        kept = [layout for layout in options[index] if _split(layout, index, nodes, options, form) is not None]
        options[index] = kept or options[index]
    chosen: dict[int, Placed] = {}
    pending: list[tuple[int, Placed | None]] = [(index, None) for index in range(len(nodes)) if index not in totals]
    while pending:
        index, given = pending.pop()
        node = nodes[index]
        chosen[index] = given or _placed(options[index], 0, _sureness(options[index], node, form))
        parts = _split(chosen[index].layout, index, nodes, options, form) if node.children else None
        for place, child in enumerate(node.children):
            part = parts[place] if parts else None
            pending.append((child, part and _as_sure_as(part, chosen[index])))
    return [chosen[index] for index in range(len(nodes))]


def _placed(layouts: list[Layout], choice: int, confidence: float) -> Placed:
    """One of several layouts; a figure that all put in the same column is sure."""
    layout = layouts[choice]
    agreed = [all(other[k] == column for other in layouts) for k, column in enumerate(layout)]
    return Placed(layout, tuple(1.0 if sure else confidence for sure in agreed))


def _as_sure_as(part: Placed, total: Placed) -> Placed:
    """A part is no surer in its column than the total that put it there."""
    limit = dict(zip(total.layout, total.confidences, strict=True))
    pairs = zip(part.layout, part.confidences, strict=True)
    return Placed(part.layout, tuple(min(sure, limit.get(column, 1.0)) for column, sure in pairs))


def _deepest_first(nodes: Sequence[Node]) -> list[int]:
    """The rows that have others below them, each after those below it."""
    found: list[int] = []
    pending = [(index, False) for index, node in enumerate(nodes) if node.children]
    seen: set[int] = set()
    while pending:
        index, done = pending.pop()
        if done:
            found.append(index)
        elif index not in seen and nodes[index].children:
            seen.add(index)
            pending.append((index, True))
            pending.extend((child, False) for child in nodes[index].children)
    return found


@cache
def _layouts(width: int, count: int) -> tuple[Layout, ...]:
    return tuple(combinations(range(width), count))


def _candidates(node: Node, form: Form) -> list[Layout]:
    """The layouts of a row that break the fewest sums, the most usual first."""
    count = min(len(node.figures), form.width)
    if node.given is not None:
        return [node.given]
    if count == form.width or comb(form.width, count) > _MOST_LAYOUTS:
        return [tuple(range(count))]
    layouts = _layouts(form.width, count)
    broken = [_broken(layout, node.figures, form) for layout in layouts]
    least = min(broken)
    kept = [layout for layout, faults in zip(layouts, broken, strict=True) if faults == least]
    return sorted(kept, key=lambda layout: _oddity(layout, node, form)) if len(kept) > 1 else kept


def _broken(layout: Layout, figures: Sequence[int], form: Form) -> int:
    """How many sums of the form a layout breaks."""
    cells = _vector(layout, figures, form.width)
    faults = 0
    for total, parts in form.sums:
        gap = cells[total]
        for part, sign in parts:
            gap -= sign * cells[part]
        faults += abs(gap) > len(parts) + 1
    return faults


def _oddity(layout: Layout, node: Node, form: Form) -> tuple[int, int, int, Layout]:
    """How unlikely a layout is: figures where a sister table has others, large ones in columns that are seldom filled."""
    cells = dict(zip(layout, node.figures, strict=False))
    told = sum(1 for column, figure in node.hints.items() if cells.get(column) != figure)
    rank = {column: place for place, column in enumerate(form.usual)}
    ranks = [rank.get(column, len(form.usual) + 1) for column in layout]
    return (
        told,
        sum(place * abs(cells[column]) for place, column in zip(ranks, layout, strict=True)),
        sum(ranks),
        layout,
    )


def _sureness(layouts: list[Layout], node: Node, form: Form) -> float:
    if len(layouts) == 1:
        return 1.0
    first, second = (_oddity(layout, node, form)[0] for layout in layouts[:2])
    return _LIKELY if first < second else _GUESSED


class _Path(NamedTuple):
    layouts: tuple[Layout, ...]
    ways: int  # how many paths lead to the same sums


def _split(
    layout: Layout, index: int, nodes: Sequence[Node], options: list[list[Layout]], form: Form
) -> list[Placed] | None:
    """Layouts of the rows below a total whose column sums are the total's, None if there are none."""
    node = nodes[index]
    goal = _vector(layout, node.figures, form.width)
    slack = max(2, len(node.children) // 2)
    states: dict[Vector, _Path] = {(0,) * form.width: _Path((), 1)}
    for child in node.children:
        addends = _addends(nodes[child], options[child], goal, slack)
        if not addends or len(states) * len(addends) > _MOST_STATES:
            return None
        states = _extend(states, addends)
    exact = min(states, key=lambda state: _gap(state, goal))
    if max(abs(a - b) for a, b in zip(exact, goal, strict=True)) > slack:
        return None
    path = states[exact]
    sure = 1.0 if path.ways == 1 else _GUESSED
    return [
        _placed(options[child], options[child].index(found), sure)
        for found, child in zip(path.layouts, node.children, strict=True)
    ]


def _addends(child: Node, layouts: list[Layout], goal: Vector, slack: int) -> list[tuple[Layout, Vector]]:
    """What a row can add to the sums; where no figure is negative, no column may pass its total."""
    pairs = [(layout, _vector(layout, child.figures, len(goal))) for layout in layouts]
    if min(goal) < 0 or min(child.figures, default=0) < 0:
        return pairs
    room = [limit + slack for limit in goal]
    return [(layout, cells) for layout, cells in pairs if all(map(int.__le__, cells, room))]


def _extend(states: dict[Vector, _Path], addends: list[tuple[Layout, Vector]]) -> dict[Vector, _Path]:
    """All partial sums with one more row."""
    found: dict[Vector, _Path] = {}
    for layout, cells in addends:
        for state, path in states.items():
            total = tuple(map(int.__add__, state, cells))
            first = found.get(total)
            if first:
                found[total] = _Path(first.layouts, first.ways + path.ways)
            else:
                found[total] = _Path((*path.layouts, layout), path.ways)
    return found


def _gap(state: Vector, goal: Vector) -> int:
    return sum(abs(a - b) for a, b in zip(state, goal, strict=True))


def _vector(layout: Layout, figures: Sequence[int], width: int) -> Vector:
    cells = [0] * width
    for column, figure in zip(layout, figures, strict=False):
        cells[column] = figure
    return tuple(cells)
