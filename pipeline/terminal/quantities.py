"""The quantities of one text as a table in the terminal or as lines of JSON, those of many as lines of JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.errors import UsageError
from pipeline.ingest import read
from pipeline.quantities import Quantity, quantities
from pipeline.quantities.jsonl import Broken, answer_lines, encode
from pipeline.records import Record
from pipeline.settings import Settings
from pipeline.terminal.names import COLOURS
from pipeline.terminal.safe import safe

_SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "": ""}


def print_file(file: Path, *, jsonl: bool) -> None:
    """Print what a file tells. Raises ReadError."""
    found = quantities(read(file, Settings()).text)
    if jsonl:
        for each in found:
            _write(each)
    else:
        print_table(found, Console(highlight=False), file.name)


def print_answers() -> int:
    """Print a JSON object for every line of standard input, as it comes; gives the number of lines that could not be read.

    Raises UsageError where standard input is a terminal.
    """
    if sys.stdin.isatty():
        advice = 'name a file, or pipe in a line a text: {"id": ..., "text": "..."}'
        raise UsageError("no file is given, and standard input holds no texts", stage="quantities", advice=advice)
    broken = 0
    for answer in answer_lines(sys.stdin.buffer):
        if isinstance(answer, Broken):
            broken += 1
            print(safe(f"xianbao: line {answer.line}: {answer.error}"), file=sys.stderr)  # noqa: T201
        _write(answer)
    return broken


def _write(record: Record) -> None:
    sys.stdout.buffer.write(encode(record))
    sys.stdout.buffer.flush()


def print_table(found: Iterable[Quantity], console: Console, title: str) -> None:
    """Print a row a quantity: where it stands, what is printed there, what it means."""
    table = Table(title=Text(safe(title)), title_justify="left")
    for name in ("位置 start", "原文 text", "类型 type", "数值 value", "单位 unit", "单位来源 unit_source"):
        table.add_column(name, justify="right" if name.endswith(("start", "value")) else "left", overflow="fold")
    for each in found:
        row = (str(each.start), " ".join(each.text.split()), each.type, _value(each), each.unit, each.unit_source)
        table.add_row(*(Text(safe(cell)) for cell in row), style=COLOURS.get(each.type, ""))
    console.print(table)


def _value(found: Quantity) -> str:
    about = "约" if found.approximate else ""
    high = f"..{found.value_high}" if found.value_high else ""
    return f"{about}{_SIGNS[found.comparator]}{found.value}{high}"
