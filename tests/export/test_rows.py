"""What a report becomes as rows."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.export import export
from pipeline.export.schema import tables
from tests.export.reports import TEXT, invented_report


def rows(table: str) -> list[dict[str, Any]]:
    names = [column.name for column in tables()[table]]
    return [dict(zip(names, row, strict=True)) for row in export(invented_report()).rows[table]]


@pytest.mark.parametrize("table", ["documents", "segments", "entities", "observations", "cells"])
def test_every_row_fits_its_columns(table: str) -> None:
    assert rows(table)


def test_account_figures_are_cells_and_observations_but_no_entities() -> None:
    assert [row["text"] for row in rows("entities")] == ["参保人数", "312,000人", "285000人"]
    assert [(row["row"], row["column"], row["value"]) for row in rows("cells")] == [
        ("工资福利支出", "支出/决算数", "44.40"),
        ("办公费", "支出/决算数", "-3.5"),
    ]
    assert [row["value"] for row in rows("observations")] == ["312000", "285000", "44.40", "-3.5"]


def test_every_span_is_what_the_report_printed() -> None:
    for row in rows("entities"):
        assert TEXT[row["start"] : row["end"]] == row["text"]
    for row in rows("observations"):
        assert TEXT[row["indicator_start"] : row["indicator_end"]] == row["indicator_text"]
    assert "".join(row["text"] for row in rows("segments")) == TEXT


def test_a_part_names_its_total_and_everything_its_segment() -> None:
    total, part, *_ = rows("observations")
    assert part["part_of"] == total["observation_id"]
    assert part["segment_label"] == "achievements"
    assert {row["segment_id"] for row in rows("entities")} == {"s2"}


def test_an_id_stands_only_where_the_match_is_decided() -> None:
    assert [(row["match_status"], row["indicator_id"]) for row in rows("observations")] == [
        ("matched", "insured.persons"),
        ("ambiguous", ""),
        ("matched", "account.wages"),
        ("unmatched", ""),
    ]


def test_evidence_folds_white_space() -> None:
    assert rows("observations")[2]["evidence"] == "工资福利支出 44.40"
