"""The spellings of a taxonomy, made ready to be found: by core, or by a core that reads much the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from rapidfuzz import process
from rapidfuzz.distance import Indel

from pipeline.align.names import Marks, NameReader
from pipeline.records import Record
from pipeline.resources.spelling import squeeze
from pipeline.resources.taxonomy import Indicator, Taxonomy

MOST = 12  # spellings that a fuzzy search brings


class Spelling(Record):
    """One way to name one indicator."""

    indicator: Indicator
    text: str
    core: str
    marks: Marks  # what the spelling tells
    implied: Marks  # what the indicator means beyond it: 统筹基金收入 is of the scheme 职工
    under: frozenset[str] = frozenset()  # of a 科目 known by its place only: names of the one above (行政运行)

    @property
    def account(self) -> bool:
        return self.indicator.domain == "government_accounts"


class Index:
    """All spellings by core; the cores by unit family for the fuzzy search."""

    def __init__(self, taxonomy: Taxonomy, reader: NameReader) -> None:
        self.by_core: dict[str, list[Spelling]] = defaultdict(list)
        self._families: dict[tuple[str, bool], dict[str, None]] = defaultdict(dict)
        self._choices: dict[frozenset[str], list[str]] = {}
        for spelling in _spellings(taxonomy, reader):
            self.by_core[spelling.core].append(spelling)
            self._families[spelling.indicator.unit_family, spelling.account][spelling.core] = None

    def near(self, core: str, families: Collection[str], *, accounts: bool, at_least: float) -> list[Spelling]:
        """The spellings whose core is most like this one (similarity of 0 to 1, Indel), best first."""
        choices = self._choices_of(frozenset(families), accounts)
        found = process.extract(core, choices, scorer=Indel.normalized_similarity, limit=MOST, score_cutoff=at_least)
        return [spelling for near, _, _ in found for spelling in self.by_core[near]]

    def _choices_of(self, families: frozenset[str], accounts: bool) -> list[str]:
        key = families | {"accounts"} if accounts else families
        if key not in self._choices:
            kinds = [(family, kind) for family in sorted(families) for kind in ((False, True) if accounts else (False,))]
            self._choices[key] = list({core: None for kind in kinds for core in self._families.get(kind, {})})
        return self._choices[key]


def _spellings(taxonomy: Taxonomy, reader: NameReader) -> list[Spelling]:
    owners = [(name, one) for one in taxonomy.indicators.values() for name in (one.name, *one.aliases)]
    owners += [(name, taxonomy.indicators[one]) for name, ids in taxonomy.spellings.items() if len(ids) > 1 for one in ids]
    found: dict[tuple[str, str], Spelling] = {}
    for name, one in owners:
        if "（项）" in name or "（款）" in name or "（类）" in name and one.id.startswith("acct.f"):
            continue  # a whole path is read by its levels
        above, _, own = name.rpartition("：")
        ready = reader.read(own or name)
        implied = {group: frozenset((value,)) for group, value in (("scheme", one.scheme), ("population", one.population)) if value}
        under = _names(taxonomy, one.parent) if above and one.parent else frozenset()
        spelling = Spelling(indicator=one, text=ready.text, core=ready.core, marks=ready.marks, implied=implied, under=under)
        found.setdefault((one.id, ready.text), spelling)
    return list(found.values())


def _names(taxonomy: Taxonomy, one: str) -> frozenset[str]:
    parent = taxonomy.indicators[one]
    return frozenset(squeeze(name) for name in (parent.name, *parent.aliases) if "（" not in name)
