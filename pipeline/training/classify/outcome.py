"""What the model makes of examples, and how right and how sure it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from pipeline.classify.arrays import Floats
from pipeline.classify.model import Labeller
from pipeline.classify.wording import look_up
from pipeline.learn import calibration_error
from pipeline.records import Record
from pipeline.resources.headings import LABELS
from pipeline.training.classify.examples import UNKNOWN, Example
from pipeline.training.classify.wording import described

THREE = ("achievements", "problems", "measures")


class Outcome(Record, frozen=True):
    """Sentences of one split in one guise: gold and given labels, and how sure the model was."""

    gold: list[int]
    given: list[int]
    sure: list[float]

    @property
    def right(self) -> list[bool]:
        return [gold == given for gold, given in zip(self.gold, self.given, strict=True)]

    def scores(self) -> dict[str, Any]:
        """Accuracy, F1 by label and their mean, calibration."""
        by_label = {LABELS[label]: self._f1(label) for label in sorted(set(self.gold))}
        return {
            "sentences": len(self.gold),
            "accuracy": _share(sum(self.right), len(self.gold)),
            "macro_f1": _share(sum(by_label.values()), len(by_label)),
            "macro_f1_of_achievements_problems_measures": sum(by_label.get(each, 0.0) for each in THREE) / len(THREE),
            "f1": by_label,
            "expected_calibration_error": calibration_error(self.sure, self.right),
        }

    def confusion(self) -> dict[str, dict[str, int]]:
        """How often each gold label was given each label."""
        counted = Counter(zip(self.gold, self.given, strict=True))
        return {
            LABELS[gold]: {LABELS[given]: counted[gold, given] for given in range(len(LABELS)) if counted[gold, given]}
            for gold in sorted(set(self.gold))
        }

    def _f1(self, label: int) -> float:
        both = sum(gold == given == label for gold, given in zip(self.gold, self.given, strict=True))
        return _share(2 * both, self.gold.count(label) + self.given.count(label))


def outcome_of(labeller: Labeller, examples: Sequence[Example]) -> Outcome:
    """What the model makes of examples."""
    gold, given, sure = [], [], []
    for example in examples:
        path, chances = labeller.decode(example.units, read(labeller, example))
        for right, told, chance in zip(example.gold, path, chances, strict=True):
            if right != UNKNOWN:
                gold.append(right)
                given.append(told)
                sure.append(labeller.curve(chance))
    return Outcome(gold=gold, given=given, sure=sure)


def read(labeller: Labeller, example: Example) -> Floats:
    """The first step for one example, in its guise."""
    wording = look_up(example.units, labeller.lexicon, labeller.meaning, lone=example.lone)
    return labeller.weigh(wording, described(example))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
