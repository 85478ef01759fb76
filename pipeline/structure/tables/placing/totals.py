"""Which layouts of the rows below a total add up to it, column by column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.structure.tables.placing.layouts import Form, Layout, Node, Vector, vector

_MOST_STATES = 20_000  # partial sums tried at one row below a total

Option = tuple[Layout, Vector]


class Split(NamedTuple):
    """The layouts of the rows below a total, in their order."""

    layouts: tuple[Layout, ...]
    ways: int  # how many choices lead to the same sums


class Options:
    """The layouts that are open for every row, and what they allow the totals above."""

    def __init__(self, nodes: Sequence[Node], form: Form, layouts: list[list[Layout]]) -> None:
        self.nodes, self.form = nodes, form
        self.open = [
            [(layout, vector(layout, node.figures, form.width)) for layout in own]
            for node, own in zip(nodes, layouts, strict=True)
        ]
        self._splits: dict[tuple[int, Layout], Split | None] = {}

    def layouts(self, index: int) -> list[Layout]:
        """The layouts of a row that are still open."""
        return [layout for layout, _ in self.open[index]]

    def narrow(self, index: int) -> None:
        """Keep the layouts of a total that the rows below it add up to, all where they add up to none."""
        kept = [option for option in self.open[index] if self.split(index, option[0]) is not None]
        self.open[index] = kept or self.open[index]

    def split(self, index: int, layout: Layout) -> Split | None:
        """Layouts of the rows below a total whose column sums are the total's, None if there are none."""
        key = (index, layout)
        if key not in self._splits:
            self._splits[key] = self._search(index, layout)
        return self._splits[key]

    def _search(self, index: int, layout: Layout) -> Split | None:
        node = self.nodes[index]
        goal = vector(layout, node.figures, self.form.width)
        slack = max(2, len(node.children) // 2)
        below = sum(sum(self.open[child][0][1]) for child in node.children)
        if abs(sum(goal) - below) > slack * len(goal):
            return None  # whatever the columns
        fixed = [self.open[child][0] for child in node.children if len(self.open[child]) == 1]
        states = _sum_of(fixed, goal, slack)
        for child in node.children:
            if len(self.open[child]) > 1:
                addends = _addends(self.open[child], goal, slack)
                if not addends or len(states) * len(addends) > _MOST_STATES:
                    return None
                states = _extend(states, addends)
        exact = min(states, key=lambda state: _gap(state, goal), default=None)
        if exact is None or max(abs(a - b) for a, b in zip(exact, goal, strict=True)) > slack:
            return None
        return self._in_order(states[exact], node.children)

    def _in_order(self, split: Split, children: Sequence[int]) -> Split:
        """A split of the rows with several layouts as one of all rows."""
        chosen = iter(split.layouts)
        layouts = (self.open[child][0][0] if len(self.open[child]) == 1 else next(chosen) for child in children)
        return Split(tuple(layouts), split.ways)


def _sum_of(fixed: list[Option], goal: Vector, slack: int) -> dict[Vector, Split]:
    """The sum of the rows that have one layout; nothing where one of them passes the total."""
    if not all(_addends([option], goal, slack) for option in fixed):
        return {}
    sums = (sum(column) for column in zip(*(cells for _, cells in fixed), strict=True))
    return {tuple(sums) if fixed else (0,) * len(goal): Split((), 1)}


def _addends(options: list[Option], goal: Vector, slack: int) -> list[Option]:
    """What a row can add to the sums; where no figure is negative, no column may pass its total."""
    if min(goal) < 0 or min(options[0][1]) < 0:
        return options
    room = [limit + slack for limit in goal]
    return [option for option in options if all(map(int.__le__, option[1], room))]


def _extend(states: dict[Vector, Split], addends: list[Option]) -> dict[Vector, Split]:
    """All partial sums with one more row."""
    found: dict[Vector, Split] = {}
    for layout, cells in addends:
        for state, path in states.items():
            total = tuple(map(int.__add__, state, cells))
            first = found.get(total)
            if first:
                found[total] = Split(first.layouts, first.ways + path.ways)
            else:
                found[total] = Split((*path.layouts, layout), path.ways)
    return found


def _gap(state: Vector, goal: Vector) -> int:
    return sum(abs(a - b) for a, b in zip(state, goal, strict=True))
