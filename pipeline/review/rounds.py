"""Corrections of observations, saved as rounds: one CSV a round, one row a corrected field.

A round is never changed once written; what a later round says of the same field counts. Columns: ``doc_id,
observation_id, field, old, new, who, when``; ``field`` is a column of observations.csv.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import UsageError
from pipeline.records import Record

if TYPE_CHECKING:
    from pandas import DataFrame


class Correction(Record, frozen=True):
    """One field of one observation, as it was and as it should be."""

    doc_id: str
    observation_id: str
    field: str
    old: str
    new: str
    who: str = ""
    when: str = ""  # ISO 8601


def find_corrections(before: DataFrame, after: DataFrame, *, who: str = "", when: str = "") -> list[Correction]:
    """What an edited copy of an observations frame changed, in the frame's order; rows are told apart by their ids.

    Raises UsageError if the copy has an observation that the frame has not.
    """
    old_rows, new_rows = _by_key(before), _by_key(after)
    if unknown := [key for key in new_rows if key not in old_rows]:
        message = f"{'/'.join(unknown[0])} is no row of the table that was corrected"
        raise UsageError(message, stage="review", advice="leave doc_id and observation_id as they are")
    return [
        Correction(doc_id=doc_id, observation_id=row_id, field=field, old=old, new=row[field], who=who, when=when)
        for (doc_id, row_id), row in new_rows.items()
        for field, old in old_rows[doc_id, row_id].items()
        if row[field] != old
    ]


def save_round(folder: Path, corrections: Iterable[Correction]) -> Path:
    """Write a round under the next free number (``round-001.csv``) and give its path."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers = [int(path.stem.removeprefix("round-")) for path in folder.glob("round-[0-9][0-9][0-9].csv")]
    path = folder / f"round-{max(numbers, default=0) + 1:03d}.csv"
    fields = Correction.__struct_fields__
    with path.open("x", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(fields)
        writer.writerows([getattr(correction, field) for field in fields] for correction in corrections)
    return path


def read_rounds(folder: Path) -> list[Correction]:
    """Every correction, round by round."""
    found = []
    for path in sorted(folder.glob("round-[0-9][0-9][0-9].csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            found += [Correction(**row) for row in csv.DictReader(file)]
    return found


def _by_key(frame: DataFrame) -> dict[tuple[str, str], dict[str, str]]:
    rows = ({str(field): _text(value) for field, value in row.items()} for row in frame.to_dict("records"))
    return {(row["doc_id"], row["observation_id"]): row for row in rows}


def _text(value: object) -> str:
    """A field as the CSV has it: 1 or empty for a boolean, nothing for what is missing."""
    if isinstance(value, bool):
        return "1" if value else ""
    return "" if value is None or value != value else str(value)  # only NaN differs from itself
