"""Statements: the indicator's name, its value, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.evaluate.compare import (
    Neighbours,
    Pairs,
    Span,
    in_order,
    names,
    overlap,
    pair_up,
    same_number,
    span,
    squeeze,
)
from pipeline.evaluate.figures import Count, Counts, share
from pipeline.evaluate.layers import Layer
from pipeline.evaluate.rows import Pair, Row

VALUE, INDICATOR = "value_", "indicator_"


def score_observations(pair: Pair) -> Layer:
    """``observations.pair``, ``observations.full``, and the single fields over rows whose value span matched."""
    gold = in_order(pair.gold["observations"], VALUE)
    predicted = in_order(_narrated(pair), VALUE)
    pairs = pair_up(gold, predicted, lambda g, p: same_value(g, p) and same_indicator(g, p), VALUE)
    full = pair_up(gold, predicted, same_statement, VALUE)
    by_value = pair_up(gold, predicted, same_value, VALUE)
    counts = {
        "observations.pair": Count(len(pairs), len(gold), len(predicted)),
        "observations.full": Count(len(full), len(gold), len(predicted)),
        "observations.value": Count(len(by_value), len(gold)),
        "observations.part_of": _parts(by_value, gold, predicted),
        **_fields([(gold[i], predicted[j]) for i, j in by_value], pair.gold_document.get("year", "")),
        **_indicators(pair),
    }
    return Layer(counts=counts, errors=_errors(full, by_value, gold, predicted))


def same_value(gold: Row, predicted: Row) -> bool:
    """Whether both rows read the same value off the same place."""
    where = overlap(span(gold, VALUE), span(predicted, VALUE))
    return where and same_number(gold["value"], predicted.get("value", ""))


def same_indicator(gold: Row, predicted: Row) -> bool:
    """Whether both name the same thing: by span (see ``names``), or by an equal full name."""
    full_name = squeeze(gold["full_name"])
    by_name = full_name != "" and full_name == squeeze(predicted.get("full_name", ""))
    return by_name or names(span(gold, INDICATOR), span(predicted, INDICATOR))


def same_measure(gold: Row, predicted: Row) -> bool:
    """Whether both say the same kind of thing: actual, target, change ..."""
    return gold["measure"] == predicted.get("measure")


def same_year(gold: Row, predicted: Row) -> bool:
    """Whether both are about the same year; 2020.0 is how a spreadsheet saves 2020."""
    return squeeze(gold["year"]) == squeeze(predicted.get("year", "").removesuffix(".0"))


def same_statement(gold: Row, predicted: Row) -> bool:
    """Whether everything agrees."""
    return (
        same_value(gold, predicted)
        and same_indicator(gold, predicted)
        and same_measure(gold, predicted)
        and same_year(gold, predicted)
        and same_number(gold["value_high"], predicted.get("value_high", ""))
        and squeeze(gold["unit"]) == squeeze(predicted.get("unit", ""))
    )


def _narrated(pair: Pair) -> list[Row]:
    """Predicted rows without those that only repeat a cell which the gold has as a cell alone: cells.py scores them."""
    cells = _spans(pair.gold["cells"])
    told = _spans(pair.gold["observations"], VALUE)
    rows = pair.predicted["observations"]
    return [row for row in rows if not _touches(span(row, VALUE), cells) or _touches(span(row, VALUE), told)]


def _spans(rows: Iterable[Row], prefix: str = "") -> tuple[Neighbours, list[Span]]:
    spans = sorted(where for row in rows if (where := span(row, prefix)))
    return Neighbours(spans), spans


def _touches(where: Span | None, others: tuple[Neighbours, list[Span]]) -> bool:
    near, spans = others
    return any(overlap(where, spans[k]) for k in near.of(where))


def _fields(matched: Sequence[tuple[Row, Row]], own_year: str) -> Counts:
    other_years = [(g, p) for g, p in matched if g["year"] != own_year]
    with_id = [(g, p) for g, p in matched if g.get("indicator_id")]
    return {
        "observations.indicator": share(same_indicator(g, p) for g, p in matched),
        "observations.measure": share(same_measure(g, p) for g, p in matched),
        "observations.year": share(same_year(g, p) for g, p in matched),
        "observations.other_year": share(same_year(g, p) for g, p in other_years),
        "observations.id": share((p.get("indicator_id") or "NIL") == g["indicator_id"] for g, p in with_id),
    }


def _parts(pairs: Pairs, gold: Sequence[Row], predicted: Sequence[Row]) -> Count:
    """Stated parts whose total is the right row."""
    gold_index = {row["id"]: i for i, row in enumerate(gold)}
    predicted_index = {row.get("observation_id", ""): j for j, row in enumerate(predicted)}
    partner = dict(pairs)
    hit = 0
    for i, j in pairs:
        total = partner.get(gold_index.get(gold[i]["part_of"], -1))
        hit += total is not None and predicted_index.get(predicted[j].get("part_of", "")) == total
    stated = sum(bool(gold[i]["part_of"]) for i, _ in pairs)
    return Count(hit, stated, sum(bool(predicted[j].get("part_of")) for _, j in pairs))


def _indicators(pair: Pair) -> Counts:
    """``entities.indicator``: the gold's indicator spans that an INDICATOR entity names."""
    near, found = _spans(row for row in pair.predicted["entities"] if row.get("type") == "INDICATOR")
    asked = {where for row in pair.gold["observations"] if (where := span(row, INDICATOR))}
    return {"entities.indicator": share(any(names(where, found[k]) for k in near.of(where)) for where in asked)}


def _errors(full: Pairs, by_value: Pairs, gold: Sequence[Row], predicted: Sequence[Row]) -> tuple[str, ...]:
    found, used = {i for i, _ in full}, {j for _, j in (*full, *by_value)}
    partner = {i: predicted[j] for i, j in by_value}
    missed = [_missed(row, partner.get(i)) for i, row in enumerate(gold) if i not in found]
    extra = [
        f"extra {row.get('indicator_text')!r} = {row.get('value')} at {row['value_start']}"
        for j, row in enumerate(predicted)
        if j not in used
    ]
    return (*missed, *extra)


def _missed(gold: Row, predicted: Row | None) -> str:
    told = ("indicator_text", "measure", "year")
    got = "nothing" if predicted is None else " / ".join(predicted.get(field, "") for field in told)
    stated = f"{gold['indicator_text']!r} = {gold['value']} {gold['unit']} {gold['measure']} {gold['year']}"
    return f"{stated} at {gold['value_start']}: got {got}"
