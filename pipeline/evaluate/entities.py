"""Quantities and dates: found in their place, with the right value and unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.evaluate.compare import Pairs, in_order, overlap, pair_up, same_number, span, squeeze
from pipeline.evaluate.figures import Count, Counts, share
from pipeline.evaluate.layers import Layer
from pipeline.evaluate.rows import Pair, Row

TYPES = ("COUNT", "DATE", "MONEY", "PERCENT", "PERSON_COUNT", "RATE", "SCORE")  # INDICATOR is scored with observations


def score_entities(pair: Pair) -> Layer:
    """``entities.strict`` (same span), ``entities.value`` (overlapping span), both by type too, and the fields beside.

    The unit source is asked of the entities whose value is right, comparator and approximate of those that have one.
    """
    gold = in_order(pair.gold["entities"])
    predicted = [row for row in in_order(pair.predicted["entities"]) if row.get("type") in TYPES]
    strict = pair_up(gold, predicted, lambda g, p: span(g) == span(p) and same_value(g, p))
    by_value = pair_up(gold, predicted, lambda g, p: overlap(span(g), span(p)) and same_value(g, p))
    counts = {
        **_by_type("entities.strict", strict, gold, predicted),
        **_by_type("entities.value", by_value, gold, predicted),
        **_fields([(gold[i], predicted[j]) for i, j in by_value]),
    }
    return Layer(counts=counts, errors=_errors(by_value, gold, predicted))


def same_value(gold: Row, predicted: Row) -> bool:
    """Whether type, value, upper value and unit agree."""
    return (
        gold["type"] == predicted.get("type")
        and same_number(gold["value"], predicted.get("value", ""))
        and same_number(gold["value_high"], predicted.get("value_high", ""))
        and squeeze(gold["unit"]) == squeeze(predicted.get("unit", ""))
    )


def _by_type(name: str, pairs: Pairs, gold: Sequence[Row], predicted: Sequence[Row]) -> Counts:
    hit = Counter(gold[i]["type"] for i, _ in pairs)
    asked = Counter(row["type"] for row in gold)
    given = Counter(row["type"] for row in predicted)
    total = {name: Count(len(pairs), len(gold), len(predicted))}
    return total | {f"{name}.{kind}": Count(hit[kind], asked[kind], given[kind]) for kind in TYPES}


def _fields(matched: Sequence[tuple[Row, Row]]) -> Counts:
    comparators = [(squeeze(g["comparator"]), squeeze(p.get("comparator", ""))) for g, p in matched]
    approximates = [(truth(g["approximate"]), truth(p.get("approximate", ""))) for g, p in matched]
    sources = [(g["unit_source"], p.get("unit_source", "")) for g, p in matched if g["unit_source"]]
    return {
        "entities.comparator": _field(comparators),
        "entities.approximate": _field(approximates),
        "entities.unit_source": share(g == p for g, p in sources),
    }


def _field(values: Sequence[tuple[str, str]]) -> Count:
    """F1 over the rows where gold or prediction has a value."""
    hit = sum(bool(gold) and gold == predicted for gold, predicted in values)
    return Count(hit, sum(bool(gold) for gold, _ in values), sum(bool(predicted) for _, predicted in values))


def truth(text: str) -> str:
    """A boolean field as the contract writes it: 1 or empty."""
    return "1" if text.strip().lower() in {"1", "true", "yes", "1.0"} else ""


def _errors(pairs: Pairs, gold: Sequence[Row], predicted: Sequence[Row]) -> tuple[str, ...]:
    found, used = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = [_error("missed", row) for i, row in enumerate(gold) if i not in found]
    wrong = [_error("wrong", row) for j, row in enumerate(predicted) if j not in used]
    return (*missed, *wrong)


def _error(kind: str, row: Row) -> str:
    value = f"{row.get('value', '')} {row.get('unit', '')}".strip()
    return f"{kind} {row.get('type')} {row.get('text')!r} at {row['start']} = {value}"
