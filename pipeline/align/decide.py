"""From candidates to an answer: matched, ambiguous or none of these."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.align.index import Index, Spelling
from pipeline.align.query import Query
from pipeline.align.signals import explain, find_signals, score
from pipeline.records import Match

AT_LEAST = 0.72  # a score below says none of these
MARGIN = 0.03  # a runner-up nearer than this makes the answer ambiguous
SURE = 0.95  # a score from which no further spelling is looked for
LIKE = 0.65  # cores less alike than this are no candidates


class Rated(NamedTuple):
    """A candidate with its score and what speaks for and against it."""

    score: float
    spelling: Spelling
    signals: dict[str, float]


def decide(query: Query, index: Index) -> Match:
    """The best indicator for a query, with runner-up and reason."""
    ranked = rank(query, index)
    if not ranked:
        return Match(reason="no name of the taxonomy is near")
    best, second = ranked[0], ranked[1] if len(ranked) > 1 else None
    one, other = best.spelling.indicator, second.spelling.indicator if second else None
    status = _status(best, second, query)
    return Match(
        indicator_id=one.id if status == "matched" else "",
        indicator_name=one.name if status == "matched" else "",
        score=round(min(max(best.score, 0.0), 1.0), 4),
        status=status,
        runner_up=other.id if other else "",
        runner_up_name=other.name if other else "",
        candidate=one.id,
        candidate_name=one.name,
        reason=explain(best.signals),
    )


def rank(query: Query, index: Index) -> list[Rated]:
    """One candidate an indicator, best first."""
    best: dict[str, Rated] = {}
    _rate(query, (one for name in (*query.names, *query.longer) for one in index.exact(name)), best)
    if not any(rated.score >= SURE for rated in best.values()):
        families = [family for family, fit in query.families.items() if fit]
        for name in (*query.names, *(query.longer[:1] if query.names[-1].bare else ())):
            _rate(query, index.near(name, families, accounts=query.surroundings.account, at_least=LIKE), best)
    return sorted(best.values(), key=lambda rated: (-rated.score, rated.spelling.indicator.id))


def _rate(query: Query, spellings: Iterable[Spelling], best: dict[str, Rated]) -> None:
    """Score the spellings; keep the best one of each indicator."""
    for spelling in spellings:
        one = spelling.indicator
        if not query.families.get(one.unit_family):
            continue
        signals = find_signals(query, spelling)
        rated = Rated(score(signals), spelling, signals)
        if one.id not in best or rated.score > best[one.id].score:
            best[one.id] = rated


def _status(best: Rated, second: Rated | None, query: Query) -> str:
    if best.score < AT_LEAST:
        return "unmatched"
    if second and best.score - second.score < MARGIN and not _more_specific(best, second, query):
        return "ambiguous"
    return "matched"


def _more_specific(best: Rated, second: Rated, query: Query) -> bool:
    """Whether the name ends with both, the better one being longer: 项目绩效自评得分 before 绩效自评得分."""
    longer, shorter = best.spelling.core, second.spelling.core
    return (
        len(longer) > len(shorter)
        and longer.endswith(shorter)
        and any(name.core.endswith(longer) for name in query.names)
    )
