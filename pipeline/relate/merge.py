"""Merge the names of statements into the entities, and bring statements of prose and cells into one order."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from pipeline.records import Entity, Statement


def merge(
    quantities: tuple[Entity, ...], prose: list[Statement], cells: list[Statement], confidence: Sequence[float]
) -> tuple[tuple[Entity, ...], tuple[Statement, ...]]:
    """All entities in document order, and all statements by their value's start, indices brought up to date.

    ``confidence`` holds that of the statements of prose, then of those of cells.
    """
    names = sorted({(s.start, s.end) for s in (*prose, *cells) if s.end > s.start})
    tagged = [(entity.start, entity.end, 0, i) for i, entity in enumerate(quantities)]
    tagged += [(start, end, 1, i) for i, (start, end) in enumerate(names)]
    tagged.sort()
    place = {i: at for at, (_, _, is_name, i) in enumerate(tagged) if not is_name}
    entities = tuple(
        Entity(start, end, "INDICATOR", rule="relate.name") if is_name else quantities[i]
        for start, end, is_name, i in tagged
    )
    return entities, _in_order(prose, cells, confidence, place)


def _in_order(
    prose: list[Statement], cells: list[Statement], confidence: Sequence[float], place: dict[int, int]
) -> tuple[Statement, ...]:
    both = [*prose, *cells]
    order = sorted(range(len(both)), key=lambda i: (place[both[i].entity], i))
    at = {old: new for new, old in enumerate(order)}
    moved = []
    for old in order:
        statement = both[old]
        offset = 0 if old < len(prose) else len(prose)
        total = at[statement.part_of + offset] if statement.part_of >= 0 else -1
        moved.append(
            msgspec.structs.replace(
                statement, entity=place[statement.entity], part_of=total, confidence=confidence[old]
            )
        )
    return tuple(moved)
