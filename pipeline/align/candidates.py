"""The indicators that a name may be, best first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.align.index import ITEM, Index, grams_of
from pipeline.align.names import NameReader
from pipeline.align.query import Query
from pipeline.align.signals import AGAINST, SIGNALS, find_signals
from pipeline.align.spellings import Spelling
from pipeline.align.weights import Weights


class Rated(NamedTuple):
    """A candidate with its score and what speaks for and against it."""

    score: float
    spelling: Spelling
    signals: list[float]


_LIKENESS = tuple(SIGNALS).index("spelling")
_AGAINST = tuple(at for at, name in enumerate(SIGNALS) if name in AGAINST)


def _met(rated: Rated) -> bool:
    """Whether a spelling is met by its core and nothing speaks against it: no search finds a better one."""
    signals = rated.signals
    return signals[_LIKENESS] >= 1 and not any(signals[at] for at in _AGAINST)


class Finder:
    """Finds and rates the indicators that a query may mean."""

    def __init__(self, index: Index, reader: NameReader, weights: Weights) -> None:
        self.index = index
        self._reader = reader
        self.weights = weights

    def rank(self, query: Query, *, hidden: str = "") -> list[Rated]:
        """One candidate an indicator, best first; ``hidden`` is a spelling that must not be found."""
        best: dict[str, Rated] = {}
        self._rate(query, self.exact(query), set(), best, hidden)
        if not any(_met(rated) for rated in best.values()):
            near = query.around(self._reader)
            self._rate(query, self._near(query, near), grams_of(near), best, hidden)
        return sorted(best.values(), key=lambda rated: (-rated.score, rated.spelling.indicator.id))

    def exact(self, query: Query) -> Iterable[Spelling]:
        """The spellings whose core is that of a reading, or its end."""
        for name in (*query.names, *query.longer):
            yield from self.index.exact(name)

    def _near(self, query: Query, near: str) -> Iterable[Spelling]:
        """The spellings like the name; of a short name, those like it and what stands near."""
        families = tuple(family for family, fit in query.families.items() if fit)
        core = query.names[-1].core
        yield from self.index.alike(core, families)
        if query.surroundings.classification and "money" in families:
            yield from self.index.around(query.names[-1].text, near, (ITEM,))
            yield from self.index.alike(query.names[-1].text, (ITEM,))
        yield from self.index.around(core, near, families)

    def _rate(
        self, query: Query, spellings: Iterable[Spelling], around: set[str], best: dict[str, Rated], hidden: str
    ) -> None:
        """Score the spellings; keep the best one of each indicator."""
        seen: set[int] = set()
        for spelling in spellings:
            one = spelling.indicator
            if id(spelling) in seen or not query.families.get(one.unit_family) or spelling.whole == hidden:
                continue
            seen.add(id(spelling))
            signals = find_signals(query, spelling, around, self.index)
            score = self.weights.score(signals)
            if one.id not in best or score > best[one.id].score:
                best[one.id] = Rated(score, spelling, signals)
