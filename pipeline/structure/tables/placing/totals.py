"""Which layouts of the rows below a total add up to it, column by column.

A row is packed into one whole number, a column at every ``_COLUMN`` bits, so that adding rows adds their columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from math import prod
from operator import lshift

from pipeline.structure.tables.placing.layouts import Form, Layout, Node

_MOST_STATES = 20_000  # partial sums tried at one row below a total
_LEAST_FIGURES = 3  # of a total whose misprint may be passed over
_LEAST_AGREEING = 2  # columns
_FEW_SUMS = 500  # sums that are worked out for all layouts of a total at once
_MOST_NEAR = 2_000  # sums that are worked out for a total that its rows do not add up to
_ROUNDING = 2  # of the last printed digit
_COLUMN = 96  # bits of a column; no sum of figures reaches half of them
_HALF, _MASK = 1 << _COLUMN - 1, (1 << _COLUMN) - 1

Split = tuple[tuple[Layout, ...], int]  # layouts of the rows below a total, in order; how many choices add up alike


class Options:
    """The layouts that are open for every row, and what they allow the totals above."""

    def __init__(self, nodes: Sequence[Node], form: Form, layouts: list[list[Layout]]) -> None:
        self.nodes = nodes
        self.open = layouts
        self.places = [_COLUMN * column for column in range(form.width)]
        self._ones = sum(1 << place for place in self.places)  # one in every column
        self._sums: dict[int, dict[int, Split]] = {}
        self._columns: dict[int, list[list[int]]] = {}
        self._splits: dict[tuple[int, Layout], Split | None] = {}
        self._packings: dict[int, list[tuple[Layout, int]]] = {}

    def narrow(self, index: int) -> None:
        """Keep the layouts of a total that the rows below it add up to, all where they add up to none."""
        if len(self.open[index]) > 1:
            layouts = self.open[index]
            kept = [layout for layout in layouts if self.split(index, layout) is not None]
            self.open[index] = kept or [layout for layout in layouts if self.likely(index, layout)] or layouts
            self._packings.pop(index, None)

    def split(self, index: int, layout: Layout) -> Split | None:
        """Layouts of the rows below a total whose column sums are its figures, None if there are none."""
        if (index, layout) not in self._splits:
            node = self.nodes[index]
            slack = max(2, len(node.children) // 2)  # of the last printed digit, for rounding
            goal = _packed([self.places[column] for column in layout], node.figures)
            sums = self._sums_below(index) or self._sums_under(node, goal + slack * self._ones)
            self._splits[index, layout] = sums.get(goal) or self._nearest(sums, goal, slack)
        return self._splits[index, layout]

    def likely(self, index: int, layout: Layout) -> Split | None:
        """Where one sum is misprinted: layouts of the rows below whose sums are the total's in all other columns."""
        sums = self._sums_below(index)
        figures = dict(zip(layout, self.nodes[index].figures, strict=False))
        if len(sums) < 2 or len(figures) < _LEAST_FIGURES:
            return None
        told = [(column, figure - _ROUNDING, figure + _ROUNDING) for column, figure in figures.items() if figure]
        fits = [sum([low <= own[column] <= high for column, low, high in told]) for own in self._columns_below(index)]
        most = max(fits)
        alone = fits.count(most) == 1
        few = 1 if alone else _LEAST_AGREEING  # a misprinted part breaks its own sum and that of the total column
        if most < max(few, len(told) - (2 if alone else 1)):
            return None
        return next(islice(sums.values(), fits.index(most), None))

    def nearest(self, index: int, layout: Layout) -> Split | None:
        """Where rows are misprinted or left out: layouts of the rows below whose sums come nearest to a total.

        Most columns exact, then least off, then the most usual; None where a figure is negative or the ways are too many.
        """
        node = self.nodes[index]
        limits = dict(zip(layout, node.figures, strict=False))
        addends = [self._below(child, limits) for child in node.children]
        if min(node.figures, default=-1) < 0 or not all(addends) or prod(map(len, addends)) > _MOST_NEAR:
            return None
        states: dict[int, Split] = {0: ((), 1)}
        for own in addends:
            states = _extended(states, own)
        told = [(limits.get(column, 0), place) for column, place in enumerate(self.places)]
        return states[min(states, key=lambda state: _distance(state, told))]

    def _below(self, child: int, limits: dict[int, int]) -> list[tuple[Layout, int]]:
        """The layouts of a row none of whose figures passes the total's in the same column."""
        figures = self.nodes[child].figures
        return [
            (layout, packed)
            for layout, packed in self._addends(child)
            if all(0 <= own <= limits.get(column, 0) for column, own in zip(layout, figures, strict=False))
        ]

    def _addends(self, index: int) -> list[tuple[Layout, int]]:
        """The open layouts of a row, each with the row packed so; the rows below a total are asked for at each of its layouts."""
        found = self._packings.get(index)
        if found is None:
            figures, places = self.nodes[index].figures, self.places
            found = [(layout, _packed([places[column] for column in layout], figures)) for layout in self.open[index]]
            self._packings[index] = found
        return found

    def _sums_below(self, index: int) -> dict[int, Split]:
        """All that the rows below a total can add up to, found once for all its layouts; empty if it is too much."""
        if index not in self._sums:
            children = self.nodes[index].children
            states: dict[int, Split] = {}
            if prod(len(self.open[child]) for child in children) <= _FEW_SUMS:
                states = {0: ((), 1)}
                for child in children:
                    states = _extended(states, self._addends(child))
            self._sums[index] = states
        return self._sums[index]

    def _columns_below(self, index: int) -> list[list[int]]:
        """All sums of the rows below a total, column by column."""
        if index not in self._columns:
            lift = _HALF * self._ones  # no column is negative then
            lifted = [state + lift for state in self._sums_below(index)]
            self._columns[index] = [[(state >> place & _MASK) - _HALF for place in self.places] for state in lifted]
        return self._columns[index]

    def _sums_under(self, node: Node, room: int) -> dict[int, Split]:
        """What the rows below a total can add up to; where no figure is negative, no column may pass its ``room``."""
        rows = (node, *(self.nodes[child] for child in node.children))
        signed = any(min(row.figures, default=0) < 0 for row in rows)
        over = 0 if signed else _HALF * self._ones
        states: dict[int, Split] = {0: ((), 1)}
        for child in node.children:
            addends = [(layout, packed) for layout, packed in self._addends(child) if not (room - packed) & over]
            if len(states) * len(addends) > _MOST_STATES:
                return {}
            states = {state: split for state, split in _extended(states, addends).items() if not (room - state) & over}
        return states

    def _nearest(self, sums: dict[int, Split], goal: int, slack: int) -> Split | None:
        """The sum nearest to a total, none of its columns further off than ``slack``; None if there is none.

        A difference, shifted by the slack in every column, has only the lowest bits of each where all of them are small.
        """
        low = (1 << (2 * slack).bit_length()) - 1
        high = ~(low * self._ones)
        shifted = goal + slack * self._ones
        found, least = None, slack * len(self.places) + 1
        for state, split in sums.items():
            rest = shifted - state
            if rest & high:
                continue
            gaps = [abs((rest >> place & low) - slack) for place in self.places]
            if max(gaps) <= slack and sum(gaps) < least:
                found, least = split, sum(gaps)
        return found


def _distance(state: int, told: list[tuple[int, int]]) -> tuple[int, int]:
    """How far a packed sum without negative columns is from a total: columns that are off, then by how much."""
    gaps = [abs((state >> place & _MASK) - figure) for figure, place in told]
    return sum(gap > _ROUNDING for gap in gaps), sum(gaps)


def _packed(places: Sequence[int], figures: Sequence[int]) -> int:
    """The figures of a row in their places, a column at every ``_COLUMN`` bits."""
    return sum(map(lshift, figures, places))


def _extended(states: dict[int, Split], addends: list[tuple[Layout, int]]) -> dict[int, Split]:
    """All partial sums with one more row; the first way to a sum is kept."""
    found: dict[int, Split] = {}
    for layout, packed in addends:
        for state, (layouts, ways) in states.items():
            first = found.get(state + packed)
            found[state + packed] = (first[0], first[1] + ways) if first else ((*layouts, layout), ways)
    return found
