"""What stands above a spelling in its taxonomy: the names of the indicators that it is a kind or a part of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.resources.spelling import squeeze
from pipeline.resources.taxonomy import Indicator, Taxonomy


def names_above(taxonomy: Taxonomy) -> dict[str, tuple[str, ...]]:
    """By id, the names of every indicator above it; a 项 is placed by its 款 alone."""
    own = {
        one.id: tuple(squeeze(name) for name in (one.name, *one.aliases) if not is_path(name))
        for one in taxonomy.indicators.values()
    }
    found: dict[str, tuple[str, ...]] = {}
    for one in taxonomy.indicators.values():
        names: list[str] = []
        upper = one
        while upper.parent and not (names and is_item(one)):
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


def is_path(name: str) -> bool:
    """A whole 类款项 path: a query reads it level by level."""
    return "(类)" in squeeze(name)


def is_item(one: Indicator) -> bool:
    """A 科目 of one of the two classifications."""
    return one.domain == "government_accounts"
