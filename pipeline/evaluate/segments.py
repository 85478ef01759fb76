"""Labels of the report's text, compared over its non-blank characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.evaluate.compare import span
from pipeline.evaluate.figures import Count, Counts, Figures, figures_of
from pipeline.evaluate.layers import Layer
from pipeline.evaluate.rows import Pair, Row

BY_LABEL = "segments.label."
EXCERPT = 12  # characters shown where a wrong stretch begins


def score_segments(pair: Pair) -> Layer:
    """``segments.accuracy``, and the counts of each label that ``macro_f1`` needs."""
    gold = _labels(pair.gold["segments"], len(pair.text))
    predicted = _labels(pair.predicted["segments"], len(pair.text))
    seen = [(k, g, p) for k, (g, p) in enumerate(zip(gold, predicted, strict=True)) if g and not pair.text[k].isspace()]
    characters = Counter((g, p) for _, g, p in seen)
    hit = sum(count for (g, p), count in characters.items() if g == p)
    counts: Counts = {"segments.accuracy": Count(hit, len(seen)), **_by_label(characters)}
    return Layer(counts=counts, errors=_errors(seen, pair.text), confusion=dict(characters))


def macro_f1(counts: Mapping[str, Count]) -> Figures:
    """The mean of the labels' F1, over the labels that the gold uses, and the F1 of each."""
    asked = {name.removeprefix(BY_LABEL): count for name, count in counts.items() if name.startswith(BY_LABEL)}
    by_label = {label: figures_of(count)["f1"] for label, count in sorted(asked.items()) if count.gold}
    return {"accuracy": sum(by_label.values()) / max(len(by_label), 1), **by_label}


def _labels(rows: Sequence[Row], length: int) -> list[str]:
    """The label of every character; of overlapping rows the later one's."""
    labels = [""] * length
    for row in rows:
        where = span(row)
        if where:
            start, end = max(where[0], 0), min(where[1], length)
            labels[start:end] = [row.get("label", "")] * (end - start)
    return labels


def _by_label(characters: Counter[tuple[str, str]]) -> Counts:
    labels = {label for both in characters for label in both if label}
    return {
        BY_LABEL + label: Count(
            hit=characters[label, label],
            gold=sum(count for (g, _), count in characters.items() if g == label),
            predicted=sum(count for (_, p), count in characters.items() if p == label),
        )
        for label in labels
    }


def _errors(seen: Sequence[tuple[int, str, str]], text: str) -> tuple[str, ...]:
    """One line for each stretch that is wrong in one way."""
    errors = []
    last = ("", "")
    for k, gold, predicted in seen:
        if gold != predicted and (gold, predicted) != last:
            errors.append(f"at {k} {text[k : k + EXCERPT]!r}: gold {gold}, got {predicted or None}")
        last = (gold, predicted)
    return tuple(errors)
