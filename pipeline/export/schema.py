"""The tables and their columns, read from ``tables.csv`` beside this file."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from io import StringIO

from pipeline.records import Record

Value = str | int | float | bool | None
Row = tuple[Value, ...]

BY_REPORT = ("documents", "segments", "entities", "observations", "cells", "checks", "findings")
REVIEW = ("alignment", "conflicts")  # stand in the folder review/


class Column(Record, frozen=True):
    """A column of a table; ``kind`` is string, integer, number, decimal (digits kept) or boolean."""

    table: str
    name: str
    kind: str
    free: bool  # free text: what a spreadsheet would execute is defused in the CSV
    title: str  # its name in Chinese
    description: str


@cache
def tables() -> dict[str, tuple[Column, ...]]:
    """Every table's columns in order, by the table's name."""
    found: dict[str, tuple[Column, ...]] = {}
    text = files(__package__).joinpath("tables.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(StringIO(text)):
        table = row["table"]
        column = Column(table, row["column"], row["kind"], row["free"] == "1", row["title"], row["description"])
        found[table] = (*found.get(table, ()), column)
    return found


def place(table: str, suffix: str = "csv") -> str:
    """Where a table stands in the data set's folder."""
    return f"review/{table}.{suffix}" if table in REVIEW else f"{table}.{suffix}"
