"""The words that tell what a report is about: endings of unit names and titles, labels, phrases of report types.

Four tables: ``unit_endings.csv`` (局, 委员会: how the name of a unit ends), ``title_endings.csv`` (自评报告: how a title
ends), ``labels.csv`` (填报单位: what a form or a web page prints before a fact) and ``report_types.csv`` (which phrase in
a title, or in a line by itself, makes which type; the first row that is met decides; ``…`` is anything between). Every
row has an example that must be met.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pipeline.records import Record
from pipeline.resources.tables import fault, read_rows
from pipeline.views import normal

FOLDER = Path(__file__).parent
TYPES = (
    *("department_self_evaluation", "project_self_evaluation", "project_evaluation", "final_accounts"),
    *("budget", "work_report", "fund_statement", "bulletin", "other"),
)
LABELLED = ("unit", "department", "publisher", "title")
_WHERE = {"title": ".*", "line": ".{0,40}"}


class TypeRule(Record, frozen=True):
    """A row of report_types.csv."""

    report_type: str
    where: str  # title, line
    phrase: re.Pattern[str]


@cache
def unit_ending() -> str:
    """A pattern of the ends of unit names, the longest first."""
    return read_endings(FOLDER / "unit_endings.csv")


@cache
def title_ending() -> str:
    """A pattern of the ends of titles, the longest first."""
    return read_endings(FOLDER / "title_endings.csv")


def label(tells: str) -> str:
    """A pattern of the labels that stand before a ``unit``, its ``department``, a ``publisher`` or a ``title``."""
    return _labels()[tells]


@cache
def type_rules() -> tuple[TypeRule, ...]:
    """The rows of the table that ships, in its order."""
    return read_types(FOLDER / "report_types.csv")


@cache
def _labels() -> dict[str, str]:
    return read_labels(FOLDER / "labels.csv")


def read_endings(path: Path) -> str:
    """A table of endings as one pattern; raises ResourceError that names the faulty line."""
    endings: list[str] = []
    for row in read_rows(path, ("ending", "example")):
        if not row["ending"] or not row["example"].endswith(row["ending"]):
            raise fault(row.place, f"the example {row['example']} does not end in {row['ending']}")
        endings.append(normal(row["ending"]))
    return _either(endings)


def read_labels(path: Path) -> dict[str, str]:
    """A table of labels as a pattern for each thing told; raises ResourceError that names the faulty line."""
    labels: dict[str, list[str]] = {tells: [] for tells in LABELLED}
    for row in read_rows(path, ("label", "tells", "example")):
        if row["tells"] not in labels or not row["label"] or not row["example"].startswith(row["label"]):
            raise fault(row.place, f"needs one of {', '.join(LABELLED)} and an example that begins with {row['label']}")
        labels[row["tells"]].append(normal(row["label"]))
    return {tells: _either(phrases) for tells, phrases in labels.items()}


def read_types(path: Path) -> tuple[TypeRule, ...]:
    """A table of report types; raises ResourceError that names the faulty line."""
    rules: list[TypeRule] = []
    for row in read_rows(path, ("report_type", "where", "phrase", "example")):
        kind, where = row["report_type"], row["where"]
        if kind not in TYPES or where not in _WHERE or not row["phrase"].strip("…"):
            raise fault(row.place, f"needs one of {', '.join(TYPES)}, one of {', '.join(_WHERE)} and a phrase")
        parts = [re.escape(normal(part)) for part in row["phrase"].split("…")]
        phrase = re.compile(_WHERE[where].join(parts))
        rule = TypeRule(report_type=kind, where=where, phrase=phrase)
        if not meets(rule, normal(row["example"])):
            raise fault(row.place, f"{row['phrase']} is not met by its example {row['example']}")
        rules.append(rule)
    return tuple(rules)


def meets(rule: TypeRule, text: str) -> bool:
    """Whether a title holds the phrase of a rule, or a line is the phrase."""
    return bool(rule.phrase.search(text) if rule.where == "title" else rule.phrase.fullmatch(text))


def _either(phrases: Iterable[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))) + ")"
