from __future__ import annotations

import pytest

from tests.relate.case_files import FOLDER, Case, load, told

CASES = [case for path in sorted(FOLDER.glob("*.txt")) for case in load(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:40])
def test_every_quantity_of_a_case_finds_its_indicator(case: Case) -> None:
    assert told(case) == case.expected
