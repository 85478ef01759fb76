"""The spellings of a taxonomy, made ready to be compared."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from pipeline.align.lending import lend
from pipeline.align.marks import LENT
from pipeline.align.names import NameReader
from pipeline.align.spelling import ITEM, Spelling, side_of
from pipeline.align.under import is_item, is_path, names_above
from pipeline.resources.spelling import squeeze
from pipeline.resources.taxonomy import Indicator, Taxonomy

SHORTEST_END = 2  # characters of a core that the end of a name is looked up as; so few only of counted things: 立案
# what is filed under health insurance, but any department may tell
EVERYWHERE = ("satisfaction.", "service.", "effect.", "audit.", "population.")
COUNTED = frozenset(("count", "persons", "person_times"))


def make_spellings(taxonomy: Taxonomy, reader: NameReader) -> list[Spelling]:
    """Every name and alias, a 类款项 path aside; of one indicator each text once."""
    owners = [(name, one) for one in taxonomy.indicators.values() for name in (one.name, *one.aliases)]
    owners += [
        (name, taxonomy.indicators[one]) for name, ids in taxonomy.spellings.items() if len(ids) > 1 for one in ids
    ]
    namesakes = Counter(_leaf(one) for one in taxonomy.indicators.values())
    under = names_above(taxonomy)
    found: dict[tuple[str, str, int, int], Spelling] = {}
    for name, one in owners:
        if not is_path(name):
            alone = namesakes[_leaf(one)] == 1
            _put(found, _spelling(name, one, taxonomy, reader, under=under[one.id], alone=alone))
    for of, name in taxonomy.whole_names:
        more = _spelling(name, taxonomy.indicators[of], taxonomy, reader, under=under[of], alone=False)
        _put(found, replace(more, whole=True, can_end=False))
    for lent in list(lend(list(found.values()), taxonomy, reader.marks)):
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
    item = is_item(one)
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


def _leaf(one: Indicator) -> tuple[str, str]:
    """The classification of a 科目 and its own name."""
    return one.id[: len("acct.f")], one.leaf
