"""The spellings of a taxonomy, made ready to be found: by core, by the end of a name, or by what letters they share."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from operator import itemgetter

from msgspec.structs import replace
from rapidfuzz import process
from rapidfuzz.distance import Indel

from pipeline.align.compare import Comparer
from pipeline.align.names import REMEMBERED, Name, NameReader
from pipeline.align.spellings import SHORTEST_END, Spelling, make_spellings
from pipeline.resources.taxonomy import Taxonomy

ITEM = "item"  # the 科目 are searched apart: few names are of one
MOST = 8  # spellings that a search brings
LEAST = 0.3  # likeness: cores less alike are no candidates
OWN, LENT = 3, 1  # the weight of a letter of the name, and of one that only stands near
COMMON = 50  # a gram that more spellings of a family hold finds nothing
ENOUGH = 160  # entries that a search goes through, from the rarest gram on
_SHIFT = 15  # bits that tell a spelling apart, below those that tell how like it is: ties fall the same way each time
_SCALE = 1000  # rarities are whole numbers, so that their sums do not hang on the order of a set

_COUNT_AND_GRAM = itemgetter(0, 1)


def grams_of(text: str) -> set[str]:
    """The letters of a text, and its pairs of letters."""
    return {*text, *map(str.__add__, text, text[1:])}


class Index:
    """All spellings by core, and by the letters and pairs of letters that their cores hold, weighed by rarity."""

    def __init__(self, taxonomy: Taxonomy, reader: NameReader) -> None:
        spellings = make_spellings(taxonomy, reader)
        self.compare = Comparer(reader.marks).compare
        self.tallies = reader.marks.mask("tally")
        counts = Counter(gram for core in {one.core for one in spellings} for gram in grams_of(core))
        self._unknown = round(_SCALE * math.log(len(spellings) + 1))
        self.rarity = {gram: self._unknown - round(_SCALE * math.log(count + 1)) for gram, count in counts.items()}
        self._by_core: dict[str, list[Spelling]] = defaultdict(list)
        self._spellings: list[Spelling] = []
        for one in spellings:
            grams = frozenset(grams_of(one.core))
            self._spellings.append(replace(one, grams=grams, mass=self.mass(grams) or 1))
            self._by_core[one.core].append(self._spellings[-1])
        self._entries = self._make_entries()
        self._choices: dict[tuple[str, ...], list[str]] = {}
        self._alike: dict[tuple[str, tuple[str, ...]], tuple[Spelling, ...]] = {}

    def _make_entries(self) -> dict[str, dict[str, list[tuple[int, int]]]]:
        """Gram -> family -> the spellings that hold it, and how much it weighs there."""
        entries: dict[str, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
        for at, one in enumerate(self._spellings):
            length = math.sqrt(sum(self.rarity[gram] ** 2 for gram in one.grams)) or 1
            for gram in one.grams:
                entries[gram][_family(one)].append((at, round(self.rarity[gram] ** 2 / length) << _SHIFT))
        return {
            gram: {family: found for family, found in kept.items() if len(found) <= COMMON}
            for gram, kept in entries.items()
        }

    def mass(self, grams: Iterable[str]) -> int:
        """How much the grams tell together; one that no spelling holds tells most."""
        rarity, unknown = self.rarity, self._unknown
        return sum([rarity.get(gram, unknown) for gram in grams])

    def exact(self, name: Name) -> Iterator[Spelling]:
        """The spellings whose core is the name's, or the end of it: 疫情期间检查次数 is 检查次数."""
        core, found = name.core, self._by_core
        if core in found:
            yield from found[core]
        if name.text != core and name.text in found:
            yield from found[name.text]
        for start in range(1, len(core) - SHORTEST_END + 1):
            if core[start:] in found:
                yield from (spelling for spelling in found[core[start:]] if spelling.can_end)

    def alike(self, core: str, families: tuple[str, ...]) -> tuple[Spelling, ...]:
        """The spellings of the families whose cores are most like this one, letter for letter, best first."""
        asked = (core, families)
        if asked not in self._alike:
            if len(self._alike) >= REMEMBERED:
                self._alike.clear()
            choices = self._choices_of(families)
            near = process.extract(core, choices, scorer=Indel.normalized_similarity, limit=MOST, score_cutoff=LEAST)
            kept = {ITEM} if families == (ITEM,) else {*families}
            self._alike[asked] = tuple(
                one for found, _, _ in near for one in self._by_core[found] if _family(one) in kept
            )
        return self._alike[asked]

    def _choices_of(self, families: tuple[str, ...]) -> list[str]:
        if families not in self._choices:
            kept = {one.core for one in self._spellings if _family(one) in families}
            self._choices[families] = sorted(kept)
        return self._choices[families]

    def around(self, grams: Iterable[str], near: set[str], families: Iterable[str]) -> list[Spelling]:
        """The spellings of the families that share most with the letters of a name and of what stands near."""
        hits = []
        entries = self._entries
        for gram in near.union(grams):
            if gram in entries:
                weight = OWN if gram in grams else LENT
                hits += [(len(found), gram, weight, found) for family in families if (found := entries[gram].get(family))]
        hits.sort(key=_COUNT_AND_GRAM)
        shared: dict[int, int] = {}
        left = ENOUGH
        for count, _, weight, found in hits:
            for at, worth in found:
                shared[at] = shared.get(at, -at) + worth * weight
            left -= count
            if left < 0:
                break
        best = sorted(shared.values(), reverse=True)[:MOST]
        return [self._spellings[-value & ((1 << _SHIFT) - 1)] for value in best]


def _family(one: Spelling) -> str:
    return ITEM if one.item else one.indicator.unit_family
