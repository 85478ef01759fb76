"""Segment labels in tables: precision and recall of each, what it was taken for, and how far confidence can be trusted."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.evaluate.figures import Count, Figures, figures_of
from pipeline.evaluate.scores import Scores

NOTHING = "nothing"
NARROW = 12  # characters of a column of the matrix
BINS = 10  # of confidence


def by_label(scores: Scores) -> dict[str, Figures]:
    """F1, precision, recall and characters of each label of the gold, the most frequent first."""
    counts = scores.confusion
    asked = {label: sum(count for (gold, _), count in counts.items() if gold == label) for label, _ in counts}
    return {
        label: figures_of(
            Count(
                hit=counts.get((label, label), 0),
                gold=asked[label],
                predicted=sum(count for (_, given), count in counts.items() if given == label),
            )
        )
        for label in sorted(asked, key=lambda label: (-asked[label], label))
    }


def label_lines(scores: Scores) -> Iterator[str]:
    """A line a label."""
    rows = by_label(scores)
    if rows:
        yield f"{'label':14} {'F1':>6} {'precision':>10} {'recall':>7} {'characters':>11}"
    for label, each in rows.items():
        yield f"{label:14} {each['f1']:6.3f} {each['precision']:10.3f} {each['recall']:7.3f} {each['gold']:11}"


def matrix(scores: Scores) -> tuple[list[str], list[str]]:
    """The labels of the rows (gold) and of the columns (given) of the matrix."""
    rows = list(by_label(scores))
    given = {label for _, label in scores.confusion}
    columns = [*(label for label in rows if label in given), *sorted(given - set(rows) - {""})]
    return rows, columns + [""] * ("" in given)


def confusion_lines(scores: Scores) -> Iterator[str]:
    """The matrix: a row a gold label, a column a given one, in characters."""
    rows, columns = matrix(scores)
    if rows:
        heads = " ".join(f"{(label or NOTHING)[:NARROW]:>{NARROW}}" for label in columns)
        yield f"{'gold, given':14} {heads}"
    for gold in rows:
        counts = (scores.confusion.get((gold, given), 0) for given in columns)
        yield f"{gold:14} " + " ".join(f"{count or '.':>{NARROW}}" for count in counts)


def reliability_of(scores: Scores) -> list[dict[str, float]]:
    """For each tenth of confidence: characters of segments in it, the mean promised, the share that was right."""
    bins: dict[int, list[float]] = {}
    for each in scores.sure:
        held = bins.setdefault(min(int(each.confidence * BINS), BINS - 1), [0.0, 0.0, 0.0])
        held[0] += each.characters
        held[1] += each.confidence * each.characters
        held[2] += each.right
    return [
        {"characters": int(count), "promised": round(promised / count, 4), "right": round(right / count, 4)}
        for _, (count, promised, right) in sorted(bins.items())
    ]


def calibration_error(scores: Scores) -> float:
    """The mean distance between what confidence promises and what is right, over characters."""
    points = reliability_of(scores)
    total = sum(point["characters"] for point in points)
    apart = sum(point["characters"] * abs(point["promised"] - point["right"]) for point in points)
    return apart / total if total else 0.0
