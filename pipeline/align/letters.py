"""The letters of a name and its pairs of letters, weighed by how rare they are among the spellings of a taxonomy."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable

from pipeline.align.memory import remember
from pipeline.records import Record

REMEMBERED = 50_000  # cores
SCALE = 1000  # rarities and worths are whole numbers, so that their sums do not hang on the order of a set


class Letters(Record, frozen=True):
    """What the letters of a core tell."""

    grams: frozenset[str]
    mass: int  # how much they tell together; one that no spelling holds tells most
    unknown: float  # share of the mass that no spelling holds
    strange: frozenset[str]  # pairs that no spelling holds, and the letters that stand in such pairs only


NO_LETTERS = Letters(grams=frozenset(), mass=0, unknown=1.0, strange=frozenset())


def grams_of(text: str) -> set[str]:
    """The letters of a text, and its pairs of letters."""
    return {*text, *map(str.__add__, text, text[1:])}


class LetterWorth(Record, frozen=True):
    """What letters were found to speak for, in log odds of the candidate: 惠及 in a name does no harm, 重复 much.

    Whole thousandths, so that their sums do not hang on the order of a set.
    """

    name: dict[str, int]  # that only the report's name has
    spelling: dict[str, int]  # that only the spelling has, nor what stands near the name

    def weigh(self, name: Iterable[str], spelling: Iterable[str]) -> float:
        """What the letters speak for that only one of the two has."""
        ours, theirs = self.name, self.spelling
        return (sum([ours.get(one, 0) for one in name]) + sum([theirs.get(one, 0) for one in spelling])) / SCALE


class LetterTable:
    """How rare letters and pairs of letters are among the cores of all spellings."""

    def __init__(self, cores: Collection[str]) -> None:
        counts = Counter(gram for core in {*cores} for gram in grams_of(core))
        self._unknown = round(SCALE * math.log(len(cores) + 1))
        self._rarity = {gram: self._unknown - round(SCALE * math.log(count + 1)) for gram, count in counts.items()}
        self._letters = {"": NO_LETTERS}

    def of(self, core: str) -> Letters:
        """The letters of a core, remembered: names share them."""
        return self._letters.get(core) or remember(self._letters, core, self._weigh(core), most=REMEMBERED)

    def _weigh(self, core: str) -> Letters:
        grams = frozenset(grams_of(core))
        known = [gram for gram in grams if gram in self._rarity]
        told = self.weigh(known)
        mass = told + self._unknown * (len(grams) - len(known))
        familiar = "".join(one for one in known if len(one) > 1)
        strange = frozenset(one for one in grams if (one not in self._rarity if len(one) > 1 else one not in familiar))
        return Letters(grams=grams, mass=mass, unknown=1 - told / (mass or 1), strange=strange)

    def weigh(self, grams: Iterable[str]) -> int:
        """How much grams tell that some spelling holds."""
        return sum(map(self._rarity.__getitem__, grams))
