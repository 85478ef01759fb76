"""A report's tables as pandas frames: the columns of the data set, one row a record, in document order.

Values are text with the digits that the report printed (``44.40``), as in the CSV; ``pandas.to_numeric`` makes them
numbers. Offsets and years are integers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.export import export
from pipeline.export.schema import tables
from pipeline.records import Report

if TYPE_CHECKING:
    from pandas import DataFrame

PANDAS_TYPES = {"integer": "Int64", "number": "float64", "boolean": "bool"}
"""Kind of a column to its type in a frame; others are text."""


def observations_frame(report: Report) -> DataFrame:
    """The rows of observations.csv."""
    return _frame(report, "observations")


def entities_frame(report: Report) -> DataFrame:
    """The rows of entities.csv."""
    return _frame(report, "entities")


def segments_frame(report: Report) -> DataFrame:
    """The rows of segments.csv."""
    return _frame(report, "segments")


def cells_frame(report: Report) -> DataFrame:
    """The rows of cells.csv."""
    return _frame(report, "cells")


def table_rows(report: Report, table: str) -> list[dict[str, object]]:
    """The rows of one table, each a value by column."""
    columns = [column.name for column in tables()[table]]
    return [dict(zip(columns, row, strict=True)) for row in export(report).rows[table]]


def _frame(report: Report, table: str) -> DataFrame:
    from pandas import DataFrame

    columns = tables()[table]
    frame = DataFrame(export(report).rows[table], columns=[column.name for column in columns])
    return frame.astype({column.name: PANDAS_TYPES.get(column.kind, "str") for column in columns})
