"""Corrections are what an edited copy of the table changed; a round once written stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.review.rounds import Correction, find_corrections, read_rounds, save_round

pandas = pytest.importorskip("pandas")

ROWS = [
    {"doc_id": "d1", "observation_id": "o1", "value": "44.40", "measure": "actual", "approximate": False},
    {"doc_id": "d1", "observation_id": "o2", "value": "7", "measure": "actual", "approximate": False},
]


def test_edited_fields_are_the_corrections() -> None:
    before = pandas.DataFrame(ROWS)
    after = before.copy()
    after.loc[1, "measure"] = "target"
    after.loc[1, "approximate"] = True
    assert find_corrections(before, after, who="李", when="2021-03-01") == [
        Correction("d1", "o2", "measure", "actual", "target", "李", "2021-03-01"),
        Correction("d1", "o2", "approximate", "", "1", "李", "2021-03-01"),
    ]


def test_an_untouched_copy_in_another_order_has_no_corrections() -> None:
    before = pandas.DataFrame(ROWS)
    assert find_corrections(before, before.iloc[::-1]) == []


def test_a_changed_identifier_is_refused() -> None:
    after = pandas.DataFrame(ROWS).replace("o2", "o9")
    with pytest.raises(UsageError, match="d1/o9"):
        find_corrections(pandas.DataFrame(ROWS), after)


def test_rounds_are_numbered_and_come_back(tmp_path: Path) -> None:
    first, second = Correction("d1", "o1", "year", "", "2021"), Correction("d1", "o1", "unit", "元,角", '"万元"')
    assert save_round(tmp_path / "rounds", [first]).name == "round-001.csv"
    assert save_round(tmp_path / "rounds", [second]).name == "round-002.csv"
    assert read_rounds(tmp_path / "rounds") == [first, second]
    written = (tmp_path / "rounds" / "round-001.csv").read_text(encoding="utf-8")
    assert written == "doc_id,observation_id,field,old,new,who,when\nd1,o1,year,,2021,,\n"
