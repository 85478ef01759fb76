from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import training
from pipeline.errors import UsageError
from pipeline.learn import fit_logistic
from pipeline.training import TRAINERS, Corpus, Trained, read_corpus, train

ANNOTATIONS = Path(__file__).parents[2] / "annotations"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return read_corpus(ANNOTATIONS)


def length_model(corpus: Corpus) -> Trained:
    """A small model: whether a segment is a table, by its length."""
    rows = [row for report in corpus.of("train") for row in report.gold["segments"]]
    features = [{"length": (int(row["end"]) - int(row["start"])) / 1000} for row in rows]
    model = fit_logistic(features, [row["label"] == "table" for row in rows])
    return Trained(parameters={"version": 1} | model.stored(), card={"rows": len(rows)})


def test_every_report_has_its_text_its_gold_and_a_split(corpus: Corpus) -> None:
    assert corpus.of("train")
    assert corpus.of("test")
    assert len(corpus.reports) == len(list((ANNOTATIONS / "marked").glob("*.txt")))
    for report in corpus.reports:
        assert int(report.gold["segments"][-1]["end"]) <= len(report.text)
        assert report.document["county"]


def test_training_again_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "TRAINERS", {"length": "tests.training.test_training:length_model"})
    monkeypatch.setattr(training, "trainer", lambda name: length_model)
    [first] = train(ANNOTATIONS, tmp_path / "one", ["length"])
    [second] = train(ANNOTATIONS, tmp_path / "two")
    files = sorted(path.name for path in first.iterdir())
    assert files == ["card.json", "model.json"]
    assert all((first / name).read_bytes() == (second / name).read_bytes() for name in files)


def test_an_unknown_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no model is called oracle"):
        list(train(ANNOTATIONS, tmp_path, ["oracle"]))


def test_a_folder_without_annotations_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no annotated reports"):
        read_corpus(tmp_path)


def test_a_wrong_split_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "splits.csv").write_text("report,split\na-2020,train\nb-2020,tset\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"splits\.csv:3: split is 'tset'"):
        training.read_corpus(tmp_path)


@pytest.mark.parametrize("name", TRAINERS)
def test_every_trainer_is_where_the_table_says(name: str) -> None:
    assert callable(training.trainer(name))


@pytest.mark.long
@pytest.mark.parametrize("name", TRAINERS)
def test_committed_models_are_what_training_gives(name: str, tmp_path: Path) -> None:
    [folder] = train(ANNOTATIONS, tmp_path, [name])
    committed = ANNOTATIONS.parent / "models" / name
    files = sorted(path.name for path in folder.iterdir())
    assert files == sorted(path.name for path in committed.iterdir())
    assert [file for file in files if (folder / file).read_bytes() != (committed / file).read_bytes()] == []
