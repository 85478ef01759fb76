"""From candidates to an answer: matched, ambiguous or none of these."""

from __future__ import annotations

from pipeline.align.candidates import Finder, Rated
from pipeline.align.query import Query
from pipeline.align.signals import SIGNALS
from pipeline.align.weights import Weights
from pipeline.align.years import of_year
from pipeline.records import Match
from pipeline.resources.taxonomy import Indicator

_TOLD = 4  # signals that a reason names
_NAMES = tuple(SIGNALS)


def decide(query: Query, finder: Finder, year: int = 0) -> Match:
    """The best indicator for a query, with runner-up and reason; the score is a calibrated probability.

    ``year`` is the fiscal year of the report, 0 where none is told.
    """
    ranked = of_year(finder.rank(query), year)
    if not ranked:
        return Match(reason="no name of the taxonomy is near")
    weights = finder.weights
    shares = weights.shares([rated.score for rated in ranked], query.against(finder.index))
    best, second = ranked[0].spelling.indicator, ranked[1].spelling.indicator if len(ranked) > 1 else None
    decision = weights.decision(listed=query.listed)
    score = decision.curve(shares[0])
    status = decision.status(score, max(score, sum(shares)))
    return Match(
        indicator_id=best.id if status == "matched" else "",
        indicator_name=best.name if status == "matched" else "",
        score=round(score, 4),
        status=status,
        runner_up=second.id if second else "",
        runner_up_name=second.name if second else "",
        candidate=best.id,
        candidate_name=best.name,
        reason=explain(ranked[0], weights) + _near_miss(best, second),
    )


def _near_miss(best: Indicator, second: Indicator | None) -> str:
    """What a reason adds where the runner-up is taken for the best so often that the taxonomy tells the two apart."""
    return f"; near miss: {second.name}" if second and second.id in best.differs_from else ""


def explain(best: Rated, weights: Weights) -> str:
    """The weightiest signals in words: spelling 0.91, says more than the report."""
    worth = {at: abs(weights.signals[at] * value) for at, value in enumerate(best.signals) if value}
    told = sorted((at for at, value in worth.items() if value), key=worth.__getitem__, reverse=True)
    words = (f"{SIGNALS[_NAMES[at]]} {best.signals[at]:.2f}" if at == 0 else SIGNALS[_NAMES[at]] for at in told[:_TOLD])
    return ", ".join(words)
