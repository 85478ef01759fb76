from __future__ import annotations

import math
import random

import pytest

from pipeline.learn import Curve, Logistic, calibration_error, fit_isotonic, fit_logistic, fit_platt, folds, sigmoid


def drawn(count: int = 600) -> tuple[list[dict[str, float]], list[bool]]:
    chance = random.Random(7)
    rows = [{"near": chance.random(), "same_unit": float(chance.random() < 0.5)} for _ in range(count)]
    return rows, [chance.random() < sigmoid(4 * row["near"] - 3 + 2 * row["same_unit"]) for row in rows]


def test_weights_are_found_and_are_the_same_each_time() -> None:
    rows, labels = drawn()
    model = fit_logistic(rows, labels, penalty=0.01)
    assert model == fit_logistic(rows, labels, penalty=0.01)
    assert model.weights["near"] == pytest.approx(4, abs=1)
    assert model.weights["same_unit"] == pytest.approx(2, abs=0.6)


def test_a_score_is_the_sum_of_its_reasons() -> None:
    model = Logistic(bias=0.5, weights={"near": 2.0, "far": -1.0})
    features = {"near": 1.0, "far": 3.0, "unheard": 9.0}
    assert model.reasons(features) == [("far", -3.0), ("near", 2.0)]
    assert model.score(features) == pytest.approx(0.5 + 2 - 3)
    assert Logistic.of(model.stored()) == model


@pytest.mark.parametrize("fit", [fit_isotonic, fit_platt])
def test_a_curve_makes_scores_into_probabilities(fit) -> None:  # type: ignore[no-untyped-def]
    chance = random.Random(3)
    truth = [chance.random() for _ in range(4000)]
    outcomes = [chance.random() < each for each in truth]
    told = [sigmoid(3 * math.log(max(each, 1e-9) / max(1 - each, 1e-9))) for each in truth]  # far too sure
    curve = fit(told[::2], outcomes[::2])
    assert calibration_error(told[1::2], outcomes[1::2]) > 0.1
    assert calibration_error([curve(each) for each in told[1::2]], outcomes[1::2]) < 0.06
    assert list(curve.raw) == sorted(set(curve.raw))
    assert list(curve.calibrated) == sorted(curve.calibrated)
    assert Curve.of(curve.stored()) == curve


def test_few_outcomes_never_make_a_certainty() -> None:
    curve = fit_isotonic([0.1, 0.2, 0.8, 0.9], [False, False, True, True])
    assert 0 < curve(0.0) < curve(1.0) < 1


def test_a_report_is_never_on_both_sides() -> None:
    groups = [name for name in "abcdefg" for _ in range(ord(name) - 90)]
    for fitted, tested in folds(groups, 3):
        assert not {groups[i] for i in fitted} & {groups[i] for i in tested}
        assert sorted(fitted + tested) == list(range(len(groups)))
