"""What every layer gives: its counts, and its errors in words."""

from __future__ import annotations

from pipeline.evaluate.figures import Counts
from pipeline.records import Record

Confusion = dict[tuple[str, str], int]
"""How often each gold label was given each predicted one; the predicted one is empty where nothing was predicted."""


class Wrong(Record, frozen=True):
    """A stretch of a report whose label is wrong in one way."""

    report: str
    start: int
    text: str  # as printed, white space folded
    characters: int  # that are not blank
    gold: str
    given: str  # empty where nothing was predicted
    confidence: float  # that the data set had in it
    heading: str

    @property
    def weight(self) -> float:
        """How much it tells: long stretches that were thought sure come first."""
        return self.characters * self.confidence


class Sure(Record, frozen=True):
    """A predicted segment: how sure the data set was, and how many of its characters are right."""

    confidence: float
    right: int
    characters: int


class Layer(Record, frozen=True):
    """One layer of one report."""

    counts: Counts
    errors: tuple[str, ...]
    confusion: Confusion = {}  # of segments: characters
    wrong: tuple[Wrong, ...] = ()  # of segments
    sure: tuple[Sure, ...] = ()  # of segments
