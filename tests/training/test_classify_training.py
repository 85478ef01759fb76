"""The trainer of the sentence labeller, on a few invented reports."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.classify.trust import INDEX
from pipeline.training.classify.examples import FULL, HEADLESS, Example, make_examples
from pipeline.training.classify.fit import fit
from pipeline.training.classify.outcome import Outcome
from pipeline.training.corpus import Annotated

DEEDS = ("全年救助{}人次，支出{}万元。", "开展宣传{}场次，覆盖群众{}人。", "检查定点机构{}家，追回资金{}万元。")
WANTS = ("但{}个乡镇人手不足，{}名干部身兼数职。", "宣传不够深入，{}个村、{}户群众不知晓政策。")
PLANS = ("下一步将培训{}名经办人员，增设窗口{}个。", "今后要加强督查，按月通报{}个乡镇和{}个股室。")


def report(number: int) -> Annotated:
    """An invented report with a heading over each matter."""
    parts = [("achievements", "一、工作成效"), ("problems", "二、存在的问题"), ("measures", "三、改进措施")]
    text, rows = "", []
    for (label, heading), sentences in zip(parts, (DEEDS, WANTS, PLANS), strict=True):
        start = len(text)
        told = "".join(each.format(number + 3, 7 * number + 12) for each in sentences)
        text += f"{heading}\n{told}\n"
        rows.append({"start": str(start), "end": str(len(text) - 1), "label": label})
    gold = {"segments": rows}
    return Annotated(name=f"yunxi-{number}", split="train", text=text, document={"report_type": "other"}, gold=gold)


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    return make_examples(report(number) for number in range(8))


def test_each_report_comes_with_its_headings_and_without(examples: list[Example]) -> None:
    full, headless = (next(each for each in examples if each.guise == guise) for guise in (FULL, HEADLESS))
    assert [unit.above.label for unit in full.units] == ["achievements"] * 3 + ["problems"] * 2 + ["measures"] * 2
    assert {unit.above.label for unit in headless.units} == {""}
    assert full.gold == headless.gold == [INDEX[unit.above.label] for unit in full.units]


def test_training_is_learned_and_gives_the_same_bytes(examples: list[Example]) -> None:
    labeller, parameters, arrays = fit(examples)
    again, same_parameters, same_arrays = fit(examples)
    assert parameters == same_parameters
    assert all(np.array_equal(arrays[name], same_arrays[name]) for name in arrays)
    for example in examples:
        if example.guise == HEADLESS:
            wording = again.read(example.layout, example.units, "")
            assert labeller.decode(example.units, wording)[0] == example.gold


def test_scores_are_counted_over_sentences() -> None:
    scores = Outcome(gold=[6, 6, 7, 8], given=[6, 7, 7, 8], sure=[0.5, 0.5, 1.0, 1.0]).scores()
    assert scores["accuracy"] == 0.75
    assert scores["f1"] == {"achievements": pytest.approx(2 / 3), "problems": pytest.approx(2 / 3), "measures": 1.0}
    assert scores["expected_calibration_error"] == 0.0
