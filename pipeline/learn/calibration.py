"""Scores that mean probabilities: a curve fitted on reports that the model did not see, stored as data."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.learn.rounding import rounded
from pipeline.records import Record

BINS = 10  # of equal width, for the reliability curve and the expected calibration error


class Curve(Record, frozen=True):
    """A rising line through points: raw probability to calibrated one. Without points, it leaves everything as it is."""

    raw: tuple[float, ...] = ()  # rising
    calibrated: tuple[float, ...] = ()

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Curve:
        """As ``model.json`` keeps it."""
        return cls(raw=tuple(map(float, stored["raw"])), calibrated=tuple(map(float, stored["calibrated"])))

    def stored(self) -> dict[str, Any]:
        """What ``of`` reads."""
        return {"raw": list(self.raw), "calibrated": list(self.calibrated)}

    def __call__(self, probability: float) -> float:
        """The calibrated probability, between the points on a straight line.

        >>> Curve(raw=(0.2, 0.6), calibrated=(0.1, 0.9))(0.4)
        0.5
        """
        return self.each([probability])[0]

    def each(self, probabilities: Sequence[float]) -> list[float]:
        """The calibrated probability of each."""
        raw, calibrated, last = self.raw, self.calibrated, len(self.raw) - 1
        if not raw:
            return list(probabilities)
        found = []
        for probability in probabilities:
            at = bisect_right(raw, probability) - 1
            if 0 <= at < last:
                part = (probability - raw[at]) / (raw[at + 1] - raw[at])
                found.append(calibrated[at] + part * (calibrated[at + 1] - calibrated[at]))
            else:
                found.append(calibrated[0 if at < 0 else last])
        return found


def fit_isotonic(probabilities: Sequence[float], outcomes: Sequence[bool]) -> Curve:
    """The rising step function nearest to the outcomes, its steps joined by lines; ends never reach 0 or 1.

    Wants a thousand outcomes or so; of a few hundred, ``fit_platt`` makes more.
    """
    blocks: list[list[float]] = []  # sum of outcomes, count, sum of probabilities: of neighbours that must be level
    for probability, outcome in sorted(zip(probabilities, outcomes, strict=True)):
        blocks.append([float(outcome), 1.0, probability])
        while len(blocks) > 1 and blocks[-2][0] * blocks[-1][1] >= blocks[-1][0] * blocks[-2][1]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    raw = [total / count for _, count, total in blocks]
    level = [(right + 0.5) / (count + 1) if right in (0, count) else right / count for right, count, _ in blocks]
    return _curve(raw, level)


def fit_platt(
    probabilities: Sequence[float], outcomes: Sequence[bool], *, weights: Sequence[float] | None = None
) -> Curve:
    """A straight line in log odds (two numbers are learned), stored as 21 points; ``weights`` count outcomes more or less."""
    from math import log

    from pipeline.learn.fit import fit_logistic
    from pipeline.learn.logistic import sigmoid

    def odds(probability: float) -> float:
        kept = min(max(probability, 1e-6), 1 - 1e-6)
        return log(kept / (1 - kept))

    line = fit_logistic([{"odds": odds(each)} for each in probabilities], list(outcomes), penalty=1e-3, weights=weights)
    raw = [sigmoid(step * 0.6) for step in range(-10, 11)]
    return _curve(raw, [sigmoid(line.score({"odds": odds(each)})) for each in raw])


def reliability(probabilities: Sequence[float], outcomes: Sequence[bool], bins: int = BINS) -> list[dict[str, float]]:
    """For each bin that holds any: how many (``count``), what was promised (``mean``), what came true (``share``)."""
    filled: dict[int, list[tuple[float, bool]]] = {}
    for probability, outcome in zip(probabilities, outcomes, strict=True):
        filled.setdefault(min(int(probability * bins), bins - 1), []).append((probability, bool(outcome)))
    return [
        {
            "count": len(inside),
            "mean": rounded(sum(each for each, _ in inside) / len(inside)),
            "share": rounded(sum(outcome for _, outcome in inside) / len(inside)),
        }
        for _, inside in sorted(filled.items())
    ]


def calibration_error(probabilities: Sequence[float], outcomes: Sequence[bool], bins: int = BINS) -> float:
    """The expected calibration error: the mean distance between promise and truth over the bins.

    >>> calibration_error([0.9] * 10, [True] * 9 + [False])
    0.0
    """
    curve = reliability(probabilities, outcomes, bins)
    apart = sum(point["count"] * abs(point["mean"] - point["share"]) for point in curve)
    return rounded(apart / max(len(probabilities), 1))  # type: ignore[no-any-return]


def _curve(raw: Sequence[float], level: Sequence[float]) -> Curve:
    """Points rounded, those left out that rounding made equal."""
    points: dict[float, float] = {}
    for x, y in zip(rounded(list(raw)), rounded(list(level)), strict=True):
        points.setdefault(x, y)
    return Curve(raw=tuple(points), calibrated=tuple(points.values()))
