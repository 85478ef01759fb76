"""What is learned for relate: weights that prefer the right candidate, confidence that keeps its promise."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.relate.choice import Candidate, choose
from pipeline.relate.model import UNTRAINED, Model, model
from pipeline.relate.sentences import Name
from pipeline.relate.signals import BY_HAND, SIGNALS
from pipeline.training import Corpus, read_corpus
from pipeline.training.relating import fit_certainty, fit_weights
from pipeline.training.relating.reading import Prepared, prepare, read_all

ANNOTATIONS = Path(__file__).parents[2] / "annotations"


@pytest.fixture(scope="module")
def prepared() -> list[Prepared]:
    corpus = read_corpus(ANNOTATIONS)
    return prepare(Corpus(reports=corpus.of("train")[:4], fingerprint=""))


def test_weights_are_learned_for_every_signal(prepared: list[Prepared]) -> None:
    weights = fit_weights(read_all(prepared, UNTRAINED))
    assert weights.keys() == SIGNALS.keys()
    assert weights["own_phrase"] > weights["topic"]
    assert weights == fit_weights(read_all(prepared, UNTRAINED))


def test_confidence_tells_right_rows_from_wrong_ones(prepared: list[Prepared]) -> None:
    readings = read_all(prepared, UNTRAINED)
    certainty = fit_certainty(readings, "prose")
    judged = [row for reading in readings for row in reading.judged("prose")]
    right = [certainty(marks) for marks, good in judged if good]
    wrong = [certainty(marks) for marks, good in judged if not good]
    assert sum(right) / len(right) > sum(wrong) / len(wrong)


def test_the_choice_keeps_the_best_of_another_name_as_runner_up() -> None:
    first, second = Name(0, 2, "收入"), Name(4, 6, "支出")
    found = choose([Candidate(second, "topic", ("topic",)), Candidate(first, "own_phrase", ("own_phrase",))], BY_HAND)
    assert found is not None
    assert (found.best.name, found.runner_up and found.runner_up.name) == (first, second)
    assert found.margin == pytest.approx(BY_HAND["own_phrase"] - BY_HAND["topic"])
    assert choose([], BY_HAND) is None


def test_the_model_that_ships_knows_every_signal() -> None:
    shipped = model()
    assert isinstance(shipped, Model)
    assert shipped.weights.keys() == SIGNALS.keys()
    assert shipped.prose.odds.weights
