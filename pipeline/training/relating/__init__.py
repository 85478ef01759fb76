"""Training of ``models/relate``: weights of the signals of a name, and the confidence of a row.

Weights are fitted on the split train: of every number with an annotated name, the right candidates against the wrong
ones. What a number may refer to hangs on earlier choices, so reports are read again with what was learned. Confidence is
fitted on train and made a probability on dev, which the fit did not see; test is asked for the card's scores only.
"""

from __future__ import annotations

from pipeline.learn import Curve, fit_logistic, fit_platt
from pipeline.relate.model import UNTRAINED, VERSION, Certainty, Model
from pipeline.relate.signals import BY_HAND
from pipeline.training.corpus import Corpus
from pipeline.training.relating.card import card, readme
from pipeline.training.relating.reading import Reading, read_all
from pipeline.training.trained import Trained

ROUNDS = 2  # readings; a third changes no choice
_BY_HAND = "(by hand)"  # the score of the weights set by hand, as a feature: learning starts from them
_PENALTY = 2.0
_ODDS_PENALTY = 4.0


def train_relate(corpus: Corpus) -> Trained:
    """Fit, calibrate and describe the model."""
    learned = UNTRAINED
    for _ in range(ROUNDS):
        learned = Model(weights=fit_weights(read_all(corpus.of("train"), learned)))
    read = {split: read_all(corpus.of(split), learned) for split in ("train", "dev", "test")}
    final = Model(learned.weights, fit_certainty(read, "prose"), fit_certainty(read, "cells"))
    parameters = {
        "version": VERSION,
        "weights": final.weights,
        "prose": final.prose.stored(),
        "cells": final.cells.stored(),
    }
    facts = card(corpus, read, final)
    return Trained(parameters, facts, readme(facts, final))


def fit_weights(readings: list[Reading]) -> dict[str, float]:
    """The weight of every signal: those set by hand, scaled, and what the differences of candidates add."""
    rows: list[dict[str, float]] = []
    labels: list[bool] = []
    for right, wrong in (pair for reading in readings for pair in reading.rivals()):
        difference = {signal: 1.0 for signal in right.signals}
        for signal in wrong.signals:
            difference[signal] = difference.get(signal, 0.0) - 1.0
        difference[_BY_HAND] = sum(BY_HAND[s] for s in right.signals) - sum(BY_HAND[s] for s in wrong.signals)
        rows += [difference, {signal: -value for signal, value in difference.items()}]
        labels += [True, False]
    found = fit_logistic(rows, labels, penalty=_PENALTY).weights
    scale = found.pop(_BY_HAND)
    return {signal: scale * weight + found.get(signal, 0.0) for signal, weight in BY_HAND.items()}


def fit_certainty(read: dict[str, list[Reading]], source: str) -> Certainty:
    """The odds of a row on the split train, and their curve on dev (on train, while dev holds no such rows)."""
    rows, labels = _rows(read["train"], source)
    odds = fit_logistic(rows, labels, penalty=_ODDS_PENALTY)
    rows, labels = _rows(read["dev"], source)
    curve = fit_platt([odds.probability(row) for row in rows], labels) if len(set(labels)) > 1 else Curve()
    return Certainty(odds, curve)


def _rows(readings: list[Reading], source: str) -> tuple[list[dict[str, float]], list[bool]]:
    judged = [row for reading in readings for row in reading.judged(source)]
    return [marks for marks, _ in judged], [right for _, right in judged]
