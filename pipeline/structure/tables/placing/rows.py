"""Every row of a table to its layout: totals first narrow those below them, then tell them their columns."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.structure.tables.placing.layouts import Form, Layout, Node, Placed, candidates, strange
from pipeline.structure.tables.placing.totals import Options

# Confidence where sister tables decide, where custom chooses among several columns, where it chooses between two.
# Measured on the annotated reports for training and development: 366 of 371 and 43 of 48 figures stood right.
_LIKELY, _GUESSED, _EVEN = 0.98, 0.97, 0.9
MOST_OTHERS = 4  # columns that are kept beside the one chosen


def place_rows(nodes: Sequence[Node], form: Form) -> list[Placed]:
    """The layout of every row; each row has at most one total."""
    options = Options(nodes, form, [candidates(node, form) for node in nodes])
    totals = {child for node in nodes for child in node.children}
    for index in _deepest_first(nodes):
        options.narrow(index)
    chosen: dict[int, Placed] = {}
    pending: list[tuple[int, Placed | None]] = [(index, None) for index in range(len(nodes)) if index not in totals]
    while pending:
        index, given = pending.pop()
        layouts = options.open[index]
        placed = given or _placed(layouts, layouts[0], _sureness(layouts, nodes[index]))
        chosen[index] = placed
        pending.extend(_below(index, placed, nodes, options))
    return [chosen[index] for index in range(len(nodes))]


def _below(index: int, total: Placed, nodes: Sequence[Node], options: Options) -> list[tuple[int, Placed | None]]:
    """The rows below a total with the layouts that it tells them, None where it tells nothing."""
    children = nodes[index].children
    exact = options.split(index, total.layout) if children else None
    split = exact or (options.likely(index, total.layout) or options.nearest(index, total.layout) if children else None)
    if split is None:
        limits = dict(zip(total.layout, nodes[index].figures, strict=False))
        return [(child, _within(options.open[child], nodes[child], limits)) for child in children]
    layouts, ways = split
    sure = 1.0 if exact and ways == 1 else _GUESSED
    above = {column: (limit, elsewhere) for column, limit, elsewhere in zip(*total, strict=True)}
    return [
        (child, _as_sure_as(_placed(options.open[child], layout, sure), above))
        for layout, child in zip(layouts, children, strict=True)
    ]


def _within(layouts: list[Layout], row: Node, limits: dict[int, int]) -> Placed | None:
    """A row below a total that its rows do not add up to: none of its figures passes the total's in the same column."""
    if len(layouts) == 1 or min((*row.figures, *limits.values())) < 0:
        return None
    pairs = ((layout, zip(layout, row.figures, strict=False)) for layout in layouts)
    kept = [layout for layout, cells in pairs if all(figure <= limits.get(column, 0) for column, figure in cells)]
    return _placed(kept, kept[0], _LIKELY if len(kept) == 1 else _GUESSED) if kept else None


def _placed(layouts: list[Layout], layout: Layout, confidence: float) -> Placed:
    """One of several layouts; a figure that all put in the same column is sure."""
    if confidence == 1.0 or len(layouts) == 1:
        return Placed(layout, (1.0,) * len(layout), ((),) * len(layout))
    confidences: list[float] = []
    others: list[tuple[int, ...]] = []
    for column, columns in zip(layout, zip(*layouts, strict=True), strict=True):
        elsewhere = dict.fromkeys(columns)
        elsewhere.pop(column, None)
        open_too = tuple(elsewhere)[:MOST_OTHERS]
        others.append(open_too)
        confidences.append((min(confidence, _EVEN) if len(open_too) == 1 else confidence) if open_too else 1.0)
    return Placed(layout, tuple(confidences), tuple(others))


def _as_sure_as(part: Placed, above: dict[int, tuple[float, tuple[int, ...]]]) -> Placed:
    """A part is no surer in its column than the total ``above`` that put it there; where the total may stand, it may too."""
    confidences: list[float] = []
    others: list[tuple[int, ...]] = []
    for column, sure, open_too in zip(*part, strict=True):
        limit, elsewhere = above.get(column, (1.0, ()))
        confidences.append(min(sure, limit))
        others.append(tuple(dict.fromkeys((*open_too, *elsewhere)))[:MOST_OTHERS] if limit < sure else open_too)
    return Placed(part.layout, tuple(confidences), tuple(others))


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


def _sureness(layouts: list[Layout], node: Node) -> float:
    if len(layouts) == 1:
        return 1.0
    first, second = (strange(layout, node) for layout in layouts[:2])
    return _LIKELY if first < second else _GUESSED
