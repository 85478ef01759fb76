"""How far two annotators agree on the same reports: the figures of an evaluation, and kappa for the labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pipeline.evaluate.figures import main_figure
from pipeline.evaluate.layers import Confusion
from pipeline.evaluate.rows import Pair, Row
from pipeline.evaluate.scores import Scores, score_pairs

Layers = Mapping[str, list[Row]]

# What the table shows. F1 is the same whoever is called the first.
SHOWN = (
    "document",
    "segments.accuracy",
    "segments.macro_f1",
    "entities.value",
    "entities.strict",
    "observations.pair",
    "observations.full",
    "observations.measure",
    "observations.year",
    "observations.id",
    "observations.part_of",
    "cells.full",
)


def compare_annotations(report: str, text: str, first: Layers, second: Layers) -> Pair:
    """Two annotators' layers of one report, the second in the place of a prediction."""
    observations = [{"observation_id": row["id"], **row} for row in second["observations"]]
    names = [_indicator(row) for row in second["observations"]]
    return Pair(
        report=report,
        gold=dict(first),
        predicted={**second, "observations": observations, "entities": [*second["entities"], *names]},
        gold_document=first["document"][0],
        predicted_document=second["document"][0],
        text=text,
    )


def agreement(pairs: Iterable[Pair]) -> tuple[Scores, float]:
    """The figures over all reports, and Cohen's kappa of the segment labels over non-blank characters."""
    scores = score_pairs(pairs)
    return scores, kappa(scores.confusion)


def kappa(confusion: Confusion) -> float:
    """Agreement beyond what chance gives: 1 is full, 0 what two would reach who label at random in these shares.

    >>> kappa({("a", "a"): 40, ("b", "b"): 40, ("a", "b"): 10, ("b", "a"): 10})
    0.6
    """
    total = sum(confusion.values())
    labels = {label for both in confusion for label in both}
    by_first = {label: sum(count for (a, _), count in confusion.items() if a == label) for label in labels}
    by_second = {label: sum(count for (_, b), count in confusion.items() if b == label) for label in labels}
    chance = sum(by_first[label] * by_second[label] for label in labels)
    agreed = sum(count for (a, b), count in confusion.items() if a == b) * total
    return 1.0 if total**2 == chance else round((agreed - chance) / (total**2 - chance), 4)


def agreement_table(scores: Scores, labels: float) -> Iterator[str]:
    """A row of a Markdown table for each figure."""
    yield from ("| figure | agreement | rows |", "| --- | --- | --- |")
    for name in SHOWN:
        figures = scores.figures.get(name, {})
        if figures.get("gold") or name == "segments.macro_f1":
            kind = "F1" if "f1" in figures else "mean F1" if name == "segments.macro_f1" else "share"
            yield f"| {name} ({kind}) | {main_figure(figures):.3f} | {figures.get('gold', '')} |"
    yield f"| segment labels (kappa, by character) | {labels:.3f} | {sum(scores.confusion.values())} |"


def _indicator(row: Row) -> Row:
    return {"type": "INDICATOR", "start": row["indicator_start"], "end": row["indicator_end"]}
