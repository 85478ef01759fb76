"""``aliases.csv`` of a user's taxonomy: read, and added to."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection
from pathlib import Path

from pipeline.records import Record
from pipeline.resources.spelling import squeeze
from pipeline.resources.tables import Row, read_rows
from pipeline.resources.taxonomy.files import ALIASES, COLUMNS, INDICATORS, SETTINGS, WHERE

Key = tuple[str, ...]


class Alias(Record, frozen=True):
    """A row of the file without its source; where ``unit_family`` or ``context`` is told, the name holds there only."""

    indicator: str
    name: str
    unit_family: str = ""
    context: str = ""  # words or titles, parted by |

    def key(self) -> Key:
        """What two rows share that say the same."""
        return (self.indicator, squeeze(self.name), self.unit_family, self.context)


def known_aliases(folder: Path) -> set[Key]:
    """What the rows of a folder's file say; nothing where there is no file."""
    name, columns = ALIASES
    path = folder / name
    return {_alias(row).key() for row in read_rows(path, columns)} if path.exists() else set()


def _alias(row: Row) -> Alias:
    family, context = (row.get(column) for column in WHERE)
    return Alias(indicator=row["indicator"], name=row["alias"], unit_family=family, context=context)


def add_aliases(folder: Path, added: Collection[Alias], source: str) -> None:
    """Add rows behind those that are there; a folder that is not there is made, and extends ours."""
    if not added:
        return
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / INDICATORS).exists():
        (folder / INDICATORS).write_text(",".join(COLUMNS) + "\n", encoding="utf-8")
        (folder / SETTINGS).write_text("extends = true\n", encoding="utf-8")
    name, columns = ALIASES
    there = read_rows(folder / name, columns) if (folder / name).exists() else []
    where = WHERE if any(one.unit_family or one.context for one in added) else ()
    header = dict.fromkeys((*(there[0].cells if there else columns), *where))
    rows = [row.cells for row in there]
    for one in added:
        told = (one.indicator, one.name, source, one.unit_family, one.context)
        rows.append(dict(zip((*columns, *WHERE), told, strict=True)))
    lines = io.StringIO(newline="")
    writer = csv.DictWriter(lines, list(header), restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    (folder / name).write_text(lines.getvalue(), encoding="utf-8", newline="")
