"""What a reviewer decided in ``review/alignment.csv``, taken into a taxonomy: accepted names become its aliases."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from pipeline.errors import ResourceError, UsageError
from pipeline.records import Record
from pipeline.resources.spelling import squeeze
from pipeline.resources.taxonomy import Taxonomy
from pipeline.resources.taxonomy.files import ALIASES, COLUMNS, INDICATORS, SETTINGS

DECIDED = ("accepted", "indicator_text", "candidate", "runner_up")
# what a reviewer may write for the best and the second candidate instead of an id
FIRST, SECOND = ("x", "y", "yes", "1", "是", "对", "√"), ("2",)


class Accepted(Record, frozen=True):
    """What became of the rows of a file."""

    added: int
    known: int  # names that the indicator has already
    open: int  # rows without a decision


def apply_decisions(rows: Iterable[Mapping[str, str]], folder: Path, source: str) -> Accepted:
    """Add the accepted names to ``aliases.csv`` of a taxonomy folder, which is made, extending ours, if there is none.

    Raises UsageError at a decision that is no id, ResourceError at a name that belongs to another indicator; then
    nothing is written.
    """
    taxonomy = Taxonomy.load(folder if folder.exists() else None)
    added: dict[str, str] = {}
    known = undecided = 0
    for number, row in enumerate(rows, 2):
        one, name = _decision(row, number, taxonomy), row["indicator_text"].strip()
        if not one or not squeeze(name):
            undecided += 1
        elif one in taxonomy.spellings.get(squeeze(name), ()):
            known += 1
        else:
            _put(added, name, one, number, taxonomy)
    if added:
        _write(folder, added, source)
    return Accepted(added=len(added), known=known, open=undecided)


def _decision(row: Mapping[str, str], number: int, taxonomy: Taxonomy) -> str:
    """The id that a row's decision names; empty where there is none."""
    said = row["accepted"].strip()
    one = row["candidate"] if said.lower() in FIRST else row["runner_up"] if said in SECOND else said
    if one and one not in taxonomy.indicators:
        advice = "write an id of the taxonomy, x for the candidate or 2 for the runner-up"
        raise UsageError(f"row {number}: {said} is no decision", stage="review", advice=advice)
    return one


def _put(added: dict[str, str], name: str, one: str, number: int, taxonomy: Taxonomy) -> None:
    owners = taxonomy.spellings.get(squeeze(name), ()) or tuple({added[name]} - {one} if name in added else ())
    if owners:
        advice = "keep it under one, or list it in shared_names.csv of the taxonomy"
        message = f"row {number}: {name} belongs to {', '.join(owners)} already"
        raise ResourceError(message, stage="review", advice=advice)
    added[name] = one


def _write(folder: Path, added: Mapping[str, str], source: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / INDICATORS).exists():
        (folder / INDICATORS).write_text(",".join(COLUMNS) + "\n", encoding="utf-8")
        (folder / SETTINGS).write_text("extends = true\n", encoding="utf-8")
    name, columns = ALIASES
    path = folder / name
    text = path.read_text(encoding="utf-8-sig") if path.exists() else ",".join(columns) + "\n"
    lines = io.StringIO(newline="")
    csv.writer(lines, lineterminator="\n").writerows((one, alias, source) for alias, one in added.items())
    path.write_text(text.rstrip("\n") + "\n" + lines.getvalue(), encoding="utf-8")
