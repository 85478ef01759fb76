"""Counts, and the figures made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.records import Record

Figures = dict[str, float | int]


class Count(Record, frozen=True):
    """How many were right, of how many in the gold; ``predicted`` is None where only a share is asked."""

    hit: int
    gold: int
    predicted: int | None = None

    def __add__(self, other: Count) -> Count:
        predicted = None if self.predicted is None else self.predicted + (other.predicted or 0)
        return Count(self.hit + other.hit, self.gold + other.gold, predicted)


Counts = dict[str, Count]


def share(outcomes: Iterable[bool]) -> Count:
    """The count of a share: how many outcomes are true, of all."""
    outcomes = list(outcomes)
    return Count(sum(outcomes), len(outcomes))


def add_up(counts: Iterable[Mapping[str, Count]]) -> Counts:
    """Sum the counts of many reports, name by name."""
    total: Counts = {}
    for report in counts:
        for name, count in report.items():
            total[name] = total[name] + count if name in total else count
    return total


def figures_of(count: Count) -> Figures:
    """F1, precision and recall, or accuracy; with the counts that they rest on. An empty denominator gives 0.

    >>> figures_of(Count(hit=1, gold=2, predicted=1))["f1"], figures_of(Count(hit=1, gold=4))["accuracy"]
    (0.6666666666666666, 0.25)
    """
    if count.predicted is None:
        return {"accuracy": _ratio(count.hit, count.gold), "hit": count.hit, "gold": count.gold}
    return {
        "f1": _ratio(2 * count.hit, count.predicted + count.gold),
        "precision": _ratio(count.hit, count.predicted),
        "recall": _ratio(count.hit, count.gold),
        "hit": count.hit,
        "predicted": count.predicted,
        "gold": count.gold,
    }


def main_figure(figures: Figures) -> float:
    """The one figure to look at: F1 where there is one, else accuracy."""
    return figures.get("f1", figures.get("accuracy", 0.0))


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
