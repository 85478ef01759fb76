"""Cases a county clerk can read: a text, and below it every cell that a reader sees.

A file of ``cases/`` holds cases parted by lines of ``##``: the name, the text as it lies in a report, a line ``--``, then
a line a table (``= title | kind | unit``) followed by a line a cell (``value | row | column | unit``). Code, enclosing row
heads and role stand in front of the row: ``[208]``, ``产出指标 > ``, ``(head)``; a comparator behind the unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline import views
from pipeline.records import Cell, Table
from pipeline.structure.tables import find_tables

CASES = Path(__file__).parent / "cases"


class Case(NamedTuple):
    """A text and what its tables hold."""

    name: str
    text: str
    expected: list[str]


def cases() -> Iterator[Case]:
    """All cases, file by file."""
    for path in sorted(CASES.glob("*.txt")):
        for part in path.read_text(encoding="utf-8").split("\n## ")[1:]:
            name, _, rest = part.partition("\n")
            text, _, expected = rest.partition("\n--\n")
            yield Case(f"{path.stem}: {name}", text, expected.strip("\n").split("\n"))


def shown(text: str) -> list[str]:
    """The tables of a text in the form of the cases."""
    lines: list[str] = []
    for table in find_tables(views.normal(text), text):
        lines.append(" | ".join(("= " + table.title, table.kind, table.unit)).rstrip(" |"))
        lines.extend(_cell(text, table, cell) for cell in table.cells)
    return lines


def _cell(text: str, table: Table, cell: Cell) -> str:
    figure = "".join(text[cell.start : cell.end].split())
    role = "" if cell.role == "value" else f"({cell.role}) "
    code = f"[{cell.row_code}] " if cell.row_code else ""
    row = role + code + "".join(f"{head} > " for head in cell.path) + cell.row
    return " | ".join((figure, row, "/".join(cell.column), f"{cell.unit} {cell.comparator}".strip())).rstrip(" |")
