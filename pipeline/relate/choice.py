"""The choice among a number's candidate names: the sum of their signals' weights."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.records import Record
from pipeline.relate.sentences import Name


class Candidate(Record, frozen=True):
    """A name that a number may have, with the signals that speak for and against it."""

    name: Name
    kind: str
    signals: tuple[str, ...]
    stop: int = -1  # where in the sentence a counted noun after the number ends


class Choice(Record, frozen=True):
    """The best candidate, and the best of those with another name."""

    best: Candidate
    score: float
    runner_up: Candidate | None = None
    rival: float = 0.0  # score of the runner-up

    @property
    def margin(self) -> float:
        """How far the best is ahead; of a name without a rival, how far above nothing."""
        return self.score - self.rival


def weigh(candidate: Candidate, weights: Mapping[str, float]) -> float:
    """The sum of its signals' weights."""
    return sum(map(weights.__getitem__, candidate.signals))


def choose(candidates: list[Candidate], weights: Mapping[str, float]) -> Choice | None:
    """The best candidate, the first among equals; None where there is none."""
    if not candidates:
        return None
    if len(candidates) == 1:
        return Choice(candidates[0], weigh(candidates[0], weights))
    scores = [weigh(candidate, weights) for candidate in candidates]
    score = max(scores)
    best = candidates[scores.index(score)]
    name, runner_up, rival = best.name, None, 0.0
    for at, candidate in enumerate(candidates):
        if (runner_up is None or scores[at] > rival) and candidate.name != name:
            runner_up, rival = candidate, scores[at]
    return Choice(best, score, runner_up, rival)
