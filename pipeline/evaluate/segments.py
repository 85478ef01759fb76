"""Labels of the report's text, compared over its non-blank characters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from pipeline.evaluate.compare import number, span
from pipeline.evaluate.figures import Count, Counts, Figures, figures_of
from pipeline.evaluate.layers import Layer, Sure, Wrong
from pipeline.evaluate.rows import Pair, Row

BY_LABEL = "segments.label."
Seen = tuple[int, str, str]
"""A character that is not blank: its offset, its gold label and the predicted one."""
EXCERPT = 12  # characters shown where a wrong stretch begins


def score_segments(pair: Pair) -> Layer:
    """``segments.accuracy``, and the counts of each label that ``macro_f1`` needs."""
    gold = _labels(pair.gold["segments"], len(pair.text))
    predicted = _labels(pair.predicted["segments"], len(pair.text))
    seen = [(k, g, p) for k, (g, p) in enumerate(zip(gold, predicted, strict=True)) if g and not pair.text[k].isspace()]
    characters = Counter((g, p) for _, g, p in seen)
    hit = sum(count for (g, p), count in characters.items() if g == p)
    counts: Counts = {"segments.accuracy": Count(hit, len(seen)), **_by_label(characters)}
    stretches = _stretches(seen, pair)
    return Layer(
        counts=counts,
        errors=tuple(_error(pair.text, each) for each in stretches),
        confusion=dict(characters),
        wrong=stretches,
        sure=_sure(seen, pair.predicted["segments"]),
    )


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


def _stretches(seen: Sequence[Seen], pair: Pair) -> tuple[Wrong, ...]:
    """Runs of characters that are wrong in one way, each with the segment that gave its first one the label."""
    rows = sorted((where, row) for row in pair.predicted["segments"] if (where := span(row)))
    starts = [where[0] for where, _ in rows]
    found = []
    for (gold, given), run in groupby(seen, key=lambda each: each[1:]):
        places = [place for place, _, _ in run]
        if gold != given:
            at = bisect_right(starts, places[0]) - 1
            row = rows[at][1] if given and at >= 0 else {}
            found.append(
                Wrong(
                    report=pair.report,
                    start=places[0],
                    text=" ".join(pair.text[places[0] : places[-1] + 1].split()),
                    characters=len(places),
                    gold=gold,
                    given=given,
                    confidence=_confidence(row),
                    heading=row.get("heading", ""),
                )
            )
    return tuple(found)


def _confidence(row: Row) -> float:
    """What the data set says; a data set without the column is taken as sure."""
    told = number(row.get("confidence", ""))
    return float(told) if told is not None else 1.0


def _sure(seen: Sequence[Seen], predicted: Sequence[Row]) -> tuple[Sure, ...]:
    """Each predicted segment that the gold labels too, with its confidence."""
    places = [place for place, _, _ in seen]
    found = []
    for row in predicted:
        start, end = span(row) or (0, 0)
        held = seen[bisect_left(places, start) : bisect_left(places, end)]
        if held and row.get("confidence"):
            right = sum(gold == row.get("label") for _, gold, _ in held)
            found.append(Sure(confidence=_confidence(row), right=right, characters=len(held)))
    return tuple(found)


def _error(text: str, wrong: Wrong) -> str:
    excerpt = text[wrong.start : wrong.start + EXCERPT]
    return f"at {wrong.start} {excerpt!r}: gold {wrong.gold}, got {wrong.given or None}"
