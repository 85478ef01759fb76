"""What each figure asks, on one invented report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.evaluate import main_table, score
from pipeline.evaluate.compare import names, pair_up
from tests.evaluate.reports import Row, write_rows

TEXT = "青禾县2021年参保率96.5%，拨付资金120万元。"
DOCUMENT = {"county": "青禾县", "year": "2021", "agency": ""}
SEGMENTS = [{"start": "0", "end": "15", "label": "achievements"}, {"start": "15", "end": "25", "label": "finance"}]
ENTITY = {
    "start": "11",
    "end": "16",
    "text": "96.5%",
    "type": "PERCENT",
    "value": "96.5",
    "value_high": "",
    "unit": "%",
}
DETAIL = {"comparator": "", "approximate": "", "unit_source": "text"}
OBSERVATION = {
    "indicator_start": "8",
    "indicator_end": "11",
    "indicator_text": "参保率",
    "full_name": "参保率",
    "value_start": "11",
    "value_end": "16",
    "value": "96.5",
    "value_high": "",
    "unit": "%",
    "measure": "actual",
    "year": "2021",
    "part_of": "",
    "indicator_id": "insured.rate",
}
CELL = {
    "table": "收入表",
    "row_code": "",
    "row": "合 计",
    "column": "收入/决算数",
    "start": "21",
    "end": "24",
    "value": "120",
}


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A data set that answers its gold exactly."""
    gold, dataset = tmp_path / "gold", tmp_path / "dataset"
    mine = {"doc_id": "d1"}
    write_rows(gold / "青禾" / "document.csv", [DOCUMENT])
    write_rows(gold / "青禾" / "segments.csv", SEGMENTS)
    write_rows(gold / "青禾" / "entities.csv", [ENTITY | DETAIL])
    write_rows(gold / "青禾" / "observations.csv", [{"id": "o1"} | OBSERVATION])
    write_rows(gold / "青禾" / "cells.csv", [CELL])
    write_rows(dataset / "documents.csv", [mine | {"path": "2021/青禾.txt"} | DOCUMENT])
    write_rows(dataset / "segments.csv", [mine | row for row in SEGMENTS])
    indicator = {"start": "8", "end": "11", "text": "参保率", "type": "INDICATOR"}
    write_rows(dataset / "entities.csv", [mine | ENTITY | DETAIL, mine | indicator])
    write_rows(dataset / "observations.csv", [mine | {"observation_id": "x"} | OBSERVATION])
    write_rows(dataset / "cells.csv", [mine | CELL])
    (dataset / "texts").mkdir()
    (dataset / "texts" / "d1.txt").write_text(TEXT, encoding="utf-8")
    return dataset, gold


def main_figures(dataset: Path, gold: Path) -> dict[str, float]:
    """The main figure of those that something was asked of."""
    figures = score(dataset, gold).figures
    return {name: row.get("f1", row.get("accuracy", 0)) for name, row in figures.items() if row.get("gold", 1)}


def change(folders: tuple[Path, Path], table: str, old: str, new: str) -> dict[str, float]:
    """The figures that fell when this text of a predicted table was changed."""
    path = folders[0] / f"{table}.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return {name: round(figure, 3) for name, figure in main_figures(*folders).items() if figure < 1}


def test_exact_answer_scores_one(folders: tuple[Path, Path]) -> None:
    assert set(main_figures(*folders).values()) == {1.0}


@pytest.mark.parametrize(
    ("table", "old", "new", "fallen"),
    [
        ("documents", "青禾县", "白石县", {"document": 0.5}),
        ("entities", "11,16,", "12,16,", {"entities.strict": 0.0, "entities.strict.PERCENT": 0.0}),
        ("entities", "96.5,", "96.50,", {}),
        ("entities", ",text", ",header", {"entities.unit_source": 0.0}),
        ("entities", "8,11,参保率", "3,4,2", {"entities.indicator": 0.0}),
        ("observations", "actual", "target", {"observations.full": 0.0, "observations.measure": 0.0}),
        ("observations", ",2021,", ",2021.0,", {}),
        ("observations", "insured.rate", "insured.count", {"observations.id": 0.0}),
        ("cells", "收入/决算数", "收入/预算数", {"cells.full": 0.0}),
        ("cells", "合 计", "合计", {}),
    ],
)
def test_each_fault_lowers_its_own_figures(
    folders: tuple[Path, Path], table: str, old: str, new: str, fallen: dict[str, float]
) -> None:
    assert change(folders, table, old, new) == fallen


def test_segments_count_characters(folders: tuple[Path, Path]) -> None:
    figures = change(folders, "segments", "finance", "problems")
    assert figures == {"segments.accuracy": 0.6, "segments.macro_f1": 0.5}


def test_table_shows_figures_and_errors(folders: tuple[Path, Path], tmp_path: Path) -> None:
    change(folders, "cells", "120", "121")
    shown = main_table(*folders, errors=5, json=tmp_path / "scores.json").splitlines()
    assert "cells.value                     0.000   precision 0.000  recall 0.000  hit 0  predicted 1  gold 1" in shown
    assert shown[-2:] == ["青禾 cells: 收入表 | 合 计 | 收入/决算数 = 120 at 21", "青禾 cells: 1 errors in all"]
    assert json.loads((tmp_path / "scores.json").read_text(encoding="utf-8"))["document"]["accuracy"] == 1


def test_missing_folder_is_told(folders: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        score(tmp_path / "nowhere", folders[1])


@pytest.mark.parametrize(
    ("predicted", "named"),
    [((10, 20), True), ((10, 15), True), ((10, 14), False), ((10, 40), True), ((10, 41), False), ((20, 30), False)],
)
def test_a_span_names_with_half_of_the_gold_and_a_third_of_itself(predicted: tuple[int, int], named: bool) -> None:
    assert names((10, 20), predicted) is named


def test_pairing_is_one_to_one_and_linear() -> None:
    rows: list[Row] = [{"start": str(k), "end": str(k + 2)} for k in range(20_000)]
    compared = 0

    def same(gold: Row, predicted: Row) -> bool:
        nonlocal compared
        compared += 1
        return gold["start"] == predicted["start"]

    assert pair_up(rows, rows, same) == [(k, k) for k in range(20_000)]
    assert compared < 10 * len(rows)
