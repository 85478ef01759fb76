"""From candidates to an answer: matched, ambiguous or none of these."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.align.index import Index, Spelling
from pipeline.align.query import Query
from pipeline.align.signals import explain, find_signals, score
from pipeline.records import Match

AT_LEAST = 0.72  # a score below says none of these
MARGIN = 0.03  # a runner-up nearer than this makes the answer ambiguous
SURE = 0.95  # a score from which no further spelling is looked for
LIKE = 0.55  # cores less alike than this are no candidates


class Rated(NamedTuple):
    """A candidate with its score and why."""

    score: float
    spelling: Spelling
    reason: str


def decide(query: Query, index: Index) -> Match:
    """The best indicator for a query, with runner-up and reason."""
    ranked = rank(query, index)
    if not ranked:
        return Match(reason="no name of the taxonomy is near")
    best, second = ranked[0], ranked[1] if len(ranked) > 1 else None
    runner_up = second.spelling.indicator.id if second else ""
    figures = {"score": round(min(max(best.score, 0.0), 1.0), 4), "runner_up": runner_up, "reason": best.reason}
    if best.score < AT_LEAST:
        return Match(status="unmatched", **figures)
    if second and best.score - second.score < MARGIN and not _more_specific(best, second, query):
        return Match(status="ambiguous", **figures)
    one = best.spelling.indicator
    return Match(indicator_id=one.id, indicator_name=one.name, status="matched", **figures)


def rank(query: Query, index: Index) -> list[Rated]:
    """One candidate an indicator, best first."""
    names = (*query.names, *query.joined)
    spellings = [one for name in names for one in index.exact(name)]
    ranked = _rate(query, spellings)
    if not ranked or ranked[0].score < SURE:
        families = [family for family, fit in query.families.items() if fit]
        for name in names:
            spellings += index.near(name, families, accounts=query.account, at_least=LIKE)
        ranked = _rate(query, spellings)
    return ranked


def _rate(query: Query, spellings: Sequence[Spelling]) -> list[Rated]:
    best: dict[str, Rated] = {}
    for spelling in spellings:
        if not query.families.get(spelling.indicator.unit_family):
            continue
        signals = find_signals(query, spelling)
        rated = Rated(score(signals), spelling, explain(signals))
        if spelling.indicator.id not in best or rated.score > best[spelling.indicator.id].score:
            best[spelling.indicator.id] = rated
    return sorted(best.values(), key=lambda rated: (-rated.score, rated.spelling.indicator.id))


def _more_specific(best: Rated, second: Rated, query: Query) -> bool:
    """Whether the name ends with both, the better one being longer: 项目绩效自评得分 before 绩效自评得分."""
    longer, shorter = best.spelling.core, second.spelling.core
    return len(longer) > len(shorter) and longer.endswith(shorter) and any(name.core.endswith(longer) for name in query.names)
