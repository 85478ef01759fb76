"""Which layouts of the rows below a total add up to it, column by column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import prod
from typing import TypeVar

from pipeline.structure.tables.placing.layouts import Form, Layout, Node, Vector, vector

_MOST_STATES = 20_000  # partial sums tried at one row below a total
_FEW_SUMS = 1_000  # sums that are worked out for all layouts of a total at once
_COLUMN = 96  # bits of a column in a packed row; no sum of figures reaches half of them

T = TypeVar("T", int, Vector)  # a row packed into one number, or a figure a column
Split = tuple[tuple[Layout, ...], int]  # layouts of the rows below a total, in order; how many choices add up alike


class Options:
    """The layouts that are open for every row, and what they allow the totals above."""

    def __init__(self, nodes: Sequence[Node], form: Form, layouts: list[list[Layout]]) -> None:
        self.nodes, self.form = nodes, form
        self.open = layouts
        self._sums: dict[int, dict[int, Split]] = {}

    def narrow(self, index: int) -> None:
        """Keep the layouts of a total that the rows below it add up to, all where they add up to none."""
        if len(self.open[index]) > 1:
            kept = [layout for layout in self.open[index] if self.split(index, layout) is not None]
            self.open[index] = kept or self.open[index]

    def split(self, index: int, layout: Layout) -> Split | None:
        """Layouts of the rows below a total whose column sums are its figures, None if there are none."""
        node = self.nodes[index]
        slack = max(2, len(node.children) // 2)
        sums = self._sums_below(index)
        if not sums:
            return self._searched(node.children, vector(layout, node.figures, self.form.width), slack)
        goal = _packed(layout, node.figures)
        return sums.get(goal) or _nearest(sums, goal, self.form.width, slack)

    def _sums_below(self, index: int) -> dict[int, Split]:
        """All that the rows below a total can add up to, found once for all its layouts; empty if it is too much.

        A row is packed into one whole number, so that adding rows adds their columns.
        """
        if index not in self._sums:
            children = self.nodes[index].children
            states: dict[int, Split] = {}
            if prod(len(self.open[child]) for child in children) <= _FEW_SUMS:
                states = {0: ((), 1)}
                for child in children:
                    figures = self.nodes[child].figures
                    addends = [(layout, _packed(layout, figures)) for layout in self.open[child]]
                    states = _extended(states, addends, int.__add__)
            self._sums[index] = states
        return self._sums[index]

    def _searched(self, children: Sequence[int], goal: Vector, slack: int) -> Split | None:
        """The layouts that come nearest to a total, found row by row; None where rounding does not explain the rest."""
        states: dict[Vector, Split] = {(0,) * len(goal): ((), 1)}
        for child in children:
            addends = self._addends(child, goal, slack)
            if not addends or len(states) * len(addends) > _MOST_STATES:
                return None
            states = _extended(states, addends, _added)
        nearest = min(states, key=lambda state: _gap(state, goal))
        if max(abs(a - b) for a, b in zip(nearest, goal, strict=True)) > slack:
            return None
        return states[nearest]

    def _vector(self, index: int, choice: int) -> Vector:
        return vector(self.open[index][choice], self.nodes[index].figures, self.form.width)

    def _addends(self, index: int, goal: Vector, slack: int) -> list[tuple[Layout, Vector]]:
        """What a row can add to the sums; where no figure is negative, no column may pass its total."""
        options = [(layout, self._vector(index, choice)) for choice, layout in enumerate(self.open[index])]
        if min(goal) < 0 or min(options[0][1]) < 0:
            return options
        room = [limit + slack for limit in goal]
        return [option for option in options if all(map(int.__le__, option[1], room))]


def _nearest(sums: dict[int, Split], goal: int, width: int, slack: int) -> Split | None:
    """The sum that is nearest to a total, none of its columns further off than ``slack``; None if there is none.

    A difference, shifted by the slack in every column, has only the lowest bits of each where all of them are small.
    """
    places = range(0, _COLUMN * width, _COLUMN)
    low = (1 << (2 * slack).bit_length()) - 1
    shifted = goal + sum(slack << place for place in places)
    high = ~sum(low << place for place in places)
    found, least = None, slack * width + 1
    for state, split in sums.items():
        rest = shifted - state
        if rest & high:
            continue
        gaps = [abs((rest >> place & low) - slack) for place in places]
        if max(gaps) <= slack and sum(gaps) < least:
            found, least = split, sum(gaps)
    return found


def _packed(layout: Layout, figures: Sequence[int]) -> int:
    packed = 0
    for column, figure in zip(layout, figures, strict=False):
        packed += figure << _COLUMN * column
    return packed


def _extended(
    states: dict[T, Split], addends: list[tuple[Layout, T]], add: Callable[[T, T], T]
) -> dict[T, Split]:
    """All partial sums with one more row; the first way to a sum is kept."""
    found: dict[T, Split] = {}
    for layout, cells in addends:
        for state, (layouts, ways) in states.items():
            total = add(state, cells)
            first = found.get(total)
            found[total] = (first[0], first[1] + ways) if first else ((*layouts, layout), ways)
    return found


def _added(left: Vector, right: Vector) -> Vector:
    return tuple(map(int.__add__, left, right))


def _gap(state: Vector, goal: Vector) -> int:
    return sum(abs(a - b) for a, b in zip(state, goal, strict=True))
