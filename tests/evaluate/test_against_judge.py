"""Our figures are those of the independent judge, where its script lies beside the project."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.evaluate import main_table, score
from tests.evaluate.reports import dataset_from_gold

SHARED = Path(__file__).resolve().parents[3] / "shared"
JUDGE = SHARED / "tools" / "score.py"

pytestmark = pytest.mark.skipif(not JUDGE.exists(), reason="the judge's script is not here")


def ask_judge(dataset: Path, gold: Path, file: Path) -> dict[str, dict[str, float]]:
    subprocess.run(
        [sys.executable, str(JUDGE), str(dataset), str(gold), "--json", str(file)], check=True, capture_output=True
    )
    figures: dict[str, dict[str, float]] = json.loads(file.read_text(encoding="utf-8"))
    return figures


@pytest.mark.parametrize("spoil", [0.0, 0.3, 1.0])
def test_figures_equal_the_judges(tmp_path: Path, spoil: float) -> None:
    gold = SHARED / "gold"
    dataset_from_gold(gold, SHARED / "reports", tmp_path / "dataset", spoil=spoil)
    theirs = ask_judge(tmp_path / "dataset", gold, tmp_path / "judge.json")
    ours = score(tmp_path / "dataset", gold).figures
    assert set(ours) == set(theirs)
    for name, figures in theirs.items():
        assert ours[name] == pytest.approx(figures, abs=1e-12), name


def test_as_many_errors_as_the_judge_finds(tmp_path: Path) -> None:
    gold = SHARED / "gold"
    dataset_from_gold(gold, SHARED / "reports", tmp_path / "dataset", spoil=0.3)
    command = [sys.executable, str(JUDGE), str(tmp_path / "dataset"), str(gold), "--errors", "1"]
    theirs = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    ours = main_table(tmp_path / "dataset", gold, errors=1).splitlines()
    tail = "errors in all"
    assert [line for line in ours if line.endswith(tail)] == [line for line in theirs if line.endswith(tail)]


def test_empty_data_set_scores_nothing(tmp_path: Path) -> None:
    (tmp_path / "dataset").mkdir()
    (tmp_path / "dataset" / "documents.csv").write_text("doc_id,path\n", encoding="utf-8")
    theirs = ask_judge(tmp_path / "dataset", SHARED / "gold", tmp_path / "judge.json")
    ours = score(tmp_path / "dataset", SHARED / "gold").figures
    for name, figures in theirs.items():
        assert ours[name] == pytest.approx(figures, abs=1e-12), name
