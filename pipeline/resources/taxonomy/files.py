"""The files of a taxonomy folder, read into records."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from pipeline.records import Record
from pipeline.resources.tables import Row, read_rows
from pipeline.resources.taxonomy.indicator import Indicator

COLUMNS = (
    *("id", "parent", "name_zh", "name_en", "unit_family", "domain", "scheme", "population"),
    *("aliases", "differs_from", "formula", "definition", "source"),
)

ALIASES, ALIAS_COLUMNS = "aliases.csv", ("indicator", "alias", "source")  # further names, one a row with its source


class Mark(Record, frozen=True):
    """A meaning that excludes the others of its group: a name that tells 收入 cannot be one that tells 支出."""

    group: str  # flow, scheme, place ...
    mark: str  # income
    words: tuple[str, ...]  # 收入, 征缴


def read_indicators(folder: Path) -> list[tuple[str, Indicator]]:
    """The indicators, each with its place in the file; the names of ``aliases.csv`` are theirs too."""
    rows = [(row.place, _indicator(row)) for row in read_rows(folder / "indicators.csv", COLUMNS)]
    more: dict[str, list[str]] = {}
    for row in read_aliases(folder):
        more.setdefault(row["indicator"], []).append(row["alias"])
    return [(place, _with_names(one, more.get(one.id, ()))) for place, one in rows]


def read_aliases(folder: Path) -> list[Row]:
    """Further names, one a row, with their source."""
    return read_optional(folder, ALIASES, ALIAS_COLUMNS)


def _with_names(one: Indicator, names: Sequence[str]) -> Indicator:
    return replace(one, aliases=tuple(dict.fromkeys((*one.aliases, *names)))) if names else one


def read_marks(folder: Path) -> tuple[Mark, ...]:
    """The groups of words that exclude one another."""
    rows = read_optional(folder, "marks.csv", ("group", "mark", "words"))
    return tuple(Mark(group=row["group"], mark=row["mark"], words=row.parts("words")) for row in rows)


def read_optional(folder: Path, name: str, columns: tuple[str, ...]) -> list[Row]:
    """The rows of a file that a user's taxonomy may lack."""
    return read_rows(folder / name, columns) if (folder / name).exists() else []


def _indicator(row: Row) -> Indicator:
    return Indicator(
        id=row["id"],
        name=row["name_zh"],
        unit_family=row["unit_family"],
        parent=row["parent"],
        name_en=row["name_en"],
        domain=row["domain"],
        scheme=row["scheme"],
        population=row["population"],
        aliases=row.parts("aliases"),
        differs_from=row.parts("differs_from"),
        formula=row["formula"],
        definition=row["definition"],
        source=row["source"],
    )
