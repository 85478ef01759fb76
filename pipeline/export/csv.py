"""Rows to lines of CSV, the same bytes on every Python.

The standard writer is not used: before Python 3.13 it leaves a lone carriage return unquoted, which readers take for
the end of the record, and reports from old systems have them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.export.schema import Column, Row, Value

_NEEDS_QUOTES = re.compile(r'[,"\r\n]')
_FORMULA = re.compile(r"[=+\-@\t\r]")  # what makes a spreadsheet execute a cell


def header(columns: Sequence[Column]) -> str:
    """The header row, with its line end."""
    return ",".join(column.name for column in columns) + "\n"


def line(columns: Sequence[Column], row: Row) -> str:
    """One record, with its line end.

    Raises ValueError where the row does not fit the columns.
    """
    return ",".join(_field(column, value) for column, value in zip(columns, row, strict=True)) + "\n"


def _field(column: Column, value: Value) -> str:
    text = plain_text(value)
    if column.free and _FORMULA.match(text):
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text


def plain_text(value: Value) -> str:
    """A value as the CSV prints it: booleans as 1 or nothing.

    >>> [plain_text(value) for value in ("44.40", 7, 0.93, True, False, None)]
    ['44.40', '7', '0.93', '1', '', '']
    """
    if value is None or value is False:
        return ""
    return "1" if value is True else str(value)
