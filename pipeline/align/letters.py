"""The letters of a name and its pairs of letters, weighed by how rare they are among the spellings of a taxonomy."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable

from pipeline.align.memory import remember
from pipeline.records import Record

REMEMBERED = 50_000  # cores
_SCALE = 1000  # rarities are whole numbers, so that their sums do not hang on the order of a set


class Letters(Record, frozen=True):
    """What the letters of a core tell."""

    grams: frozenset[str]
    mass: int  # how much they tell together; one that no spelling holds tells most
    unknown: float  # share of the mass that no spelling holds


NO_LETTERS = Letters(grams=frozenset(), mass=0, unknown=1.0)


def grams_of(text: str) -> set[str]:
    """The letters of a text, and its pairs of letters."""
    return {*text, *map(str.__add__, text, text[1:])}


class LetterTable:
    """How rare letters and pairs of letters are among the cores of all spellings."""

    def __init__(self, cores: Collection[str]) -> None:
        counts = Counter(gram for core in {*cores} for gram in grams_of(core))
        self._unknown = round(_SCALE * math.log(len(cores) + 1))
        self._rarity = {gram: self._unknown - round(_SCALE * math.log(count + 1)) for gram, count in counts.items()}
        self._letters = {"": NO_LETTERS}

    def of(self, core: str) -> Letters:
        """The letters of a core, remembered: names share them."""
        return self._letters.get(core) or remember(self._letters, core, self._weigh(core), most=REMEMBERED)

    def _weigh(self, core: str) -> Letters:
        grams = frozenset(grams_of(core))
        known = [gram for gram in grams if gram in self._rarity]
        told = self.weigh(known)
        mass = told + self._unknown * (len(grams) - len(known))
        return Letters(grams=grams, mass=mass, unknown=1 - told / (mass or 1))

    def weigh(self, grams: Iterable[str]) -> int:
        """How much grams tell that some spelling holds."""
        return sum(map(self._rarity.__getitem__, grams))
