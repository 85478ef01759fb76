"""Names that an indicator lends to those below it that only a scope sets apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from pipeline.align.marks import MarkTable
from pipeline.align.spelling import Spelling
from pipeline.resources.taxonomy import Taxonomy

# groups of marks by which an indicator is a part of the one above it
SPECIAL = ("scheme", "population", "aid", "kind", "pool", "care", "place")


def lend(found: Sequence[Spelling], taxonomy: Taxonomy, marks: MarkTable) -> Iterator[Spelling]:
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
