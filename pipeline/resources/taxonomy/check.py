"""The rules that a taxonomy keeps; a breach names file and line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.resources.spelling import squeeze
from pipeline.resources.tables import Row, fault
from pipeline.resources.taxonomy.indicator import UNIT_FAMILIES, Indicator

Placed = Sequence[tuple[str, Indicator]]
Fault = tuple[str, str]  # where, what
_ID = re.compile(r"[a-z][a-z_0-9]*(?:\.[a-z_0-9]+)+")


def check(indicators: Placed, shared: Sequence[Row], rates: Sequence[Row], named: Sequence[tuple[str, str]]) -> None:
    """Raise ResourceError at the first breach: ids, parents, unit families, years, near misses, names, rate rows.

    ``named`` are ids that other files name, each with its place.
    """
    rules = (_fields(indicators), _references(indicators), _circles(indicators), _names(indicators, shared))
    refuse(*rules, _others(indicators, shared, rates, named))


def refuse(*rules: Iterable[Fault]) -> None:
    """Raise ResourceError at the first fault that a rule finds."""
    for rule in rules:
        for place, message in rule:
            raise fault(place, message)


def _fields(indicators: Placed) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for place, one in indicators:
        if not one.id or not squeeze(one.name):
            yield place, "an indicator needs an id and a name"
        if one.id in seen:
            yield place, f"id {one.id} stands already in {seen[one.id]}"
        if one.unit_family not in UNIT_FAMILIES:
            yield place, f"unit family {one.unit_family!r} is none of {', '.join(UNIT_FAMILIES)}"
        if one.valid_to and one.valid_to < one.valid_from:
            yield place, f"{one.id} ends in {one.valid_to}, before it begins in {one.valid_from}"
        seen[one.id] = place


def _references(indicators: Placed) -> Iterator[Fault]:
    known = {one.id for _, one in indicators}
    for place, one in indicators:
        if one.parent and one.parent not in known:
            yield place, f"parent {one.parent} of {one.id} is no id of this taxonomy"
        for other in _ID.findall(one.formula):
            if other not in known:
                yield place, f"the formula of {one.id} holds {other}, which is no id of this taxonomy"
        for other in one.differs_from:
            if other not in known:
                yield place, f"{one.id} differs from {other}, which is no id of this taxonomy"
            if other == one.id:
                yield place, f"{one.id} differs from itself"


def _circles(indicators: Placed) -> Iterator[Fault]:
    parents = {one.id: one.parent for _, one in indicators}
    for place, one in indicators:
        above, seen = one.parent, {one.id}
        while above:
            if above in seen:
                yield place, f"{one.id} is its own parent by way of {above}"
                break
            seen.add(above)
            above = parents[above]


def _names(indicators: Placed, shared: Sequence[Row]) -> Iterator[Fault]:
    common = {squeeze(row["name"]) for row in shared}
    owner: dict[str, str] = {}
    for place, one in indicators:
        for name in (one.name, *one.aliases):
            key = squeeze(name)
            if not key:
                yield place, f"a name of {one.id} holds nothing to read: {name!r}"
            if owner.setdefault(key, one.id) != one.id and key not in common:
                yield (
                    place,
                    f"name {name} belongs to both {owner[key]} and {one.id}; "
                    "keep it under one, or list it in shared_names.csv",
                )


def _others(
    indicators: Placed, shared: Sequence[Row], rates: Sequence[Row], more: Sequence[tuple[str, str]]
) -> Iterator[Fault]:
    known = {one.id for _, one in indicators}
    named = [(row.place, one) for row in shared for one in row.parts("ids")]
    named += [(row.place, row[column]) for row in rates for column in ("subject", "rate")]
    for place, one in (*named, *more):
        if one not in known:
            yield place, f"{one} is no id of this taxonomy"
