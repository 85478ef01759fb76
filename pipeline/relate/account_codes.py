"""The 科目编码 of a printed path 类款项, by the names of its levels: 教育支出(类)普通教育(款)小学教育(项) is 2050202."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parents[1] / "resources" / "codes" / "function.csv"
_LEVEL = re.compile(r"(?P<name>.+?)\([类款项]\)")
_SPENDING = re.compile(r"支出$")


def code_of(path: str) -> str:
    """The code of a path as ``Name.full`` holds it; empty where the names do not tell exactly one.

    >>> code_of("教育支出(类)普通教育(款)小学教育(项)"), code_of("小学教育(项)")
    ('2050202', '')
    """
    if not path.endswith(("(类)", "(款)", "(项)")):
        return ""
    names = tuple(_key(found["name"]) for found in _LEVEL.finditer(path))
    found = _codes().get(names, frozenset())
    return next(iter(found)) if len(found) == 1 else ""


@cache
def _codes() -> dict[tuple[str, ...], frozenset[str]]:
    """Codes by the names of all levels, and of 款 and 项 alone; names changed over the years, so each code has several."""
    rows: dict[str, set[str]] = {}
    with _FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows.setdefault(row["code"], set()).add(_key(row["name"]))
    paths: dict[tuple[str, ...], set[str]] = {}
    for code in rows:
        levels = [code[:length] for length in (3, 5, 7) if length <= len(code)]
        for names in _ways([rows.get(level, {""}) for level in levels]):
            for start in range(len(names) - 1 or 1):
                paths.setdefault(names[start:], set()).add(code)
    return {names: frozenset(codes) for names, codes in paths.items()}


def _ways(levels: list[set[str]]) -> list[tuple[str, ...]]:
    ways: list[tuple[str, ...]] = [()]
    for names in levels:
        ways = [(*way, name) for way in ways for name in sorted(names)]
    return ways


def _key(name: str) -> str:
    return _SPENDING.sub("", name.replace("（", "(").replace("）", ")"))
