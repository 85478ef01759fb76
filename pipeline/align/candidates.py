"""The indicators that a name may be, best first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.align.index import ITEM, Index
from pipeline.align.names import NameReader
from pipeline.align.query import Query
from pipeline.align.signals import find_signals
from pipeline.align.spellings import Spelling
from pipeline.align.weights import Weights

SHORT = 6  # characters of a core that say too little: what stands near is looked up with it


class Rated(NamedTuple):
    """A candidate with its score and what speaks for and against it."""

    score: float
    spelling: Spelling
    signals: list[float]


class Finder:
    """Finds and rates the indicators that a query may mean."""

    def __init__(self, index: Index, reader: NameReader, weights: Weights) -> None:
        self.index = index
        self._reader = reader
        self.weights = weights

    def rank(self, query: Query) -> list[Rated]:
        """One candidate an indicator, best first."""
        best: dict[str, Rated] = {}
        self._rate(query, self._exact(query), set(), best)
        if not any(rated.score >= self.weights.sure for rated in best.values()):
            around = query.around(self._reader)
            self._rate(query, self._near(query, around), around, best)
        return sorted(best.values(), key=lambda rated: (-rated.score, rated.spelling.indicator.id))

    def _exact(self, query: Query) -> Iterable[Spelling]:
        for name in (*query.names, *query.longer):
            yield from self.index.exact(name)

    def _near(self, query: Query, around: set[str]) -> Iterable[Spelling]:
        """The spellings like the name; of a short name, those like it and what stands near."""
        families = tuple(family for family, fit in query.families.items() if fit)
        last, items = query.names[-1], query.surroundings.account and "money" in families
        yield from self.index.alike(last.core, families)
        if items:
            yield from self.index.alike(last.text, (ITEM,))
        if len(last.core) <= SHORT:
            yield from self.index.around(query.grams, around, (*families, ITEM) if items else families)

    def _rate(self, query: Query, spellings: Iterable[Spelling], around: set[str], best: dict[str, Rated]) -> None:
        """Score the spellings; keep the best one of each indicator."""
        seen: set[int] = set()
        for spelling in spellings:
            one = spelling.indicator
            if id(spelling) in seen or not query.families.get(one.unit_family):
                continue
            seen.add(id(spelling))
            signals = find_signals(query, spelling, around, self.index)
            score = self.weights.score(signals)
            if one.id not in best or score > best[one.id].score:
                best[one.id] = Rated(score, spelling, signals)
