"""What the signals are worth, and what a wrong answer costs: read from ``models/align``."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from operator import mul
from typing import Any

from pipeline.align.letters import LetterWorth
from pipeline.align.signals import SIGNALS
from pipeline.learn.artefacts import read_parameters
from pipeline.learn.calibration import Curve
from pipeline.records import Record

VERSION = 2
LIKELY = 0.5
LETTERS = tuple(SIGNALS).index("letters")  # the one signal whose weight is 1: its letters have weights of their own
NONE = ("bias", "unknown", "short")  # what speaks for "none of these": see ``Query.against``


class Decision(Record, frozen=True):
    """How the best candidate's share becomes an answer."""

    curve: Curve  # share -> calibrated probability
    wrong: float  # what a wrong answer costs, where none costs 1 if there is one to give, and nothing if there is not

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Decision:
        """As ``model.json`` keeps it."""
        return cls(curve=Curve.of(stored["curve"]), wrong=float(stored["wrong"]))

    def stored(self) -> dict[str, Any]:
        """What ``of`` reads."""
        return {"wrong": self.wrong, "curve": self.curve.stored()}

    def status(self, right: float, some: float) -> str:
        """The answer of least expected cost; ``right`` is the best's probability, ``some`` that any candidate's is right.

        A name that most likely is one of the candidates', but no answer is worth its risk, is ambiguous.
        """
        if self.wrong * (1 - right) < some:
            return "matched"
        return "ambiguous" if some >= LIKELY else "unmatched"


CAREFUL = Decision(curve=Curve(), wrong=1.0)


class Weights(Record, frozen=True):
    """A choice among candidates and "none of these": the better a candidate's score, the likelier it is."""

    signals: tuple[float, ...]  # in the order of SIGNALS
    none: tuple[float, ...]  # in the order of NONE
    report: Decision = CAREFUL  # of a statement's name, which relate made of a sentence or a table
    listed: Decision = CAREFUL  # of a name that stands alone
    letters: LetterWorth = LetterWorth(name={}, spelling={})

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
            report=Decision.of(stored["report"]),
            listed=Decision.of(stored["listed"]),
            letters=LetterWorth(**stored["letters"]),
        )

    def stored(self) -> dict[str, Any]:
        """What ``of`` reads."""
        return {
            "version": VERSION,
            "signals": dict(zip(SIGNALS, self.signals, strict=True)),
            "none": dict(zip(NONE, self.none, strict=True)),
            "report": self.report.stored(),
            "listed": self.listed.stored(),
            "letters": {"name": self.letters.name, "spelling": self.letters.spelling},
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

    def decision(self, *, listed: bool) -> Decision:
        """How a share becomes an answer, of a list's name or of a report's."""
        return self.listed if listed else self.report
