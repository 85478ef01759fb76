"""Merge the names of statements into the entities, and bring statements of prose and cells into one order."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from pipeline.records import Entity, Statement


def merge(
    quantities: tuple[Entity, ...], prose: list[Statement], cells: list[Statement], confidence: Sequence[float]
) -> tuple[tuple[Entity, ...], tuple[Statement, ...]]:
    """All entities in document order, and all statements by their value's start, indices brought up to date.

    ``confidence`` holds that of the statements of prose, then of those of cells.
    """
    names = {(s.start, s.end) for s in prose} | {(s.start, s.end) for s in cells}
    tagged = [(entity.start, entity.end, i) for i, entity in enumerate(quantities)]
    name = len(quantities)  # in the place of an index; of equal spans the quantity comes first
    tagged += [(start, end, name) for start, end in names if end > start]
    tagged.sort()
    place = {i: at for at, (_, _, i) in enumerate(tagged)}
    entities = tuple(
        [
            Entity(start, end, "INDICATOR", rule="relate.name") if i == name else quantities[i]
            for start, end, i in tagged
        ]
    )
    return entities, _in_order(prose, cells, confidence, place)


def _in_order(
    prose: list[Statement], cells: list[Statement], confidence: Sequence[float], place: dict[int, int]
) -> tuple[Statement, ...]:
    both = [*prose, *cells]
    places = [place[statement.entity] for statement in both]
    order = sorted(range(len(both)), key=places.__getitem__)
    at = {old: new for new, old in enumerate(order)}
    moved = []
    for old in order:
        total = both[old].part_of
        if total >= 0:
            total = at[total if old < len(prose) else total + len(prose)]
        moved.append(replace(both[old], entity=places[old], part_of=total, confidence=confidence[old]))
    return tuple(moved)
