"""The spellings of a taxonomy, made ready to be found: by core, by the end of a name, or by likeness."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import Indel

from pipeline.align.names import LENT, Marks, Name, NameReader
from pipeline.records import Record
from pipeline.resources.spelling import squeeze
from pipeline.resources.taxonomy import Indicator, Taxonomy

MOST = 12  # cores that a fuzzy search brings
SHORTEST_END = 2  # characters of a core that the end of a name is looked up as; so few only of counted things: 立案
COUNTED = frozenset(("count", "persons", "person_times"))


class Spelling(Record, frozen=True):
    """One way to name one indicator."""

    indicator: Indicator
    whole: str  # squeezed
    text: str  # as the reader of names makes it
    core: str  # of a 科目 the whole text: 职工 and 公务员 in 缴费 names are no scopes
    marks: Marks  # what the spelling tells
    implied: Marks  # what the indicator means beyond it: 统筹基金收入 is of the scheme 职工
    account: bool = False  # a 科目
    under: frozenset[str] = frozenset()  # the names of the indicators above
    placed: bool = False  # known by its place only: 行政运行 stands under many
    alone: bool = False  # though placed, no other 科目 of its classification goes by it
    shared: bool = False  # with other indicators: 覆盖率 says nothing at the end of a longer name


class Index:
    """All spellings by core; the cores by unit family for the fuzzy search."""

    def __init__(self, taxonomy: Taxonomy, reader: NameReader) -> None:
        self._by_core: dict[str, list[Spelling]] = defaultdict(list)
        self._cores: dict[tuple[str, bool], dict[str, None]] = defaultdict(dict)
        self._choices: dict[tuple[frozenset[str], bool], list[str]] = {}
        for spelling in _spellings(taxonomy, reader):
            self._by_core[spelling.core].append(spelling)
            self._cores[spelling.indicator.unit_family, spelling.account][spelling.core] = None

    def exact(self, name: Name) -> Iterator[Spelling]:
        """The spellings whose core is the name's, or the end of it: 疫情期间检查次数 is 检查次数."""
        for whole in dict.fromkeys((name.core, name.text)):
            yield from self._by_core.get(whole, ())
        for start in range(1, len(name.core) - SHORTEST_END + 1):
            for spelling in self._by_core.get(name.core[start:], ()):
                if _can_end(spelling):
                    yield spelling

    def near(self, name: Name, families: Iterable[str], *, accounts: bool, at_least: float) -> Iterator[Spelling]:
        """The spellings whose core is most like the name's (similarity of 0 to 1, Indel)."""
        for text, account in ((name.core, False), (name.text, True))[: 2 if accounts else 1]:
            choices = self._choices_of(frozenset(families), account)
            near = process.extract(text, choices, scorer=Indel.normalized_similarity, limit=MOST, score_cutoff=at_least)
            for core, _, _ in near:
                yield from self._by_core[core]

    def _choices_of(self, families: frozenset[str], account: bool) -> list[str]:
        if (families, account) not in self._choices:
            cores = (core for family in sorted(families) for core in self._cores.get((family, account), ()))
            self._choices[families, account] = list(dict.fromkeys(cores))
        return self._choices[families, account]


def _spellings(taxonomy: Taxonomy, reader: NameReader) -> list[Spelling]:
    owners = [(name, one) for one in taxonomy.indicators.values() for name in (one.name, *one.aliases)]
    owners += [
        (name, taxonomy.indicators[one]) for name, ids in taxonomy.spellings.items() if len(ids) > 1 for one in ids
    ]
    namesakes = Counter(_leaf(one) for one in taxonomy.indicators.values())
    found: dict[tuple[str, str], Spelling] = {}
    for name, one in owners:
        if not _is_path(name):
            spelling = _spelling(name, one, taxonomy, reader, namesakes)
            found.setdefault((one.id, spelling.text), spelling)
    return list(found.values())


def _spelling(
    name: str, one: Indicator, taxonomy: Taxonomy, reader: NameReader, namesakes: Counter[tuple[str, str]]
) -> Spelling:
    above, _, own = squeeze(name).rpartition(":")
    ready = reader.read(own)
    account = one.domain == "government_accounts"
    scope = {reader.group(mark): frozenset((mark,)) for mark in (one.scheme, one.population) if mark}
    canonical = reader.read(squeeze(one.name).rpartition(":")[2]).marks
    return Spelling(
        indicator=one,
        whole=ready.whole,
        text=ready.text,
        core=ready.text if account else ready.core,
        marks=ready.marks,
        implied={group: marks for group, marks in canonical.items() if group in LENT} | scope,
        account=account,
        under=frozenset(_names_above(taxonomy, one, every=not account)),
        placed=account and bool(above),
        alone=namesakes[_leaf(one)] == 1,
        shared=len(taxonomy.spellings.get(squeeze(name), ())) > 1,
    )


def _leaf(one: Indicator) -> tuple[str, str]:
    """The classification of a 科目 and its own name."""
    return one.id[: len("acct.f")], one.name.rpartition("：")[2]


def _can_end(spelling: Spelling) -> bool:
    """Whether a name that ends with the spelling, after other words, can be the same."""
    if spelling.shared or len(spelling.core) > SHORTEST_END:
        return not spelling.shared
    return spelling.indicator.unit_family in COUNTED and not spelling.marks.keys() - {"act", "tally"}


def _is_path(name: str) -> bool:
    """A whole 类款项 path: a query reads it level by level."""
    return "(类)" in squeeze(name)


def _names_above(taxonomy: Taxonomy, one: Indicator, *, every: bool) -> Iterator[str]:
    """The names of the indicator above, or of every one above: a 项 is placed by its 款 alone."""
    while one.parent:
        one = taxonomy.indicators[one.parent]
        yield from (squeeze(name) for name in (one.name, *one.aliases) if not _is_path(name))
        if not every:
            return
