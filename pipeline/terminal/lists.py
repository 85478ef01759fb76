"""A list of names aligned: a CSV in, the same rows with their indicators out."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from pipeline.align.aligner import Aligner
from pipeline.errors import UsageError
from pipeline.export.csv import header, line
from pipeline.export.schema import Column, Row
from pipeline.ingest.encodings import decode, find_encoding
from pipeline.ingest.files import read_bytes
from pipeline.records import Match
from pipeline.resources.taxonomy import Taxonomy
from pipeline.settings import Settings

ASKED = ("name", "context", "unit_family")
ANSWERED = tuple(
    Column("names", name, "string", name in ("name", "reason"), name, "")
    for name in ("name", "indicator_id", "indicator_name", "match_status", "match_score", "runner_up", "reason")
)
LONGEST = 10_000  # characters of a name or context that are read: a longer one is none


def align_list(file: Path, out: Path, taxonomy: Path | None = None) -> int:
    """Write the answers for a list of names, row for row; gives their number. Raises UsageError and ReadError."""
    rows = read_names(file)
    aligner = Aligner(Taxonomy.load(taxonomy))
    answers = (_row(name, aligner.look_up(name[:LONGEST], context[:LONGEST], unit)) for name, context, unit in rows)
    written = header(ANSWERED) + "".join(line(ANSWERED, row) for row in answers)
    try:
        out.write_bytes(written.encode("utf-8", "replace"))
    except OSError as error:
        raise UsageError(
            f"{out}: cannot be written ({error.strerror})", stage="align", advice="name another file"
        ) from error
    return len(rows)


def read_names(file: Path) -> list[tuple[str, str, str]]:
    """Name, context and unit family of each row. Raises UsageError where there is no column of names, ReadError."""
    return [(row["name"], row["context"], row["unit_family"]) for row in read_csv(file, ASKED, needs=("name",))]


def read_csv(file: Path, columns: tuple[str, ...], *, needs: tuple[str, ...]) -> list[dict[str, str]]:
    """The rows of a CSV that anybody may have edited: columns in any order, missing ones and cells empty."""
    data = read_bytes(file, file.name, Settings().max_bytes)
    try:
        text = decode(data, find_encoding(data))
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{file}: no text ({error.reason})", stage="align", advice="save it as CSV in UTF-8"
        ) from error
    return list(_records(io.StringIO(text.replace("\0", ""), newline=""), file, columns, needs))


def _records(
    text: io.StringIO, file: Path, columns: tuple[str, ...], needs: tuple[str, ...]
) -> Iterator[dict[str, str]]:
    csv.field_size_limit(sys.maxsize)
    reader = csv.reader(text, delimiter=_delimiter(text))
    head = [name.strip() for name in next(reader, [])]
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
