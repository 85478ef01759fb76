"""The panel: county x agency x year x report type and project x indicator x measure, one value a row.

Reads the observations back from the finished table, the reports of one county and agency at a time, so that memory
does not grow with the data set.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from io import StringIO
from itertools import groupby
from pathlib import Path

from pipeline.export.schema import Row, tables
from pipeline.records import Record

_BEFORE_NAME = re.compile(r"^.*\d{4}\s*(?:年度?)?\s*(?:中央|省级|市级|县级)?(?:财政)?(?:安排)?")
_AFTER_NAME = re.compile(r"(?:专项)?(?:项目)?(?:支出)?(?:财政)?(?:部门)?绩效.*$|项目.{0,4}报告$|自评.*$")

_BY = ("year", "indicator_id", "indicator_name", "measure", "period")

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
        unit = (self.province, self.prefecture, self.county, self.admin_code, self.agency)
        return (*unit, self.report_type, self.project)


def project_name(title: str, agency: str, report_type: str) -> str:
    """The project that a project's evaluation is about, as its title tells; empty for other reports.

    >>> project_name("云溪县2021年度农村改厕补助项目支出绩效自评报告", "云溪县农业农村局", "project_self_evaluation")
    '农村改厕补助'
    """
    if not report_type.startswith("project"):
        return ""
    name = _BEFORE_NAME.sub("", "".join(title.split())).removeprefix(agency)
    return _AFTER_NAME.sub("", name).strip("“”《》（）()")


def panel_rows(observations: Path, places: Iterable[Place]) -> Iterator[Row]:
    """The panel's rows by unit, report type and project, then year, indicator, measure; reads the finished CSV."""
    with observations.open("rb") as handle:
        for key, group in groupby(sorted(places, key=Place.key), key=Place.key):
            values: dict[tuple[str, ...], list[dict[str, str]]] = defaultdict(list)
            for place in group:
                handle.seek(place.start)
                for row in _parse(handle.read(place.end - place.start).decode("utf-8")):
                    if row["match_status"] == "matched" and row["value"]:
                        values[tuple(row[column] for column in _BY)].append(row)
            yield from _unit_rows(key, values)


def _unit_rows(key: tuple[str, ...], values: dict[tuple[str, ...], list[dict[str, str]]]) -> Iterator[Row]:
    *unit, report_type, project = key
    for (year, indicator_id, name, measure, period), stated in sorted(values.items()):
        best, *_ = ranked = sorted(stated, key=_trust, reverse=True)
        sources = " ".join(f"{row['doc_id']}:{row['observation_id']}" for row in ranked)
        conflict = len({(Decimal(row["value"]), row["unit"]) for row in stated}) > 1
        what = (indicator_id, name, measure, best["value"], best["unit"])
        yield (*unit, year, report_type, project, *what, sources, conflict, period)


def _trust(row: dict[str, str]) -> float:
    return float(row["match_score"]) * float(row["confidence"])


def _parse(text: str) -> Iterable[dict[str, str]]:
    return csv.DictReader(StringIO(text, newline=""), [column.name for column in tables()["observations"]])
