"""What the signals are worth, and from which probability on an answer is given: read from ``models/align``."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from operator import mul
from typing import Any

from pipeline.align.signals import SIGNALS
from pipeline.learn.artefacts import read_parameters
from pipeline.learn.calibration import Curve
from pipeline.records import Record

VERSION = 1
NONE = ("bias", "unknown", "short")  # what speaks for "none of these": see ``Query.against``


class Weights(Record, frozen=True):
    """A choice among candidates and "none of these": the better a candidate's score, the likelier it is."""

    signals: tuple[float, ...]  # in the order of SIGNALS
    none: tuple[float, ...]  # in the order of NONE
    sure: float  # a score from which no further spelling is looked for
    matched: float  # a calibrated probability from which an answer is given
    ambiguous: float  # one from which the candidates go to review
    curve: Curve = Curve()

    @classmethod
    def load(cls) -> Weights:
        """The weights that ship. Raises ResourceError."""
        return cls.of(read_parameters("align", version=VERSION))

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Weights:
        """As ``model.json`` keeps them; a signal that it does not name weighs nothing."""
        return cls(
            signals=tuple(float(stored["signals"].get(name, 0.0)) for name in SIGNALS),
            none=tuple(float(stored["none"].get(name, 0.0)) for name in NONE),
            sure=float(stored["sure"]),
            matched=float(stored["matched"]),
            ambiguous=float(stored["ambiguous"]),
            curve=Curve.of(stored["curve"]),
        )

    def score(self, signals: Sequence[float]) -> float:
        """The weight of a candidate: its log odds, against a candidate of which nothing is known."""
        return sum(map(mul, self.signals, signals))

    def shares(self, scores: Sequence[float], against: Sequence[float]) -> list[float]:
        """The probability of each candidate; what is missing to 1 is that of "none of these"."""
        none = sum(map(mul, self.none, against))
        top = max(none, *scores)
        odds = [math.exp(score - top) for score in scores]
        whole = sum(odds) + math.exp(none - top)
        return [one / whole for one in odds]
