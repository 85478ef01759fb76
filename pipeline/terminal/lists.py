"""A list of names aligned: a CSV in, the same rows with their indicators out."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from pipeline.align.aligner import Aligner
from pipeline.errors import UsageError
from pipeline.export.csv import header, line
from pipeline.export.schema import Column, Row
from pipeline.ingest.encodings import decode, find_encoding
from pipeline.ingest.files import read_bytes
from pipeline.records import Match, Record
from pipeline.resources.taxonomy import Taxonomy
from pipeline.resources.taxonomy.indicator import UNIT_FAMILIES
from pipeline.settings import Settings
from pipeline.terminal.errors import given_file

ASKED = ("name", "context", "unit_family")
ANSWERED = tuple(
    Column("names", name, "string", name in ("name", "reason"), name, "")
    for name in ("name", "indicator_id", "indicator_name", "match_status", "match_score", "runner_up", "reason")
)
_WORD = re.compile("[A-Za-z_ ]{4,}")  # no printed unit: those of reports are Chinese, or short (km)
LONGEST = 10_000  # characters of a name or context that are read: a longer one is none


class Listed(Record, frozen=True):
    """What was answered."""

    names: int
    passed_over: tuple[str, ...]  # words in the column unit_family that are none


def align_list(file: Path, out: Path, taxonomy: Path | None = None) -> Listed:
    """Write the answers for a list of names, row for row. Raises UsageError and ReadError."""
    rows = read_names(file)
    if out.exists() and out.samefile(file):
        raise UsageError(f"{out}: this is the list itself", stage="align", advice="name another file with --out")
    aligner = Aligner(Taxonomy.load(taxonomy))
    families = {unit: known_family(unit) for _, _, unit in rows}
    answers = (
        _row(name, aligner.look_up(name[:LONGEST], context[:LONGEST], families[unit] or ""))
        for name, context, unit in rows
    )
    written = header(ANSWERED) + "".join(line(ANSWERED, row) for row in answers)
    try:
        out.write_bytes(written.encode("utf-8", "replace"))
    except OSError as error:
        raise UsageError(
            f"{out}: cannot be written ({error.strerror})", stage="align", advice="name another file"
        ) from error
    return Listed(names=len(rows), passed_over=tuple(unit for unit, family in families.items() if family is None))


def read_names(file: Path) -> list[tuple[str, str, str]]:
    """Name, context and unit family of each row. Raises UsageError where there is no column of names, ReadError."""
    rows = read_csv(file, ASKED, needs=("name",))
    return [(row["name"], row["context"], row["unit_family"].strip()) for row in rows]


def known_family(told: str) -> str | None:
    """The unit family that a cell tells, in small letters, or the printed unit; None for a word that is neither.

    A misspelt family would pass for a printed unit that is counted, and hide every indicator of the right one.
    """
    family = told.lower()
    if family in UNIT_FAMILIES:
        return family
    return None if _WORD.fullmatch(told) else told


def read_csv(file: Path, columns: tuple[str, ...], *, needs: tuple[str, ...]) -> list[dict[str, str]]:
    """The rows of a CSV that anybody may have edited: columns in any order, missing ones and cells empty."""
    data = read_bytes(given_file(file), file.name, Settings().max_bytes)
    try:
        text = decode(data, find_encoding(data))
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{file}: no text ({error.reason})", stage="align", advice="save it as CSV in UTF-8"
        ) from error
    try:
        return list(_records(io.StringIO(text.replace("\0", ""), newline=""), file, columns, needs))
    except csv.Error as error:  # a quote that is never closed would swallow all rows behind it
        advice = "look for a quotation mark that is not closed, or not doubled"
        raise UsageError(f"{file}: no CSV ({error})", stage="align", advice=advice) from error


def _records(
    text: io.StringIO, file: Path, columns: tuple[str, ...], needs: tuple[str, ...]
) -> Iterator[dict[str, str]]:
    csv.field_size_limit(sys.maxsize)
    reader = csv.reader(text, delimiter=_delimiter(text), strict=True)
    head = [name.strip().lower() for name in next(reader, [])]
    if missing := [name for name in needs if name not in head]:
        message = f"{file}: the header lacks {', '.join(missing)}"
        raise UsageError(message, stage="align", advice=f"name the columns {', '.join(columns)}")
    at = {name: head.index(name) for name in columns if name in head}
    for record in reader:
        if record:
            yield {name: record[at[name]] if name in at and at[name] < len(record) else "" for name in columns}


def _delimiter(text: io.StringIO) -> str:
    """What parts the names of the header: a spreadsheet may save a CSV with semicolons or tabs."""
    first = text.readline()
    text.seek(0)
    return max(",;\t", key=first.count)


def _row(name: str, match: Match) -> Row:
    told = (
        match.indicator_id,
        match.indicator_name,
        match.status,
        round(match.score, 4),
        match.runner_up,
        match.reason,
    )
    return (name, *told)
