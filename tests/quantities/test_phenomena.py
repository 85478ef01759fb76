"""Every numbered phenomenon of the two catalogues has a golden case in phenomena.txt or a reason in phenomena.csv.

``A`` is the catalogue of accounts and work reports, ``S`` that of self-evaluations (``S3.n``: row n of its table of
numbers). A case is a heading with its numbers and the text below it, expectations in place: [span|value unit flags].
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

import pipeline

HERE = Path(__file__).parent
REFERENCE = HERE.parents[2] / "shared" / "reference"
EXPECTED = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")
NUMBER = re.compile(r"\b[AS]\d+(?:\.\d+)?")
ACCOUNTS = {1: 14, 2: 20, 3: 28, 4: 13}  # how many phenomena each section has
RANKED, NUMBERS = 20, 27


def cases() -> list[tuple[str, str]]:
    """Heading and text of every case."""
    parts = re.split(r"^# (.*)\n", (HERE / "phenomena.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [(heading, text.rstrip("\n")) for heading, text in zip(parts[::2], parts[1::2], strict=True)]


def reasons() -> list[str]:
    with (HERE / "phenomena.csv").open(encoding="utf-8", newline="") as handle:
        return [row["number"] for row in csv.DictReader(handle)]


@pytest.mark.parametrize(("heading", "case"), cases(), ids=[heading for heading, _ in cases()])
def test_every_quantity_of_a_phenomenon_is_read_and_nothing_else(heading: str, case: str) -> None:
    text = EXPECTED.sub(r"\1", case)
    expected = [f"{span} = {told}" for span, told in EXPECTED.findall(case)]
    assert [f"{found.text} = {shown(found)}" for found in pipeline.quantities(text, year=2022)] == expected


def shown(found) -> str:
    value = f"{found.value}..{found.value_high}" if found.value_high else found.value
    source = found.unit_source if found.unit_source != "text" else ""
    parts = (value, found.unit, found.comparator, "approximate" if found.approximate else "", source)
    return " ".join(part for part in parts if part)


def test_every_number_has_a_case_or_a_reason() -> None:
    numbers = {f"A{section}.{n}" for section, last in ACCOUNTS.items() for n in range(1, last + 1)}
    numbers |= {f"S{n}" for n in range(1, RANKED + 1)} | {f"S3.{n}" for n in range(1, NUMBERS + 1)}
    with_case = {number for heading, _ in cases() for number in NUMBER.findall(heading)}
    assert with_case | set(reasons()) == numbers
    assert with_case & set(reasons()) == set()


@pytest.mark.skipif(not REFERENCE.exists(), reason="the catalogues are not here")
def test_the_numbers_are_those_of_the_catalogues() -> None:
    accounts = (REFERENCE / "phenomena-accounts-and-work-reports.md").read_text(encoding="utf-8")
    found = re.findall(r"^\| (\d)\.(\d+) \|", accounts, re.MULTILINE)
    assert {section: [n for s, n in found if int(s) == section][-1] for section in (1, 2, 3)} == {
        section: str(ACCOUNTS[section]) for section in (1, 2, 3)
    }
    fourth = accounts.partition("\n## 4.")[2].partition("\n## 5.")[0]
    assert len(re.findall(r"^\d+\. ", fourth, re.MULTILINE)) == ACCOUNTS[4]
    ranked = (REFERENCE / "phenomena-self-evaluation.md").read_text(encoding="utf-8")
    assert len(re.findall(r"^\| \d+ \|", ranked, re.MULTILINE)) == RANKED
    third = ranked.partition("\n## 3.")[2].partition("\n## 4.")[0]
    assert len(re.findall(r"^\| ", third, re.MULTILINE)) - 1 == NUMBERS
