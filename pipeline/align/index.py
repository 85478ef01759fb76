"""The spellings of a taxonomy, made ready to be found: by core, by the end of a name, or by what letters they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace
from rapidfuzz import process
from rapidfuzz.distance import Indel

from pipeline.align.compare import Comparer
from pipeline.align.letters import LetterTable
from pipeline.align.memory import remember
from pipeline.align.names import REMEMBERED, Name, NameReader
from pipeline.align.spelling import Spelling
from pipeline.align.spellings import SHORTEST_END, make_spellings
from pipeline.resources.taxonomy import Taxonomy

MOST = 6  # cores that a search letter for letter brings
FEW = 4  # spellings that a search in the surroundings brings
LEAST = 0.3  # likeness: cores less alike are no candidates
BELOW = 0.2  # nor those so much less alike than the best one
SHORT = 4  # letters of a core that says too little
LONGEST_WITHIN = 8  # letters of a core that is looked for in what stands near
LONGEST_PART = 8  # letters of a name that may be a part of a spelling

Rests = dict[str, list[int]]


class Index:
    """All spellings by core, and by the letters and pairs of letters that their cores hold, weighed by rarity."""

    def __init__(self, taxonomy: Taxonomy, reader: NameReader) -> None:
        spellings = make_spellings(taxonomy, reader)
        self.compare = Comparer(reader.marks).compare
        self.tallies = reader.marks.mask("tally")
        self.letters = LetterTable([one.core for one in spellings])
        self._by_core: dict[str, list[Spelling]] = defaultdict(list)
        self._spellings: list[Spelling] = []
        for one in spellings:
            self._spellings.append(replace(one, letters=self.letters.of(one.core)))
            self._by_core[one.core].append(self._spellings[-1])
        self._rests = self._make_rests()
        self._cores = list(self._by_core)
        self._pairs = self._make_pairs()
        self._alike: dict[tuple[str, tuple[str, ...]], tuple[Spelling, ...]] = {}

    def _make_pairs(self) -> dict[str, dict[str, set[int]]]:
        """Family -> two letters in a row -> the cores that hold them, by their places."""
        pairs: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        for at, core in enumerate(self._cores):
            for family in {one.family for one in self._by_core[core] if not one.whole}:
                for pair in [*map(str.__add__, core, core[1:])] or [core]:
                    pairs[family][pair].add(at)
        return {family: dict(found) for family, found in pairs.items()}

    def _make_rests(self) -> dict[str, dict[str, Rests]]:
        """Family -> what a core ends or begins with -> first or last two letters of the rest -> place of the spelling."""
        rests: dict[str, dict[str, Rests]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
        for at, one in enumerate(self._spellings):
            for cut in range(1, len(one.core) if not one.whole else 1):
                for part, rest in ((one.core[cut:], one.core[:cut]), (one.core[:cut], one.core[cut:])):
                    if SHORTEST_END <= len(part) <= LONGEST_PART:
                        for pair in (rest[:2], rest[-2:]):
                            rests[one.family][part][pair].append(at)
        return {family: dict(found) for family, found in rests.items()}

    def sole(self, name: Name) -> Sequence[Spelling]:
        """The spellings of a name that is one indicator's to the letter, its core no other's; none of another name.

        A short name is not sure of its own: what stands around it may make it another's.
        """
        found = self._by_core.get(name.core, ())
        if not found or len(name.core) <= SHORT or any(one.item for one in found):
            return ()
        alone = all(one.indicator.id == found[0].indicator.id for one in found)
        return found if alone and any(name.whole in one.wholes for one in found) else ()

    def is_other_item(self, indicator: str, name: Name) -> bool:
        """Whether a name is that of a 科目 to the letter, but not of this one."""
        items = {one.indicator.id for one in self._by_core.get(name.text, ()) if one.item}
        return bool(items) and indicator not in items

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
                    if one.family in families and (one.indicator.id, one.told) not in seen
                ]
                seen.update((one.indicator.id, one.told) for one in kept)
                yield from kept

    def within(self, near: str, families: Iterable[str]) -> Iterator[Spelling]:
        """The spellings of the families whose cores stand near, as a whole: what a name that only counts may count."""
        kept = {*families}
        for length in range(min(LONGEST_WITHIN, len(near)), SHORTEST_END - 1, -1):
            for start in range(len(near) - length + 1):
                if found := self._by_core.get(near[start : start + length]):
                    yield from (one for one in found if one.family in kept)

    def around(self, core: str, near: set[str], families: Iterable[str]) -> Iterator[Spelling]:
        """The spellings of the families that a name, or its longest end, is a part of, the rest standing near.

        ``near`` are the letters, and the pairs of letters, of what stands near."""
        tables = [self._rests[family] for family in families if family in self._rests]
        for start in range(max(len(core) - LONGEST_PART, 0), len(core) - SHORTEST_END + 1):
            found: dict[int, int] = {}  # place of a spelling -> how many of its two pairs stand near
            for rests in [table[core[start:]] for table in tables if core[start:] in table]:
                for pair in rests.keys() & near:
                    for at in rests[pair]:
                        found[at] = found.get(at, 0) + 1
            if found:
                yield from (self._spellings[at] for at in sorted(found, key=lambda at: (-found[at], at))[:FEW])
                return
