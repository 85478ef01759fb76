"""What the aligner gives for questions whose answers are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.align.aligner import Aligner
from pipeline.align.weights import Weights
from pipeline.training.align.choice import list_choices, probabilities
from pipeline.training.align.questions import NIL, Question


@dataclass(frozen=True, slots=True)
class Outcome:
    """The best candidate of a question."""

    share: float  # its probability, before calibration
    some: float  # that any candidate is right
    right: bool  # the best candidate is
    none: bool  # no row of the taxonomy is right
    kind: str
    listed: bool  # of a list of names

    def calibrated(self, weights: Weights) -> float:
        """The probability that the best candidate is right."""
        return weights.decision(listed=self.listed).curve(self.share)


def outcomes(questions: Sequence[Question], aligner: Aligner) -> list[Outcome]:
    """One a question, under the aligner's weights."""
    found = []
    for choice in list_choices(questions, aligner.finder):
        shares = probabilities(choice, aligner.weights)
        best = max(range(len(shares)), key=shares.__getitem__) if shares else -1
        one = choice.question
        right = best >= 0 and choice.ids[best] == one.right
        found.append(
            Outcome(shares[best] if shares else 0.0, sum(shares), right, one.right == NIL, one.kind, one.query.listed)
        )
    return found


def answered(outcome: Outcome, weights: Weights) -> bool:
    """Whether an answer is given."""
    calibrated = outcome.calibrated(weights)
    status = weights.decision(listed=outcome.listed).status(calibrated, max(calibrated, outcome.some))
    return status == "matched"


def decided(found: Sequence[Outcome], weights: Weights) -> tuple[float, float]:
    """Share of questions rightly answered or rightly left; share of the answers given that are right."""
    given = [(one, answered(one, weights)) for one in found]
    right = sum(one.right if answer else one.none for one, answer in given)
    told = [one.right for one, answer in given if answer]
    return right / max(len(found), 1), sum(told) / max(len(told), 1)


def by_kind(found: Iterable[Outcome], weights: Weights) -> dict[str, float]:
    """Share of right outcomes of each kind of question."""
    kinds: dict[str, list[Outcome]] = {}
    for one in found:
        kinds.setdefault(one.kind or "all", []).append(one)
    return {kind: decided(some, weights)[0] for kind, some in sorted(kinds.items())}
