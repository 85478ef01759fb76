"""The files of taxonomy folders, read into records."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from pipeline.records import Record
from pipeline.resources.tables import Row, fault, read_rows, read_toml
from pipeline.resources.taxonomy.decision import NONE
from pipeline.resources.taxonomy.indicator import Indicator

INDICATORS, SETTINGS = "indicators.csv", "taxonomy.toml"
COLUMNS = (
    *("id", "parent", "name_zh", "name_en", "unit_family", "domain", "scheme", "population"),
    *("aliases", "differs_from", "formula", "definition", "source"),
)
YEARS = ("valid_from", "valid_to")  # columns that a taxonomy may lack
MARKS = ("marks.csv", ("group", "mark", "words"))
NEAR = ("near_misses.csv", ("first", "second", "difference"))
ALIASES = ("aliases.csv", ("indicator", "alias", "source"))  # further names, one a row with its source
WHOLE_NAMES = ("whole_names.csv", ALIASES[1])  # the same, too many and too alike to be compared by likeness
WHERE = ("unit_family", "context")  # columns that it may lack: where alone a name means the indicator

_YEAR = re.compile("(?:19|20)[0-9]{2}")


class Mark(Record, frozen=True):
    """A meaning that excludes the others of its group: a name that tells 收入 cannot be one that tells 支出."""

    group: str  # flow, scheme, place ...
    mark: str  # income
    words: tuple[str, ...]  # 收入, 征缴


def folders_of(folder: Path, ours: Path) -> tuple[Path, ...]:
    """The folders that make up a taxonomy: the folder alone, or ours before it where it extends ours."""
    if not folder.is_dir():
        raise fault(str(folder), "no such folder", advice=f"name a folder that holds {INDICATORS}")
    settings = read_toml(folder / SETTINGS) if (folder / SETTINGS).exists() else {}
    if unknown := sorted(settings.keys() - {"extends"}):
        raise fault(SETTINGS, f"{unknown[0]} means nothing here; extends = true adds the folder to ours")
    extends = settings.get("extends", False)
    if not isinstance(extends, bool):
        raise fault(SETTINGS, f"extends is {extends!r}; write true or false")
    return (ours, folder) if extends and folder != ours else (folder,)


def read_indicators(folders: Sequence[Path]) -> list[tuple[str, Indicator]]:
    """The indicators, each with its place in the file; the names of ``aliases.csv`` are theirs too.

    An id of a later folder takes the place of the same of an earlier one.
    """
    more: dict[str, list[str]] = {}
    for row in read_all(folders, *ALIASES):
        if not is_decision(row):
            more.setdefault(row["indicator"], []).append(row["alias"])
    found: list[tuple[str, Indicator]] = []
    for folder in folders:
        rows = [(row.place, _indicator(row)) for row in read_rows(folder / INDICATORS, COLUMNS)]
        new = {one.id for _, one in rows}
        found = [(place, one) for place, one in found if one.id not in new] + rows
    return [(place, _with_names(one, more.get(one.id, ()))) for place, one in found]


def mark_of(row: Row) -> Mark:
    """The mark of a row of ``marks.csv``."""
    return Mark(group=row["group"], mark=row["mark"], words=row.parts("words"))


def read_all(folders: Sequence[Path], name: str, columns: tuple[str, ...]) -> list[Row]:
    """The rows of a file that a folder may lack, over all folders."""
    return [row for folder in folders if (folder / name).exists() for row in read_rows(folder / name, columns)]


def is_decision(row: Row) -> bool:
    """Whether a row of ``aliases.csv`` gives no name at large: it holds somewhere only, or says "none of these"."""
    return row["indicator"] == NONE or any(row.get(column).strip() for column in WHERE)


def _with_names(one: Indicator, names: Sequence[str]) -> Indicator:
    return replace(one, aliases=tuple(dict.fromkeys((*one.aliases, *names)))) if names else one


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
        valid_from=_year(row, YEARS[0]),
        valid_to=_year(row, YEARS[1]),
    )


def _year(row: Row, column: str) -> int:
    told = row.get(column)
    if told and not _YEAR.fullmatch(told):
        raise fault(row.place, f"{column} {told!r} is no year; write four digits, or leave it empty")
    return int(told or 0)
