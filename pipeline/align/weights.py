"""What the signals are worth, and what a wrong answer costs: read from ``models/align``."""

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
LIKELY = 0.5
NONE = ("bias", "unknown", "short")  # what speaks for "none of these": see ``Query.against``


class Weights(Record, frozen=True):
    """A choice among candidates and "none of these": the better a candidate's score, the likelier it is."""

    signals: tuple[float, ...]  # in the order of SIGNALS
    none: tuple[float, ...]  # in the order of NONE
    wrong: float  # what a wrong answer costs, where none costs 1 if there is one to give, and nothing if there is not
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
            wrong=float(stored["wrong"]),
            curve=Curve.of(stored["curve"]),
        )

    def stored(self) -> dict[str, Any]:
        """What ``of`` reads."""
        return {
            "version": VERSION,
            "signals": dict(zip(SIGNALS, self.signals, strict=True)),
            "none": dict(zip(NONE, self.none, strict=True)),
            "wrong": self.wrong,
            "curve": self.curve.stored(),
        }

    def score(self, signals: Sequence[float]) -> float:
        """The weight of a candidate: its log odds, against a candidate of which nothing is known."""
        return float(sum(map(mul, self.signals, signals)))

    def shares(self, scores: Sequence[float], against: Sequence[float]) -> list[float]:
        """The probability of each candidate; what is missing to 1 is that of "none of these"."""
        none = sum(map(mul, self.none, against))
        top = max([none, *scores])
        odds = [math.exp(score - top) for score in scores]
        whole = sum(odds) + math.exp(none - top)
        return [one / whole for one in odds]

    def status(self, right: float, some: float) -> str:
        """The answer of least expected cost; ``right`` is the best's probability, ``some`` that any candidate's is right.

        A name that most likely is one of the candidates', but no answer is worth its risk, is ambiguous.
        """
        if self.wrong * (1 - right) < some:
            return "matched"
        return "ambiguous" if some >= LIKELY else "unmatched"
