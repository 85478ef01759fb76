"""CSV and TOML data files, read once and checked: a fault names its file and line."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from pipeline.errors import ResourceError
from pipeline.records import Record


class Row(Record, frozen=True):
    """One record of a data file, and where it stands for messages."""

    place: str  # indicators.csv:41
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def get(self, column: str) -> str:
        """The cell of a column that a file may lack."""
        return self.cells.get(column, "")

    def parts(self, column: str) -> tuple[str, ...]:
        """The entries of a cell that lists several, parted by ``|``."""
        return tuple(part for part in self.cells[column].split("|") if part)


def read_rows(path: Path, columns: Sequence[str]) -> list[Row]:
    """The records of a CSV file whose header holds ``columns``. Raises ResourceError with file and line."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise fault(str(path), f"cannot be read ({error.strerror})", advice="check the path") from error
    except UnicodeDecodeError as error:
        raise fault(path.name, "cannot be read (not UTF-8)", advice="save it as CSV in UTF-8") from error
    reader = csv.reader(io.StringIO(text, newline=""))
    header = next(reader, [])
    if missing := [column for column in columns if column not in header]:
        raise fault(f"{path.name}:1", f"the header lacks {', '.join(missing)}")
    found: list[Row] = []
    for record in reader:
        if not any(cell.strip() for cell in record):
            continue  # spreadsheets write empty rows behind the last
        place = f"{path.name}:{reader.line_num}"
        if len(record) != len(header):
            raise fault(place, f"{len(record)} fields where the header has {len(header)}")
        found.append(Row(place=place, cells=dict(zip(header, record, strict=True))))
    return found


def read_toml(path: Path, reading: Callable[[str], str] = str) -> dict[str, Any]:
    """The tables of a TOML file, of its text as ``reading`` makes it. Raises ResourceError with file and line."""
    try:
        return tomllib.loads(reading(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise fault(path.name, str(error)) from error


CORRECT = "correct the line; the rules are in pipeline/resources/README.md"


def fault(place: str, message: str, advice: str = CORRECT) -> ResourceError:
    """The error for a data file that breaks its own rules."""
    return ResourceError(f"{place}: {message}", stage="resources", advice=advice)
