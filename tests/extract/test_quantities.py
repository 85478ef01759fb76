"""The golden tables under tests/cases: texts with the expected answer in place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.extract import quantities
from pipeline.records import Entity

CASES = Path(__file__).parent.parent / "cases"
TABLES = (
    "money",
    "rates",
    "persons",
    "counts",
    "percents",
    "scores",
    "dates",
    "periods",
    "forms",
    "comparators",
    "elided",
    "traps",
)
EXPECTED = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")
YEAR = 2022


def lines() -> list[str]:
    """Every case of every table, its comment taken off."""
    found = []
    for table in TABLES:
        for line in (CASES / f"{table}.txt").read_text(encoding="utf-8").splitlines():
            case = line.split("  # ")[0].rstrip()
            if case and not case.startswith("#"):
                found.append(pytest.param(case, id=f"{table}: {case[:40]}"))
    return found


@pytest.mark.parametrize("case", lines())
def test_every_quantity_of_a_case_is_read_and_nothing_else(case: str) -> None:
    text = EXPECTED.sub(r"\1", case)
    expected = [f"{span} = {told}" for span, told in EXPECTED.findall(case)]
    assert [f"{text[found.start : found.end]} = {shown(found)}" for found in quantities(text, YEAR)] == expected


def shown(found: Entity) -> str:
    """A quantity as the tables write it: 80..90 分 ge approximate."""
    value = f"{found.value}..{found.value_high}" if found.value_high else found.value
    parts = [value, found.unit, found.comparator, "approximate" if found.approximate else ""]
    return " ".join(part for part in (*parts, "elided" if found.unit_source == "elided" else "") if part)
