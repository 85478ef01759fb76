"""The spellings of a taxonomy, made ready to be found: by core, by the end of a name, or by what letters they share."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from msgspec.structs import replace
from rapidfuzz import process
from rapidfuzz.distance import Indel

from pipeline.align.compare import Comparer
from pipeline.align.memory import remember
from pipeline.align.names import REMEMBERED, Name, NameReader
from pipeline.align.spellings import SHORTEST_END, Spelling, make_spellings
from pipeline.resources.taxonomy import Taxonomy

ITEM = "item"  # the 科目 are searched apart: few names are of one
MOST = 8  # cores that a search letter for letter brings
FEW = 4  # spellings that a search in the surroundings brings
LEAST = 0.3  # likeness: cores less alike are no candidates
BELOW = 0.3  # nor those so much less alike than the best one
SHORT = 4  # letters of a core that says too little
LONGEST_WITHIN = 8  # letters of a core that is looked for in what stands near
LONGEST_PART = 8  # letters of a name that may be a part of a spelling
_SCALE = 1000  # rarities are whole numbers, so that their sums do not hang on the order of a set

_RANK = itemgetter(0, 1)


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
        self._rests = self._make_rests()
        self._cores = list(self._by_core)
        self._pairs = self._make_pairs()
        self._alike: dict[tuple[str, tuple[str, ...]], tuple[Spelling, ...]] = {}

    def _make_pairs(self) -> dict[str, dict[str, set[int]]]:
        """Family -> two letters in a row -> the cores that hold them, by their places."""
        pairs: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        for at, core in enumerate(self._cores):
            for family in {_family(one) for one in self._by_core[core]}:
                for pair in [*map(str.__add__, core, core[1:])] or [core]:
                    pairs[family][pair].add(at)
        return {family: dict(found) for family, found in pairs.items()}

    def _make_rests(self) -> dict[tuple[str, str], list[tuple[str, str, Spelling]]]:
        """(Family, what a core ends or begins with) -> first and last two letters of the rest, and the spelling."""
        rests: dict[tuple[str, str], list[tuple[str, str, Spelling]]] = defaultdict(list)
        for one in self._spellings:
            for cut in range(1, len(one.core)):
                for part, rest in ((one.core[cut:], one.core[:cut]), (one.core[:cut], one.core[cut:])):
                    if SHORTEST_END <= len(part) <= LONGEST_PART:
                        rests[_family(one), part].append((rest[:2], rest[-2:], one))
        return rests

    def mass(self, grams: Iterable[str]) -> int:
        """How much the grams tell together; one that no spelling holds tells most."""
        rarity, unknown = self.rarity, self._unknown
        return sum([rarity.get(gram, unknown) for gram in grams])

    def weigh(self, grams: Iterable[str]) -> int:
        """The same of grams that some spelling holds."""
        return sum(map(self.rarity.__getitem__, grams))

    def sole(self, name: Name) -> Sequence[Spelling]:
        """The spellings of a name that is one indicator's to the letter, its core no other's; none of another name.

        A short name is not sure of its own: what stands around it may make it another's.
        """
        found = self._by_core.get(name.core, ())
        if not found or len(name.core) <= SHORT or any(one.item for one in found):
            return ()
        alone = all(one.indicator.id == found[0].indicator.id for one in found)
        return found if alone and any(name.whole in one.wholes for one in found) else ()

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
            remember(self._alike, asked, tuple(self._search(core, families)), most=REMEMBERED)
        return self._alike[asked]

    def _search(self, core: str, families: tuple[str, ...]) -> Iterator[Spelling]:
        """Of the cores that share two letters in a row, those most alike."""
        pairs = [*map(str.__add__, core, core[1:])] or [core]
        tables = [self._pairs[family] for family in families if family in self._pairs]
        places = set().union(*[table[pair] for table in tables for pair in pairs if pair in table])
        choices = [self._cores[at] for at in sorted(places)]
        near = process.extract(core, choices, scorer=Indel.normalized_similarity, limit=MOST, score_cutoff=LEAST)
        seen: set[tuple[str, int]] = set()  # an indicator is tried by the spelling that is most alike, for each scope
        for found, likeness, _ in near:
            if likeness >= near[0][1] - BELOW:
                kept = [
                    one
                    for one in self._by_core[found]
                    if _family(one) in families and (one.indicator.id, one.told) not in seen
                ]
                seen.update((one.indicator.id, one.told) for one in kept)
                yield from kept

    def within(self, near: str, families: Iterable[str]) -> Iterator[Spelling]:
        """The spellings of the families whose cores stand near, as a whole: what a name that only counts may count."""
        kept = {*families}
        for length in range(min(LONGEST_WITHIN, len(near)), SHORTEST_END - 1, -1):
            for start in range(len(near) - length + 1):
                if found := self._by_core.get(near[start : start + length]):
                    yield from (one for one in found if _family(one) in kept)

    def around(self, core: str, near: str, families: Iterable[str]) -> Iterator[Spelling]:
        """The spellings of the families that a name, or its longest end, is a part of, the rest standing near."""
        for start in range(len(core) - SHORTEST_END + 1):
            part = core[start:]
            found = [
                (-(first in near) - (last in near), at, spelling)
                for family in families
                for at, (first, last, spelling) in enumerate(self._rests.get((family, part), ()))
                if first in near or last in near
            ]
            if found:
                yield from (spelling for _, _, spelling in heapq.nsmallest(FEW, found, key=_RANK))
                return


def _family(one: Spelling) -> str:
    return ITEM if one.item else one.indicator.unit_family
