"""Figures to columns where empty cells vanished: what the sums along a row allow, what the rows below add up to.

A row prints k figures for n columns, in order. Its candidates are the ways to lay them out that satisfy the sums of the
form; a total above rows keeps only the candidates that the rows can add up to, column by column. Amounts are whole
numbers (of the last printed digit).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import comb
from typing import NamedTuple

from pipeline.structure.tables.standard import Sum

_MOST_LAYOUTS = 1500  # of one row; a wider row is laid out from the left
_MOST_STATES = 20_000  # partial sums tried at one row below a total

Layout = tuple[int, ...]  # the column of every figure


class Placed(NamedTuple):
    """A layout and how sure it is: 1 where arithmetic leaves no other."""

    layout: Layout
    confidence: float


class Node(NamedTuple):
    """A row with the rows that add up to it."""

    figures: tuple[int, ...]
    children: tuple[int, ...]  # indices of rows
    hints: dict[int, int]  # column to the figure that a sister table prints there


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
        node = nodes[index]
        kept = [layout for layout in options[index] if _split(layout, node, nodes, options, form) is not None]
        options[index] = kept or options[index]
    chosen: dict[int, Placed] = {}
    for index in range(len(nodes)):
        if index not in totals:
            _choose(index, nodes, options, form, chosen, None)
    return [chosen[index] for index in range(len(nodes))]


def _deepest_first(nodes: Sequence[Node]) -> list[int]:
    """The rows that have others below them, those farthest down first."""
    found: list[int] = []
    pending = [(index, False) for index in range(len(nodes))]
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


def _candidates(node: Node, form: Form) -> list[Layout]:
    """The layouts of a row that break the fewest sums, the most usual first."""
    count = min(len(node.figures), form.width)
    if count == form.width or comb(form.width, count) > _MOST_LAYOUTS:
        return [tuple(range(count))]
    layouts = list(combinations(range(form.width), count))
    broken = [_broken(layout, node.figures, form.sums) for layout in layouts]
    least = min(broken)
    kept = [layout for layout, faults in zip(layouts, broken, strict=True) if faults == least]
    return sorted(kept, key=lambda layout: _oddity(layout, node, form))


def _broken(layout: Layout, figures: Sequence[int], sums: tuple[Sum, ...]) -> int:
    cells = dict(zip(layout, figures, strict=False))
    return sum(
        abs(cells.get(total, 0) - sum(sign * cells.get(part, 0) for part, sign in parts)) > len(parts) + 1
        for total, parts in sums
    )


def _oddity(layout: Layout, node: Node, form: Form) -> tuple[int, int, Layout]:
    """How unlikely a layout is: figures where a sister table has others, columns that are seldom filled."""
    cells = dict(zip(layout, node.figures, strict=False))
    told = sum(1 for column, figure in node.hints.items() if cells.get(column) != figure)
    rank = {column: place for place, column in enumerate(form.usual)}
    return told, sum(rank.get(column, len(form.usual) + 1) for column in layout), layout


def _choose(
    index: int,
    nodes: Sequence[Node],
    options: list[list[Layout]],
    form: Form,
    chosen: dict[int, Placed],
    given: Placed | None,
) -> None:
    """Settle a row and all below it."""
    node = nodes[index]
    chosen[index] = given or Placed(options[index][0], _sureness(options[index], node, form))
    parts = _split(chosen[index].layout, node, nodes, options, form) if node.children else None
    for place, child in enumerate(node.children):
        _choose(child, nodes, options, form, chosen, parts[place] if parts else None)


def _sureness(layouts: list[Layout], node: Node, form: Form) -> float:
    """1 where the sums leave one layout, 0.9 where sister tables tell which, else 0.6."""
    if len(layouts) == 1:
        return 1.0
    first, second = (_oddity(layout, node, form)[0] for layout in layouts[:2])
    return 0.9 if first < second else 0.6


def _split(
    layout: Layout, node: Node, nodes: Sequence[Node], options: list[list[Layout]], form: Form
) -> list[Placed] | None:
    """Layouts of the children whose column sums are the total's, None if there are none."""
    goal = _vector(layout, node.figures, form.width)
    slack = max(2, len(node.children) // 2)
    states: dict[tuple[int, ...], _Path] = {(0,) * form.width: _Path((), 1)}
    for child in node.children:
        if len(states) * len(options[child]) > _MOST_STATES:
            return None
        states = _extend(states, nodes[child], options[child], goal, slack)
    exact = min(states, key=lambda state: _distance(state, goal), default=None)
    if exact is None or max(abs(a - b) for a, b in zip(exact, goal, strict=True)) > slack:
        return None
    sure = 1.0 if states[exact].ways == 1 else 0.6
    return [
        Placed(found, sure if len(options[child]) > 1 else 1.0)
        for found, child in zip(states[exact].layouts, node.children, strict=True)
    ]


class _Path(NamedTuple):
    layouts: tuple[Layout, ...]
    ways: int  # how many paths lead to the same sums


def _extend(
    states: dict[tuple[int, ...], _Path], child: Node, layouts: list[Layout], goal: tuple[int, ...], slack: int
) -> dict[tuple[int, ...], _Path]:
    """All partial sums with one more row; sums that pass the goal are dropped when no figure is negative."""
    positive = min(goal) >= 0 and min(child.figures, default=0) >= 0
    found: dict[tuple[int, ...], _Path] = {}
    for layout in layouts:
        addend = _vector(layout, child.figures, len(goal))
        for state, path in states.items():
            total = tuple(a + b for a, b in zip(state, addend, strict=True))
            if positive and any(a > b + slack for a, b in zip(total, goal, strict=True)):
                continue
            first = found.get(total)
            kept = first.layouts if first else (*path.layouts, layout)
            found[total] = _Path(kept, path.ways + (first.ways if first else 0))
    return found


def _distance(state: tuple[int, ...], goal: tuple[int, ...]) -> int:
    return sum(abs(a - b) for a, b in zip(state, goal, strict=True))


def _vector(layout: Layout, figures: Sequence[int], width: int) -> tuple[int, ...]:
    cells = dict(zip(layout, figures, strict=False))
    return tuple(cells.get(column, 0) for column in range(width))
