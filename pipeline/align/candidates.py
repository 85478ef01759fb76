"""The indicators that a name may be, best first."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from operator import mul
from typing import NamedTuple

from pipeline.align.compare import EXCLUDED
from pipeline.align.index import SHORT, Index
from pipeline.align.letters import grams_of
from pipeline.align.names import NameReader
from pipeline.align.query import Query
from pipeline.align.signals import AGAINST, SIGNALS, find_signals
from pipeline.align.spelling import ITEM, Spelling
from pipeline.align.weights import Weights

MANY = 4  # spellings of one core: 基金收入 of every scheme
MOST_WITHIN = 8  # spellings that a search for what a bare name counts brings


class Rated(NamedTuple):
    """A candidate with its score and what speaks for and against it."""

    score: float
    spelling: Spelling
    signals: list[float]
    around: set[str]  # the letters near that it was looked for with


_LIKENESS = tuple(SIGNALS).index("spelling")
_TOLD = tuple(SIGNALS).index("told")
_AGAINST = tuple(at for at, name in enumerate(SIGNALS) if name in AGAINST)


def _met(rated: Rated) -> bool:
    """Whether a spelling is met by its core and nothing speaks against it: no search finds a better one."""
    signals = rated.signals
    return signals[_LIKENESS] >= 1 and not any(signals[at] for at in _AGAINST)


def _families(query: Query) -> tuple[str, ...]:
    return tuple(family for family, fit in query.families.items() if fit)


class Finder:
    """Finds and rates the indicators that a query may mean."""

    def __init__(self, index: Index, reader: NameReader, weights: Weights) -> None:
        self.index = index
        self._reader = reader
        self.weights = weights

    def rank(self, query: Query, *, hidden: str = "") -> list[Rated]:
        """One candidate an indicator, best first; ``hidden`` is a spelling that must not be found."""
        best: dict[str, Rated] = {}
        met: set[int] = set()  # spellings met in full: what stands near adds nothing to them
        if sole := self.index.sole(query.names[0]):
            self._rate(query, sole, set(), best, hidden, met)
            if any(_met(rated) for rated in best.values()):
                return list(best.values())
        self._rate(query, self.exact(query), set(), best, hidden, met)
        last = query.names[-1]
        short = len(last.core) <= SHORT or last.bare
        if short or not any(_met(rated) for rated in best.values()):
            near = query.around(self._reader)
            grams = grams_of(near)
            if short:
                self._rate(query, self._short(query, near, grams), grams, best, hidden, met)
            if not any(_met(rated) for rated in best.values()):
                self._rate(query, self._near(query, grams), grams, best, hidden, met)
        return sorted(best.values(), key=lambda rated: (-rated.score, rated.spelling.indicator.id))

    def exact(self, query: Query) -> list[Spelling]:
        """The spellings whose core is that of a reading, or its end; if many, those that name and surroundings allow."""
        found = [one for name in (*query.names, *query.longer) for one in self.index.exact(name)]
        if len(found) < MANY:
            return found
        compare, marks, around = self.index.compare, query.names[-1].marks, query.surroundings.marks
        return [one for one in found if not any(compare(marks, around, one)[EXCLUDED])] or found

    def _short(self, query: Query, near: str, grams: set[str]) -> Iterable[Spelling]:
        """The spellings that a short name is a part of, the rest told around it."""
        families = _families(query)
        if query.names[-1].bare:
            yield from islice(self.index.within(near, families), MOST_WITHIN)
        else:
            yield from self.index.around(query.names[-1].core, grams, families)

    def _near(self, query: Query, grams: set[str]) -> Iterable[Spelling]:
        """The spellings like the name."""
        families, last = _families(query), query.names[-1]
        yield from self.index.alike(last.core, families)
        if len(last.core) > SHORT:
            yield from self.index.around(last.core, grams, families)
        if query.items:
            yield from self.index.around(last.text, grams, (ITEM,))
            yield from self.index.alike(last.text, (ITEM,))

    def _rate(
        self,
        query: Query,
        spellings: Iterable[Spelling],
        around: set[str],
        best: dict[str, Rated],
        hidden: str,
        met: set[int],
    ) -> None:
        """Score the spellings; keep the best one of each indicator."""
        seen, alone = {*met}, {hidden}
        weights, index, families = self.weights.signals, self.index, query.families
        worth = self.weights.letters
        for spelling in spellings:
            one, place = spelling.indicator, id(spelling)
            if place in seen or not families.get(one.unit_family) or spelling.wholes == alone:
                continue
            seen.add(place)
            signals = find_signals(query, spelling, around, index, worth)
            if signals[_TOLD] >= 1:
                met.add(place)
            score = sum(map(mul, weights, signals))
            known = best.get(one.id)
            if known is None or score > known.score:
                best[one.id] = Rated(score, spelling, signals, around)
