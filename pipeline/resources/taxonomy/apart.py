"""What keeps indicators apart that are taken for one another: near misses, and names that hold somewhere only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from pipeline.resources.spelling import squeeze
from pipeline.resources.tables import Row, fault
from pipeline.resources.taxonomy.decision import NONE, Decision, place_word
from pipeline.resources.taxonomy.files import NEAR, is_decision, read_all
from pipeline.resources.taxonomy.indicator import Indicator


def read_near_misses(folders: Sequence[Path]) -> dict[tuple[str, str], Row]:
    """Pairs of ids, each both ways, and the row that tells them apart; a later folder has the last word.

    Raises ResourceError where a pair is told twice, or an indicator is set apart from itself.
    """
    found: dict[tuple[str, str], Row] = {}
    for folder in folders:
        mine: dict[tuple[str, str], Row] = {}
        for row in read_all((folder,), *NEAR):
            one, other = row["first"], row["second"]
            if one == other:
                raise fault(row.place, f"{one} is no near miss of itself")
            if (one, other) in mine:
                raise fault(row.place, f"{one} and {other} stand already in {mine[one, other].place}")
            mine[one, other] = mine[other, one] = row
        found |= mine
    return found


def decisions_of(rows: Iterable[Row], families: Mapping[str, str]) -> dict[str, tuple[Decision, ...]]:
    """Squeezed name to what was decided of it, in the order of the rows; ``families`` are the unit families of the ids."""
    found: dict[str, list[Decision]] = {}
    for row in rows:
        if is_decision(row):
            told = row["indicator"] if row["indicator"] != NONE else ""
            context = tuple(word for part in row.get("context").split("|") if (word := place_word(part)))
            decision = Decision(
                indicator=told,
                unit_family=row.get("unit_family").strip(),
                own_family=families.get(told, ""),
                context=context,
            )
            found.setdefault(squeeze(row["alias"]), []).append(decision)
    return {name: tuple(decisions) for name, decisions in found.items()}


def set_apart(indicators: Sequence[Indicator], pairs: Iterable[tuple[str, str]]) -> dict[str, Indicator]:
    """The indicators by id; who differs from another is its near miss too, whichever of the two says so."""
    others: dict[str, dict[str, None]] = {one.id: dict.fromkeys(one.differs_from) for one in indicators}
    said = [(one.id, other) for one in indicators for other in one.differs_from]
    for one, other in (*said, *pairs):
        others[one][other] = others[other][one] = None
    return {one.id: replace(one, differs_from=tuple(others[one.id])) for one in indicators}
