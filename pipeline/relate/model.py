"""The learned weights of this stage: of the signals of a name, and of what makes a row right or wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from pipeline.learn import Curve, Logistic, read_parameters, sigmoid
from pipeline.records import Record
from pipeline.relate.signals import BY_HAND

VERSION = 1


class Certainty(Record, frozen=True):
    """How sure a row is: log odds by what is known of it, made a probability on reports that learning did not see."""

    odds: Logistic
    curve: Curve

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Certainty:
        """As ``model.json`` keeps it."""
        return cls(odds=Logistic.of(stored["odds"]), curve=Curve.of(stored["curve"]))

    def stored(self) -> dict[str, Any]:
        """What ``of`` reads."""
        return {"odds": self.odds.stored(), "curve": self.curve.stored()}

    def __call__(self, features: Mapping[str, float]) -> float:
        """The probability that name, value, measure and year are all right."""
        return self.each([features])[0]

    def each(self, rows: Sequence[Mapping[str, float]]) -> list[float]:
        """The probability of each row."""
        bias, weights = self.odds.bias, self.odds.weights
        raw = []
        for features in rows:
            score = bias
            for name, value in features.items():
                if name in weights:
                    score += weights[name] * value
            raw.append(sigmoid(score))
        return [round(probability, 3) for probability in self.curve.each(raw)]


UNSURE = Certainty(odds=Logistic(bias=0.0, weights={}), curve=Curve())


class Model(Record, frozen=True):
    """All that is learned for this stage."""

    weights: dict[str, float]  # by signal
    prose: Certainty = UNSURE
    cells: Certainty = UNSURE


UNTRAINED = Model(weights=BY_HAND)


@cache
def model() -> Model:
    """The model that ships. Raises ResourceError."""
    stored = read_parameters("relate", version=VERSION)
    weights = BY_HAND | {name: float(weight) for name, weight in stored["weights"].items()}
    return Model(weights=weights, prose=Certainty.of(stored["prose"]), cells=Certainty.of(stored["cells"]))
