"""What must not change when only the print changes: blanks, line breaks, width of signs, the numbers themselves."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

import pytest

from pipeline.records import plain
from pipeline.views import normal
from tests.relate.case_files import FOLDER, MARK, Case, load, told

CASES = [case for path in sorted(FOLDER.glob("*.txt")) for case in load(path)]
QUANTITY = re.compile(r"\[(?P<quantity>[^\[\]]+)\]")
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def outside_marks(text: str, change: Callable[[str], str]) -> str:
    """The text with everything but its marked quantities changed."""
    parts, last = [], 0
    for found in MARK.finditer(text):
        parts += [change(text[last : found.start()]), found[0]]
        last = found.end()
    return "".join([*parts, change(text[last:])])


def reprinted(case: Case, change: Callable[[str], str]) -> Case:
    return Case(outside_marks(case.text, change), case.lines, case.label)


def without_values(rows: list[str]) -> list[str]:
    return [re.sub(r"^.*? -> |(?<=\(change )[^)]*|(?<=\(change_rate )[^)]*", "", row) for row in rows]


@pytest.mark.parametrize("case", CASES[::2], ids=lambda case: case.text[:30])
def test_blanks_between_characters_change_nothing(case: Case) -> None:
    spaced = reprinted(case, lambda text: re.sub(r"(?<=[^\W\d])(?=[^\W\d])", " ", text))
    assert told(spaced) == case.expected


@pytest.mark.parametrize("case", CASES[1::2], ids=lambda case: case.text[:30])
def test_line_breaks_change_nothing(case: Case) -> None:
    broken = reprinted(case, lambda text: re.sub(r"(?<=[^\W\d]{3})(?=[^\W\d])", "\n  ", text))
    assert told(broken) == case.expected


@pytest.mark.parametrize("case", CASES[::3], ids=lambda case: case.text[:30])
def test_half_width_signs_change_nothing(case: Case) -> None:
    narrow = reprinted(case, normal)
    assert told(narrow) == [normal(row) for row in case.expected]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:30])
def test_other_numbers_change_only_the_values(case: Case) -> None:
    def tripled(found: re.Match[str]) -> str:
        return f"[{NUMBER.sub(lambda number: plain(Decimal(number[0]) * 3), found['quantity'])}]"

    text, *lines = (QUANTITY.sub(tripled, line) for line in (case.text, *case.lines))
    other = Case(text, lines, case.label)
    assert without_values(told(other)) == without_values(case.expected)
