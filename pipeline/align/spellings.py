"""The spellings of a taxonomy, made ready to be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from pipeline.align.letters import NO_LETTERS, Letters
from pipeline.align.marks import LENT, MarkTable
from pipeline.align.names import NameReader
from pipeline.records import Record
from pipeline.resources.spelling import squeeze
from pipeline.resources.taxonomy import Indicator, Taxonomy

ITEM = "item"  # the 科目 are searched apart: few names are of one
FUND, ACCOUNT, CLASSIFICATIONS = "fund", "account", ("acct.e", "acct.f")  # with ITEM, whose money is told
SHORTEST_END = 2  # characters of a core that the end of a name is looked up as; so few only of counted things: 立案
# groups of marks by which an indicator is a part of the one above it
SPECIAL = ("scheme", "population", "aid", "kind", "pool", "care", "place")
# what is filed under health insurance, but any department may tell
EVERYWHERE = ("satisfaction.", "service.", "effect.", "audit.", "population.")
COUNTED = frozenset(("count", "persons", "person_times"))


class Spelling(Record, frozen=True):
    """One way to name one indicator."""

    indicator: Indicator
    wholes: frozenset[str]  # its names that read the same, squeezed
    text: str  # as the reader of names makes it
    core: str  # of a 科目 the whole text: 职工 and 公务员 in 缴费 names are no scopes
    told: int  # bits of the marks that the spelling tells
    meant: int  # these, and of the groups they leave open what the indicator means: 统筹基金收入 is of the scheme 职工
    groups: int  # flags of the groups that are told
    open_groups: int  # flags of the groups that are meant and not told
    kind: bool  # an institution
    family: str  # unit family; ``ITEM`` of a 科目
    item: bool = False  # a 科目
    under: tuple[str, ...] = ()  # the names of the indicators above
    placed: bool = False  # known by its place only: 行政运行 stands under many
    alone: bool = False  # though placed, no other 科目 of its classification goes by it
    shared: bool = False  # with other indicators: 覆盖率 says nothing at the end of a longer name
    whole: bool = False  # counts only where it is met as a whole: no name is likened to it
    can_end: bool = False  # a name that ends with it, after other words, can be the same
    side: str = ""  # whose money: see ``side_of``
    health: bool = False  # of health insurance, and of nothing else: 立案数 of its inspections
    cues: tuple[str, ...] = ()  # words that tell the indicator where they stand around a name
    scope: int = 0  # marks that set the indicator apart from the one above whose name this is; 0: the name is its own
    letters: Letters = NO_LETTERS  # of the core


def side_of(indicator: str, *, item: bool) -> str:
    """Whose money an indicator tells: an insurance fund's, the unit's by one of the two classifications, or in all; else "".

    >>> side_of("fund.income", item=False), side_of("acct.e.30215", item=True)
    ('fund', 'acct.e')
    """
    if item:
        return next((kind for kind in CLASSIFICATIONS if indicator.startswith(kind)), ITEM)
    if indicator.startswith(("fund.", "special.")):
        return FUND
    return ACCOUNT if indicator.startswith("account.") else ""


def make_spellings(taxonomy: Taxonomy, reader: NameReader) -> list[Spelling]:
    """Every name and alias, a 类款项 path aside; of one indicator each text once."""
    owners = [(name, one) for one in taxonomy.indicators.values() for name in (one.name, *one.aliases)]
    owners += [
        (name, taxonomy.indicators[one]) for name, ids in taxonomy.spellings.items() if len(ids) > 1 for one in ids
    ]
    namesakes = Counter(_leaf(one) for one in taxonomy.indicators.values())
    under = _names_above(taxonomy)
    found: dict[tuple[str, str, int, int], Spelling] = {}
    for name, one in owners:
        if not _is_path(name):
            alone = namesakes[_leaf(one)] == 1
            _put(found, _spelling(name, one, taxonomy, reader, under=under[one.id], alone=alone))
    for of, name in taxonomy.whole_names:
        more = _spelling(name, taxonomy.indicators[of], taxonomy, reader, under=under[of], alone=False)
        _put(found, replace(more, whole=True, can_end=False))
    for lent in list(_lend(list(found.values()), taxonomy, reader.marks)):
        found.setdefault(_key(lent), lent)
    return list(found.values())


def _put(found: dict[tuple[str, str, int, int], Spelling], spelling: Spelling) -> None:
    """Add a spelling, or its name to one that reads the same."""
    like = found.get(_key(spelling))
    if like is None:
        found[_key(spelling)] = spelling
        return
    found[_key(spelling)] = replace(
        like,
        wholes=like.wholes | spelling.wholes,
        whole=like.whole and spelling.whole,
        text=min(like.text, spelling.text, key=len),
        shared=like.shared and spelling.shared,
        can_end=like.can_end or spelling.can_end,
    )


def _key(one: Spelling) -> tuple[str, str, int, int]:
    return one.indicator.id, one.core, one.told, one.meant


def _spelling(
    name: str, one: Indicator, taxonomy: Taxonomy, reader: NameReader, *, under: tuple[str, ...], alone: bool
) -> Spelling:
    above, _, own = squeeze(name).rpartition(":")
    ready = reader.read(own)
    marks = reader.marks
    canonical = reader.read(squeeze(one.name).rpartition(":")[2]).marks & marks.mask(*LENT)
    scope = marks.bits(*(mark for mark in (one.scheme, one.population) if mark))
    meant = marks.over(marks.over(canonical, scope), ready.marks)
    item = _is_item(one)
    core = ready.text if item else ready.core
    shared = len(taxonomy.spellings.get(squeeze(name), ())) > 1
    told_groups = marks.groups[ready.marks]
    return Spelling(
        indicator=one,
        wholes=frozenset((ready.whole,)),
        text=ready.text,
        core=core,
        told=ready.marks,
        meant=meant,
        groups=told_groups,
        open_groups=marks.groups[meant] & ~told_groups,
        kind=bool(marks.groups[meant] & marks.flags("kind")),
        family=ITEM if item else one.unit_family,
        item=item,
        under=under,
        placed=item and bool(above),
        alone=alone,
        shared=shared,
        can_end=not shared
        and (
            len(core) > SHORTEST_END or (one.unit_family in COUNTED and not told_groups & ~marks.flags("act", "tally"))
        ),
        side=side_of(one.id, item=item),
        health=one.domain == "healthcare_security" and not one.id.startswith(EVERYWHERE),
        cues=taxonomy.cues.get(one.id, ()),
    )


def _lend(found: Sequence[Spelling], taxonomy: Taxonomy, marks: MarkTable) -> Iterator[Spelling]:
    """The names of an indicator for those below that only a scope sets apart: 受益面 is the 职工补偿面 where 职工 is told."""
    own: dict[str, list[Spelling]] = {}
    for spelling in found:
        if not spelling.whole:
            own.setdefault(spelling.indicator.id, []).append(spelling)
    for one in taxonomy.indicators.values():
        upper, mine = own.get(one.parent, ()), own.get(one.id, ())
        if upper and mine and upper[0].indicator.unit_family == one.unit_family and not mine[0].item:
            scope = mine[0].meant & marks.mask(*SPECIAL) & ~upper[0].meant
            if scope and not upper[0].meant & marks.mask(*SPECIAL) & ~mine[0].meant:
                yield from (_lent(spelling, mine[0], scope, marks) for spelling in upper)


def _lent(spelling: Spelling, mine: Spelling, scope: int, marks: MarkTable) -> Spelling:
    meant = marks.over(spelling.meant, scope)
    return replace(
        spelling,
        indicator=mine.indicator,
        meant=meant,
        open_groups=marks.groups[meant] & ~spelling.groups,
        kind=mine.kind,
        under=mine.under,
        cues=mine.cues,
        scope=scope,
    )


def _leaf(one: Indicator) -> tuple[str, str]:
    """The classification of a 科目 and its own name."""
    return one.id[: len("acct.f")], one.leaf


def _is_path(name: str) -> bool:
    """A whole 类款项 path: a query reads it level by level."""
    return "(类)" in squeeze(name)


def _is_item(one: Indicator) -> bool:
    return one.domain == "government_accounts"


def _names_above(taxonomy: Taxonomy) -> dict[str, tuple[str, ...]]:
    """By id, the names of every indicator above it; a 项 is placed by its 款 alone."""
    own = {
        one.id: tuple(squeeze(name) for name in (one.name, *one.aliases) if not _is_path(name))
        for one in taxonomy.indicators.values()
    }
    found: dict[str, tuple[str, ...]] = {}
    for one in taxonomy.indicators.values():
        names: list[str] = []
        upper = one
        while upper.parent and not (names and _is_item(one)):
            upper = taxonomy.indicators[upper.parent]
            names += own[upper.id]
        found[one.id] = tuple(_telling(names))
    return found


def _telling(names: Sequence[str]) -> Iterator[str]:
    """The names without those that hold a shorter one: where they stand, it stands."""
    kept: list[str] = []
    for name in sorted(dict.fromkeys(names), key=len):
        if not any(one in name for one in kept):
            kept.append(name)
            yield name
