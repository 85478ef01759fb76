"""Lines of CSV: quoting, exact values, nothing that a spreadsheet would execute."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.export.csv import line
from pipeline.export.schema import Column

EXACT = Column("entities", "text", "string", False, "原文", "")
FREE = Column("documents", "title", "string", True, "标题", "")


@pytest.mark.parametrize("text", ["=1+1", "+86", "-5", "@A1", "\t=1", "\r=1"])
def test_free_text_is_defused_and_a_span_is_exact(text: str) -> None:
    assert next(csv.reader(StringIO(line((FREE, EXACT), (text, text)), newline=""))) == ["'" + text, text]


@pytest.mark.parametrize(
    ("value", "printed"), [("44.40", "44.40"), (7, "7"), (0.93, "0.93"), (True, "1"), (False, ""), (None, "")]
)
def test_values_are_printed_plainly(value: object, printed: str) -> None:
    assert line((EXACT,), (value,)) == printed + "\n"  # type: ignore[arg-type]


@settings(max_examples=50)
@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=2, max_size=4))
def test_what_is_written_is_read_back(values: list[str]) -> None:
    written = line((EXACT,) * len(values), tuple(values))
    assert next(csv.reader(StringIO(written, newline=""))) == values


def test_a_lone_carriage_return_is_quoted() -> None:
    assert line((EXACT, EXACT), ("甲\r乙", "丙")) == '"甲\r乙",丙\n'


def test_a_row_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        line((EXACT, EXACT), ("甲",))
