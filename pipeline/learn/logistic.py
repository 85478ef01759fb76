"""Logistic scoring in plain Python: a sum of named weights, and the reasons that go with it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from pipeline.records import Record


class Logistic(Record, frozen=True):
    """Weights by feature; a feature that it does not know weighs nothing."""

    bias: float
    weights: dict[str, float]

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Logistic:
        """As ``model.json`` keeps it: ``{"bias": ..., "weights": {...}}``."""
        return cls(bias=float(stored["bias"]), weights={key: float(each) for key, each in stored["weights"].items()})

    def stored(self) -> dict[str, Any]:
        """What ``of`` reads; features whose weight is 0 are left out."""
        kept = {name: weight for name, weight in sorted(self.weights.items()) if weight}
        return {"bias": self.bias, "weights": kept}

    def score(self, features: Mapping[str, float]) -> float:
        """The log odds; features are told by name and value.

        >>> Logistic(bias=-1.0, weights={"near": 2.0}).score({"near": 1.5, "unheard": 1.0})
        2.0
        """
        weights = self.weights
        return self.bias + sum(weights[name] * value for name, value in features.items() if name in weights)

    def probability(self, features: Mapping[str, float]) -> float:
        """The probability, before calibration."""
        return sigmoid(self.score(features))

    def reasons(self, features: Mapping[str, float]) -> list[tuple[str, float]]:
        """What each feature adds to the log odds, the weightiest first."""
        told = [(name, self.weights[name] * value) for name, value in features.items() if self.weights.get(name)]
        return sorted(told, key=lambda each: (-abs(each[1]), each[0]))


def sigmoid(score: float) -> float:
    """Log odds to probability, without overflow.

    >>> sigmoid(0.0), sigmoid(-1000.0)
    (0.5, 0.0)
    """
    if score >= 0:
        return 1 / (1 + math.exp(-score))
    odds = math.exp(max(score, -700.0))
    return odds / (1 + odds) if score > -700 else 0.0
