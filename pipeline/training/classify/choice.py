"""The second step fitted: how much the wording, headings and sentence cues count when they speak for different labels."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pipeline.classify.arrays import Floats
from pipeline.classify.trust import STATES, reason_names, reasons, state
from pipeline.classify.units import Unit
from pipeline.resources.headings import LABELS
from pipeline.training.classify.examples import BLURRED, FULL, HEADLESS, UNKNOWN, Example

GUISES = {FULL: 1.0, BLURRED: 0.5, HEADLESS: 1.0}  # in which examples count here, and how much
PENALTY = 3.0  # of squared weights, away from what is expected of them
PENALTY_OF_STATES = 20.0  # few reports tell of each
EXPECTED = {  # before any report is seen; all others 0
    "wording": 1.0,
    "untold achievements": 2.0,  # work that is told under its own headings: 筑牢群众看病的底线
    "untold before achievements": 2.0,
    "told 0.97": 3.0,  # a form's field: 总体目标
    "told 0.82": 3.0,  # a head that runs into its text: 发现的主要问题：
    "told profile plainly": 4.5,  # what each office is charged with stays under 内设机构
    "told duties plainly": 4.5,
    "told glossary plainly": 4.5,
}
_MIDDLING = 50  # sentences of a report; one four times as long counts twice as much
_MOST_STEPS = 100
_CLOSE = 1e-10


def fit_choice(told: Iterable[tuple[Example, Floats]]) -> dict[str, float]:
    """Weights by reason; ``told`` gives examples with what the wording says of them (log probabilities).

    The model is a choice between labels: each label's score is the sum of its reasons' weights. Newton's method reaches the one
    best answer to the last digit.
    """
    import numpy as np

    tables, gold, weights = [], [], []
    for example, wording in told:
        known = [index for index, label in enumerate(example.gold) if label != UNKNOWN]
        tables.append(_table(example.units, wording)[known])
        gold += [example.gold[index] for index in known]
        weights += [GUISES[example.guise] * (_MIDDLING / max(len(known), 1)) ** 0.5] * len(known)
    found = _newton(np.concatenate(tables), np.array(gold), np.array(weights))
    return {name: weight for name, weight in zip(reason_names(), found.tolist(), strict=True) if abs(weight) > _CLOSE}


def _table(units: list[Unit], wording: Floats) -> Floats:
    """Units x labels x reasons."""
    import numpy as np

    column = {name: index for index, name in enumerate(reason_names())}
    table = np.zeros((len(units), len(LABELS), len(column)))
    table[:, :, column["wording"]] = wording
    for row, unit in enumerate(units):
        for label, name in enumerate(LABELS):
            table[row, label, column[f"{state(unit)} {name}"]] = 1.0
        for label, reason in reasons(unit):
            table[row, label, column[reason]] = 1.0
    return table


def _newton(table: Floats, gold: Any, weights: Floats) -> Floats:
    import numpy as np

    names = reason_names()
    start = np.array([EXPECTED.get(name, 0.0) for name in names])
    penalty = np.array([PENALTY_OF_STATES if name.startswith(STATES) else PENALTY for name in names])
    found = start.copy()
    right = table[np.arange(len(gold)), gold]
    for _ in range(_MOST_STEPS):
        scores = table @ found
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        mean = np.einsum("ij,ijk->ik", shares, table)
        slope = weights @ (right - mean) - penalty * (found - start)
        apart = (table - mean[:, None]) * np.sqrt(weights[:, None] * shares)[:, :, None]
        flat = apart.reshape(-1, len(found))
        step = np.linalg.solve(flat.T @ flat + np.diag(penalty), slope)
        found += step
        if abs(step).max() < _CLOSE:
            break
    return found
