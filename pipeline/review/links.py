"""Values to observations: which name does each measure, of which total is it a part."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TypeVar

from pipeline.records import Record
from pipeline.review.literals import Quantity
from pipeline.review.marks import Mark, fault
from pipeline.review.notes import Words


class Indicator(Record, frozen=True):
    """A marked name; values after it measure it unless they say otherwise."""

    mark: Mark
    order: int  # among all marks of the report
    words: Words


class Value(Record, frozen=True):
    """A marked quantity that states something."""

    mark: Mark
    order: int
    quantity: Quantity
    words: Words
    also: int = 0  # counts the further names that one printed value measures


Labelled = TypeVar("Labelled", Indicator, Value)
Ids = dict[tuple[int, int], str]


def observations(
    values: list[Value], indicators: list[Indicator], text: str, known: Container[str]
) -> list[dict[str, object]]:
    """One row a value, in document order, with ids o1, o2 ...; ``known`` are the ids of the taxonomy."""
    values = sorted(values, key=lambda value: (value.mark.start, value.mark.end, value.also))
    ids = {(value.order, value.also): f"o{number}" for number, value in enumerate(values, 1)}
    rows = [_observation(value, ids, values, indicators, text) for value in values]
    for value, row in zip(values, rows, strict=True):
        if row["indicator_id"] != "NIL" and row["indicator_id"] not in known:
            raise fault(
                value.mark.where, f"{row['indicator_id'] or 'nothing'} is no id of the taxonomy; none fits: NIL"
            )
    return rows


def _observation(
    value: Value, ids: Ids, values: list[Value], indicators: list[Indicator], text: str
) -> dict[str, object]:
    words, quantity = value.words, value.quantity
    indicator = _indicator(value, indicators)
    start, end = indicator.mark.start, indicator.mark.end
    return {
        "id": ids[value.order, value.also],
        "indicator_start": start,
        "indicator_end": end,
        "indicator_text": text[start:end],
        "full_name": words.get("full_name", indicator.words["full_name"]),
        "value_start": value.mark.start,
        "value_end": value.mark.end,
        "value": words.get("sign", "") + quantity.value,
        "value_high": quantity.value_high,
        "unit": quantity.unit,
        "measure": words.get("measure", "actual"),
        "comparator": words.get("comparator", ""),
        "year": words["year"],
        "part_of": _whole(value, ids, values),
        "indicator_id": words.get("indicator_id", indicator.words.get("indicator_id", "")),
    }


def _indicator(value: Value, indicators: list[Indicator]) -> Indicator:
    link = value.words.get("link", "")
    if link == ">":
        found = next((item for item in indicators if item.order > value.order), None)
    elif link:
        found = _nearest(indicators, value.order, link)
    else:
        found = next((item for item in reversed(indicators) if item.order < value.order), None)
    if found is None:
        raise fault(value.mark.where, f"no indicator {link or 'stands before this value'}")
    return found


def _whole(value: Value, ids: Ids, values: list[Value]) -> str:
    label = value.words.get("part_of", "")
    if not label:
        return ""
    whole = _nearest([other for other in values if other.order != value.order], value.order, label)
    if whole is None:
        raise fault(value.mark.where, f"<{label}: no value is labelled #{label}")
    return ids[whole.order, whole.also]


def _nearest(items: Sequence[Labelled], order: int, label: str) -> Labelled | None:
    """The last one so labelled before ``order``, else the first after it."""
    named = [item for item in items if item.words.get("label") == label]
    before = [item for item in named if item.order < order]
    return before[-1] if before else next(iter(named), None)
