"""The rules of the files beside the indicators: a word that would count for nothing is a slip, and told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.resources.spelling import squeeze
from pipeline.resources.tables import Row
from pipeline.resources.taxonomy.indicator import UNIT_FAMILIES

Fault = tuple[str, str]  # where, what
MEASURES = ("completion", "share")  # of a subject's rates that can be indicators of their own


def check_aliases(rows: Sequence[Row]) -> Iterator[Fault]:
    """Every row gives one indicator one more name, with its source."""
    seen: dict[tuple[str, ...], str] = {}
    for row in rows:
        key = (row["indicator"], squeeze(row["alias"]), row.get("unit_family"), row.get("context"))
        if key[2] and key[2] not in UNIT_FAMILIES:
            yield row.place, f"unit family {key[2]!r} is none of {', '.join(UNIT_FAMILIES)}"
        if not key[1]:
            yield row.place, f"a name of {key[0]} holds nothing to read: {row['alias']!r}"
        if not row["source"].strip():
            yield row.place, f"{row['alias']} has no source"
        if key in seen:
            yield row.place, f"{row['alias']} stands already in {seen[key]}"
        seen[key] = row.place


def check_words(
    marks: Iterable[Row], cues: Iterable[Row], heads: Iterable[Row], wording: Iterable[Row], rates: Iterable[Row]
) -> Iterator[Fault]:
    """Marks, cues, heads, wording and rates say something, in words that exist."""
    yield from _filled(marks, "group", "mark", "words")
    yield from _filled(cues, "indicator", "words")
    yield from _filled(wording, "printed", "meant")
    for row in heads:
        if wrong := [family for family in row.parts("families") if family not in UNIT_FAMILIES] or not row["head"]:
            yield row.place, f"{wrong} is no unit family; write {', '.join(UNIT_FAMILIES)}"
    for row in rates:
        if row["measure"] not in MEASURES:
            yield row.place, f"measure {row['measure']!r} is none of {', '.join(MEASURES)}"


def check_shared(rows: Iterable[Row]) -> Iterator[Fault]:
    """A shared name has two owners or more; one would take it from all others."""
    for row in rows:
        if len(set(row.parts("ids"))) < len(row.parts("ids")) or len(row.parts("ids")) < 2 or not squeeze(row["name"]):
            yield row.place, f"{row['name']!r} is no name of several indicators: {row['ids']}"


def _filled(rows: Iterable[Row], *columns: str) -> Iterator[Fault]:
    for row in rows:
        for column in columns:
            if not row[column].replace("|", "").strip():
                yield row.place, f"the column {column} is empty"
