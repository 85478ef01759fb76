"""The panel: county x agency x year x report type and project x indicator x measure (x period x stage), one value a row.

Reads the observations back from the finished table, the reports of one county and agency at a time, so that memory
does not grow with the data set.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from io import StringIO
from itertools import groupby, pairwise
from pathlib import Path

from pipeline.export.projects import same_project
from pipeline.export.schema import Row, tables
from pipeline.records import Record

_BY = ("project", "year", "indicator_id", "indicator_name", "measure", "period", "stage")

_DEFUSED = re.compile(r"^'(?=[=+\-@\t\r])")  # what the CSV sets before text that a spreadsheet would execute
_DOUBTED = ("value", "unit", "doc_id", "observation_id", "full_name", "evidence")
Stated = dict[str, str]  # an observation's cells by column

csv.field_size_limit(2**31 - 1)  # evidence may be a whole table row


class Place(Record, frozen=True):
    """A report in the panel: the columns it gives, and where its observations stand in observations.csv, in bytes."""

    province: str
    prefecture: str
    county: str
    admin_code: str
    agency: str
    report_type: str
    project: str
    doc_id: str
    start: int
    end: int

    def key(self) -> tuple[str, ...]:
        """What reports share that belong to one unit's panel."""
        return (self.province, self.prefecture, self.county, self.admin_code, self.agency, self.report_type)

    def project_of(self, form: str) -> str:
        """The project of a value: that of its form where the report's title does not name it."""
        return self.project if not form or same_project(form, self.project) else form


class Line(Record, frozen=True):
    """A row of the panel, and where its value is in doubt those of the list of conflicts."""

    row: Row
    conflicts: tuple[Row, ...] = ()


def panel_lines(observations: Path, places: Iterable[Place]) -> Iterator[Line]:
    """The panel by unit, report type and project, then year, indicator, measure; reads the finished CSV."""
    with observations.open("rb") as handle:
        for key, group in groupby(sorted(places, key=Place.key), key=Place.key):
            values: dict[tuple[str, ...], list[Stated]] = defaultdict(list)
            for place in group:
                handle.seek(place.start)
                for row in _parse(handle.read(place.end - place.start).decode("utf-8")):
                    if row["match_status"] == "matched" and row["value"]:
                        row["project"] = place.project_of(row["project"])
                        values[tuple(row[column] for column in _BY)].append(row)
            yield from _lines(key, values)


def _lines(key: tuple[str, ...], values: dict[tuple[str, ...], list[Stated]]) -> Iterator[Line]:
    *unit, report_type = key
    for (project, year, indicator_id, name, measure, period, stage), stated in sorted(values.items()):
        best, *_ = ranked = sorted(stated, key=_trust, reverse=True)
        sources = " ".join(f"{row['doc_id']}:{row['observation_id']}" for row in ranked)
        doubt = differ(stated)
        what = (indicator_id, name, measure, best["value"], best["unit"])
        row: Row = (*unit, year, report_type, project, *what, sources, doubt, period, stage)
        where: Row = (unit[2], unit[4], year, report_type, project, indicator_id, name, measure, period, stage)
        yield Line(row=row, conflicts=tuple(_conflicts(where, ranked)) if doubt else ())


def _conflicts(where: Row, ranked: Sequence[Stated]) -> Iterator[Row]:
    for at, row in enumerate(ranked):
        yield (*where, at == 0, *(row[column] for column in _DOUBTED), float(row["confidence"]))


def differ(stated: Sequence[Stated]) -> bool:
    """Whether values differ by more than the digits that were printed.

    >>> differ([{"value": "0.32", "unit": "万元"}, {"value": "0.3225", "unit": "万元"}])
    False
    """
    if len({row["unit"] for row in stated}) > 1:
        return True
    values = sorted({Decimal(row["value"]) for row in stated})
    return any(high - low > max(_slack(low), _slack(high)) for low, high in pairwise(values))


def _slack(value: Decimal) -> Decimal:
    """Half a unit of the last digit."""
    return Decimal(5).scaleb(int(value.as_tuple().exponent) - 1)


def _trust(row: Stated) -> float:
    return float(row["match_score"]) * float(row["confidence"])


def _parse(text: str) -> Iterable[Stated]:
    columns = tables()["observations"]
    free = [column.name for column in columns if column.free]
    for row in csv.DictReader(StringIO(text, newline=""), [column.name for column in columns]):
        yield row | {name: _DEFUSED.sub("", row[name]) for name in free}
