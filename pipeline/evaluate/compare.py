"""When two values are the same, when two spans name the same thing, and which predicted row answers which gold row."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from itertools import accumulate

from pipeline.evaluate.rows import Row

Span = tuple[int, int]
Pairs = list[tuple[int, int]]
"""Indices of a gold row and of the predicted row that answers it."""

RELATIVE_TOLERANCE = Decimal("1e-9")


def number(text: str) -> Decimal | None:
    """The number that a field holds, thousands separators allowed; None where it holds none."""
    try:
        return Decimal(text.strip().replace(",", ""))
    except InvalidOperation:
        return None


def same_number(first: str, second: str) -> bool:
    """Whether two fields hold the same number, however written; fields without one must be the same text.

    >>> same_number("44.40", "44.4"), same_number("2019-08", "2019-08"), same_number("", "0")
    (True, True, False)
    """
    a, b = number(first), number(second)
    if a is None or b is None:
        return first.strip() == second.strip()
    return abs(a - b) <= RELATIVE_TOLERANCE * max(Decimal(1), abs(a), abs(b))


def squeeze(text: str) -> str:
    """A name without what does not tell names apart: white space, the width of brackets, a colon at its end."""
    return re.sub(r"\s+", "", text).replace("（", "(").replace("）", ")").strip("：:")


def span(row: Row, prefix: str = "") -> Span | None:
    """The offsets of a row, or those of its ``value_`` or ``indicator_``; None where it has none."""
    try:
        return int(float(row[f"{prefix}start"])), int(float(row[f"{prefix}end"]))
    except (KeyError, ValueError):
        return None


def overlap(first: Span | None, second: Span | None) -> bool:
    """Whether two spans share a character."""
    return first is not None and second is not None and first[0] < second[1] and second[0] < first[1]


def names(gold: Span | None, predicted: Span | None) -> bool:
    """Whether a span names what the gold span names: it shares half of the gold and a third of itself."""
    if gold is None or predicted is None:
        return False
    shared = min(gold[1], predicted[1]) - max(gold[0], predicted[0])
    return shared > 0 and 2 * shared >= gold[1] - gold[0] and 3 * shared >= predicted[1] - predicted[0]


def in_order(rows: Sequence[Row], prefix: str = "") -> list[Row]:
    """The rows that have a span, by their place in the report."""
    placed = [(where, row) for row in rows if (where := span(row, prefix))]
    return [row for _, row in sorted(placed, key=lambda item: item[0])]


def pair_up(gold: Sequence[Row], predicted: Sequence[Row], same: Callable[[Row, Row], bool], prefix: str = "") -> Pairs:
    """Give each gold row, in reading order, the first predicted row not yet given that is the same.

    Both are sorted by ``in_order``. Only rows whose spans touch are compared, so the cost grows with the length.
    """
    near = Neighbours([span(row, prefix) or (0, 0) for row in predicted])
    pairs: Pairs = []
    taken: set[int] = set()
    for i, row in enumerate(gold):
        for j in near.of(span(row, prefix)):
            if j not in taken and same(row, predicted[j]):
                pairs.append((i, j))
                taken.add(j)
                break
    return pairs


class Neighbours:
    """Sorted spans, asked for those that may touch another span."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.starts = [start for start, _ in spans]
        self.furthest = list(accumulate((end for _, end in spans), max))

    def of(self, where: Span | None) -> range:
        """Indices from the first span that reaches ``where`` to the last that begins within it."""
        if where is None:
            return range(0)
        return range(bisect_left(self.furthest, where[0]), bisect_right(self.starts, where[1]))
