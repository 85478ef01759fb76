"""The table of units: what a number counts, in which canonical unit, and which words only begin like a unit.

``resources/units.csv`` has one spelling a line:

- ``spelling`` as written, full-width signs narrowed; ``type`` of the entity; canonical ``unit``, of a length of time
  the ISO 8601 duration with ``_`` for the number;
- ``factor`` turns a written value into that unit: 35638元 is 3.5638 万元;
- ``not_before``: what may not follow, characters or regular expressions: 5项目标 counts, 5项目 does not;
- ``numerals`` is ``arabic`` where a Chinese numeral before the word is a rank and no count: 二期工程.
"""

from __future__ import annotations

import csv
import re
from decimal import Decimal
from functools import cache
from pathlib import Path

from pipeline.errors import ResourceError
from pipeline.records import Record

TABLE = Path(__file__).parent.parent / "resources" / "units.csv"
_TYPES = {"MONEY", "RATE", "PERSON_COUNT", "COUNT", "PERCENT", "SCORE", "DATE"}


class Unit(Record, frozen=True):
    """One spelling of a unit; a written value times ``times`` and ten to the power of ``shift`` is in ``unit``."""

    spelling: str
    type: str
    unit: str
    shift: int = 0
    times: int = 1
    not_before: tuple[str, ...] = ()
    chinese: bool = True


@cache
def all_units() -> dict[str, Unit]:
    """Every unit by its spelling. Raises ResourceError that names the line."""
    with TABLE.open(encoding="utf-8", newline="") as handle:
        units: dict[str, Unit] = {}
        for number, row in enumerate(csv.DictReader(handle), start=2):
            if row["type"] not in _TYPES or row["spelling"] in units:
                raise ResourceError(
                    f"units.csv:{number}: {row['spelling']}: unknown type or second line for one spelling",
                    stage="resources",
                    advice="keep one line a spelling, with a type of annotations/guidelines.md",
                )
            units[row["spelling"]] = _unit(row)
    return units


def _unit(row: dict[str, str]) -> Unit:
    _, digits, shift = Decimal(row["factor"]).normalize().as_tuple()
    return Unit(
        spelling=row["spelling"],
        type=row["type"],
        unit=row["unit"],
        shift=int(shift),
        times=digits[0],
        not_before=tuple(row["not_before"].split()),
        chinese=row["numerals"] != "arabic",
    )


@cache
def unit_pattern(*, chinese: bool = False) -> str:
    """A regular expression for any unit, the longest first; ``chinese`` leaves out what Chinese numerals only rank.

    Units are grouped by their first character, so that a text without one is passed over at a glance.
    """
    return _pattern([unit for unit in all_units().values() if unit.chinese or not chinese])


@cache
def rank_pattern() -> str:
    """A regular expression for the units before which Chinese numerals mostly rank: 期, 届."""
    return _pattern([unit for unit in all_units().values() if not unit.chinese])


def begins_with_unit(text: str, start: int) -> bool:
    """Whether a unit stands at an offset; only the units of its first character are compiled.

    >>> begins_with_unit("基金支出3亿元", 5), begins_with_unit("基金支出", 0)
    (True, False)
    """
    group = _beginning(text[start : start + 1])
    return group is not None and group.match(text, start) is not None


@cache
def _beginning(first: str) -> re.Pattern[str] | None:
    units = [unit for unit in all_units().values() if first and unit.spelling.startswith(first)]
    return re.compile(_group_pattern(first, units)) if units else None


def _pattern(units: list[Unit]) -> str:
    groups: dict[str, list[Unit]] = {}
    for unit in units:
        groups.setdefault(unit.spelling[0], []).append(unit)
    first = "".join(map(re.escape, sorted(groups)))
    return f"(?=[{first}])(?:{'|'.join(_group_pattern(first, group) for first, group in groups.items())})"


def _group_pattern(first: str, units: list[Unit]) -> str:
    longest_first = sorted(units, key=lambda unit: (-len(unit.spelling), unit.spelling))
    return f"{re.escape(first)}(?:{'|'.join(map(_rest_pattern, longest_first))})"


def _rest_pattern(unit: Unit) -> str:
    """What follows the first character of a unit, and what may not follow the unit."""
    pattern = re.escape(unit.spelling[1:])
    if unit.spelling[-1].isascii() and unit.spelling[-1].isalnum():
        return pattern + "(?![A-Za-z0-9])"
    stops = "".join(stop for stop in unit.not_before if len(stop) == 1)
    words = [stop for stop in unit.not_before if len(stop) > 1]
    ahead = "|".join(([f"[{stops}]"] if stops else []) + words)
    return f"{pattern}(?!{ahead})" if ahead else pattern
