"""What a reviewer decided in ``review/alignment.csv``, taken into a taxonomy: accepted names become its aliases.

A name that is nobody's becomes a plain alias. Where several indicators go by it, or its own indicator was not found by it, the
row keeps where it holds: the unit family, and what stands above the name if units do not tell the owners apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from pipeline.errors import ResourceError, UsageError
from pipeline.records import Record
from pipeline.resources.spelling import squeeze
from pipeline.resources.taxonomy import Taxonomy
from pipeline.resources.taxonomy.decision import NONE
from pipeline.review.alias_file import Alias, Key, add_aliases, known_aliases

DECIDED = ("accepted", "indicator_text", "candidate", "runner_up", "unit", "full_name", "context")
# what a reviewer may write for the best and the second candidate, and for none of the taxonomy, instead of an id
FIRST, SECOND = ("x", "y", "yes", "1", "是", "对", "√"), ("2",)
NOT_OURS = ("none", "0", "-", "无", "否")
_LITTLE = 3  # letters of a name that could be anything's
_DEFUSED = re.compile(r"^'(?=[=+\-@\t\r])")  # what the list sets before text that a spreadsheet would execute
_COLUMN = re.compile(r"[（(][^（）()]*[）)]$")  # 合计（金额）: a column of the row

Fits = Callable[[str], Mapping[str, float]]  # printed unit -> unit family -> how well they go together, 0 to 1


class Accepted(Record, frozen=True):
    """What became of the rows of a file."""

    added: int
    known: int  # names that the taxonomy has already, as decided
    open: int  # rows without a decision


def apply_decisions(rows: Iterable[Mapping[str, str]], folder: Path, source: str, fits: Fits) -> Accepted:
    """Add the accepted names to ``aliases.csv`` of a taxonomy folder, which is made, extending ours, if there is none.

    Raises UsageError at a decision that is no id, ResourceError at a name that others share where nothing tells them
    apart; then nothing is written.
    """
    taxonomy = Taxonomy.load(folder if folder.exists() else None)
    there = known_aliases(folder)
    added: dict[Key, Alias] = {}
    known = undecided = 0
    for number, printed in enumerate(rows, 2):
        row = {column: _DEFUSED.sub("", text).strip() for column, text in printed.items()}
        one = _decision(row, number, taxonomy)
        if not one or not squeeze(row["indicator_text"]):
            undecided += 1
            continue
        rivals = _rivals(row["indicator_text"], one, taxonomy, added.values())
        plain = Alias(indicator=one, name=row["indicator_text"])
        free = not rivals and len(squeeze(plain.name)) > _LITTLE
        free = free and one not in (NONE, *taxonomy.exact_ids(plain.name))
        found = [plain] if free or plain.key() in there else list(_where(row, one, number, rivals, taxonomy, fits))
        new = {alias.key(): alias for alias in found if alias.key() not in there}
        known += not new.keys() - added.keys()
        added |= new
    add_aliases(folder, added.values(), source)
    return Accepted(added=len(added), known=known, open=undecided)


def _decision(row: Mapping[str, str], number: int, taxonomy: Taxonomy) -> str:
    """The id that a row's decision names, or NONE; empty where there is no decision."""
    said = row["accepted"]
    if said.lower() in NOT_OURS:
        return NONE
    one = row["candidate"] if said.lower() in FIRST else row["runner_up"] if said in SECOND else said
    if said and one not in taxonomy.indicators:
        advice = "write an id of the taxonomy, x for the candidate, 2 for the runner-up, or none"
        raise UsageError(f"row {number}: {said} is no decision", stage="review", advice=advice)
    return one


def _where(
    row: Mapping[str, str], one: str, number: int, rivals: list[str], taxonomy: Taxonomy, fits: Fits
) -> Iterator[Alias]:
    """Rows that hold for the unit, and where that is not enough for the place, that the reviewer saw.

    A name that says little holds where it was seen only. Its own name, by which an indicator was not found, is one of them
    if the row tells a unit.
    """
    short = row["context"] if len(squeeze(row["indicator_text"])) <= _LITTLE else ""
    told = fits(row["unit"]) if row["unit"] else {}
    family = max(told, key=lambda each: told[each], default="")
    own = told.get(taxonomy.indicators[one].unit_family, 0.0) if one != NONE else 1.0
    near = [rival for rival in rivals if not told or told.get(taxonomy.indicators[rival].unit_family, 0.0) >= own]
    place = _place(row, near, number) if near else short
    if family or place or one not in taxonomy.exact_ids(row["indicator_text"]):
        for name in _said(row):
            yield Alias(indicator=one, name=name, unit_family=family, context=place)


def _rivals(name: str, one: str, taxonomy: Taxonomy, added: Iterable[Alias]) -> list[str]:
    """The other indicators that go by a name, or will."""
    key = squeeze(name)
    new = (each.indicator for each in added if squeeze(each.name) == key)
    return [owner for owner in dict.fromkeys((*taxonomy.exact_ids(name), *new)) if owner not in (one, NONE)]


def _said(row: Mapping[str, str]) -> list[str]:
    """The name as printed, and as the first report's full name has it: what the aligner is asked for."""
    full = _COLUMN.sub("", row["full_name"].rpartition("：")[2]).strip()
    names = {squeeze(name): name for name in (row["indicator_text"], full) if squeeze(name)}
    return list(names.values())


def _place(row: Mapping[str, str], rivals: list[str], number: int) -> str:
    """What stands above the name, for rivals of the same unit. Raises ResourceError where the row does not say."""
    if place := row["context"]:
        return place
    advice = "say in the column context what stands above it there, or list it in shared_names.csv of the taxonomy"
    message = f"row {number}: {row['indicator_text']} belongs to {', '.join(rivals)} already"
    raise ResourceError(message, stage="review", advice=advice)
