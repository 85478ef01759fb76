"""The card of ``models/relate``: what it was made from, how good it is, and what learning gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.learn import calibration_error, reliability, rounded
from pipeline.relate.model import UNTRAINED, Model
from pipeline.relate.signals import BY_HAND, SIGNALS
from pipeline.training.relating.baselines import Known, by_dictionary, nearest
from pipeline.training.relating.reading import Prepared, Reading, read_all

_SURE = 0.9
_SPLITS = ("train", "dev", "test")
_LIMITS = (
    "The annotated reports are invented in the manner of real ones; a real report holds turns that none of them has.",
    "Names that stand in an earlier paragraph are found only in headings.",
    "Measures, years and totals are decided by rules and word lists (pipeline/resources/relate); what is learned is the "
    "choice among candidate names and the confidence of the whole row.",
)


def card(prepared: Sequence[Prepared], learned: Model) -> dict[str, Any]:
    """The content of card.json."""
    return {
        "task": "which name a number in prose belongs to; how sure a row of prose or of a table is",
        "reports": {split: sum(one.report.split == split for one in prepared) for split in _SPLITS},
        "choice": {split: _ablation(prepared, learned, split) for split in _SPLITS},
        "confidence": {split: _confidence(read_all(prepared, learned, split), learned) for split in _SPLITS},
        "limits": list(_LIMITS),
    }


def _ablation(prepared: Sequence[Prepared], learned: Model, split: str) -> dict[str, float]:
    """F1 of name and number in prose: what each way of choosing gives."""
    readings = read_all(prepared, learned, split)
    by_hand = read_all(prepared, UNTRAINED, split)
    known = Known.load()
    return {
        "dictionary only": _f1([(one, by_dictionary(one, known)) for one in readings]),
        "nearest noun": _f1([(one, nearest(one)) for one in readings]),
        "weights by hand": _f1([(one, one.chosen()) for one in by_hand]),
        "learned": _f1([(one, one.chosen()) for one in readings]),
    }


def _f1(named: Sequence[tuple[Reading, dict[int, Any]]]) -> float:
    hit = sum(one.names_it(name, entity) for one, names in named for entity, name in names.items())
    told = sum(len(names) for _, names in named)
    asked = sum(one.asked for one, _ in named)
    return float(rounded(2 * hit / max(told + asked, 1)))


def _confidence(readings: Sequence[Reading], learned: Model) -> dict[str, Any]:
    prose = _promised(readings, learned, "prose")
    cells = _promised(readings, learned, "cells")
    return {
        "prose": _kept(prose),
        "cells": _kept(cells),
        "all": _kept(prose + cells),
        "reliability": reliability([each for each, _ in prose + cells], [right for _, right in prose + cells]),
    }


def _promised(readings: Sequence[Reading], learned: Model, source: str) -> list[tuple[float, bool]]:
    certainty = learned.prose if source == "prose" else learned.cells
    return [(certainty(marks), right) for reading in readings for marks, right in reading.judged(source)]


def _kept(promised: list[tuple[float, bool]]) -> dict[str, float]:
    """How many rows, how many of them right; of those promised 0.9 and more their share and how many are right."""
    sure = [right for each, right in promised if each >= _SURE]
    error = calibration_error([each for each, _ in promised], [right for _, right in promised])
    return {
        "rows": len(promised),
        "right": rounded(sum(right for _, right in promised) / max(len(promised), 1)),
        "share_of_sure": rounded(len(sure) / max(len(promised), 1)),
        "right_of_sure": rounded(sum(sure) / max(len(sure), 1)),
        "calibration_error": error,
    }


def readme(facts: dict[str, Any], learned: Model) -> str:
    """The card in words."""
    return "\n".join(
        [
            "# relate: the name of a number, and how sure a row is",
            "",
            "Written by `xianbao train relate`; edit `pipeline/training/relating`, not this file. Invented reports: "
            + ", ".join(f"{count} of {split}" for split, count in facts["reports"].items())
            + ".",
            "",
            "## What learning gives",
            "",
            "F1 of name and number in running prose, by the way a name is chosen.",
            "",
            *_ablation_table(facts["choice"]),
            "",
            "## Confidence",
            "",
            "A row is right if name, value, unit, measure and year are. `>= 0.9` are the rows promised that much.",
            "",
            *_confidence_table(facts["confidence"]),
            "",
            "## Weights of the signals",
            "",
            "The candidate with the largest sum is chosen. `by hand` is where learning starts from.",
            "",
            *_weight_table(learned),
            "",
            "## Limits",
            "",
            *(f"- {limit}" for limit in facts["limits"]),
            "",
        ]
    )


def _ablation_table(choice: dict[str, dict[str, float]]) -> list[str]:
    ways = list(choice["test"])
    lines = [f"| {way} | " + " | ".join(f"{choice[split][way]:.3f}" for split in _SPLITS) + " |" for way in ways]
    return ["| way | train | dev | test |", "| --- | --- | --- | --- |", *lines]


def _confidence_table(confidence: dict[str, dict[str, Any]]) -> list[str]:
    lines = [
        f"| {split} | {source} | {found['rows']} | {found['right']:.3f} | {found['share_of_sure']:.3f} | "
        f"{found['right_of_sure']:.3f} | {found['calibration_error']:.3f} |"
        for split in _SPLITS
        for source in ("prose", "cells", "all")
        for found in [confidence[split][source]]
    ]
    head = "| split | rows of | rows | right | share >= 0.9 | right of those | calibration error |"
    return [head, "| --- | --- | --- | --- | --- | --- | --- |", *lines]


def _weight_table(learned: Model) -> list[str]:
    ranked = sorted(learned.weights.items(), key=lambda each: (-each[1], each[0]))
    lines = [f"| `{name}` | {SIGNALS[name].said} | {BY_HAND[name]:.2f} | {weight:.2f} |" for name, weight in ranked]
    return ["| signal | | by hand | learned |", "| --- | --- | --- | --- |", *lines]
