"""Training of ``models/relate``: weights of the signals of a name, and the confidence of a row.

Weights are fitted on the split train: of every number with an annotated name, the right candidates against the wrong
ones. What a number may refer to hangs on earlier choices, so reports are read again with what was learned. Confidence is
fitted on train and dev, and made a probability by cross-validation over their reports; test is asked for the card's
scores only.
"""

from __future__ import annotations

from math import log

from pipeline.learn import Curve, Logistic, fit_logistic, fit_platt, folds
from pipeline.relate.marks import Marks
from pipeline.relate.model import UNTRAINED, VERSION, Certainty, Model
from pipeline.relate.signals import BY_HAND
from pipeline.training.corpus import Corpus
from pipeline.training.relating.card import card, readme
from pipeline.training.relating.reading import Reading, prepare, read_all
from pipeline.training.trained import Trained

ROUNDS = 2  # readings; a third changes no choice
_BY_HAND = "(by hand)"  # the score of the weights set by hand, as a feature: learning starts from them
_PENALTY = 2.0
_ODDS_PENALTY = 4.0


def train_relate(corpus: Corpus) -> Trained:
    """Fit, calibrate and describe the model."""
    prepared = prepare(corpus)
    learned = UNTRAINED
    for _ in range(ROUNDS):
        learned = Model(weights=fit_weights(read_all(prepared, learned, "train")))
    known = [*read_all(prepared, learned, "train"), *read_all(prepared, learned, "dev")]
    final = Model(learned.weights, fit_certainty(known, "prose"), fit_certainty(known, "cells"))
    parameters = {
        "version": VERSION,
        "weights": final.weights,
        "prose": final.prose.stored(),
        "cells": final.cells.stored(),
    }
    facts = card(prepared, final)
    return Trained(parameters, facts, readme(facts, final))


def fit_weights(readings: list[Reading]) -> dict[str, float]:
    """The weight of every signal: those set by hand, scaled, and what the differences of candidates add."""
    rows: list[dict[str, float]] = []
    labels: list[bool] = []
    for right, wrong in (pair for reading in readings for pair in reading.rivals()):
        difference = dict.fromkeys(right.signals, 1.0)
        for signal in wrong.signals:
            difference[signal] = difference.get(signal, 0.0) - 1.0
        difference[_BY_HAND] = sum(BY_HAND[s] for s in right.signals) - sum(BY_HAND[s] for s in wrong.signals)
        rows += [difference, {signal: -value for signal, value in difference.items()}]
        labels += [True, False]
    found = fit_logistic(rows, labels, penalty=_PENALTY).weights
    scale = found.pop(_BY_HAND)
    return {signal: scale * weight + found.get(signal, 0.0) for signal, weight in BY_HAND.items()}


def fit_certainty(readings: list[Reading], source: str) -> Certainty:
    """The odds of a row, and their curve on what folds by report did not see."""
    judged = [(reading.report.name, row) for reading in readings for row in reading.judged(source)]
    rows, labels = [marks for _, (marks, _) in judged], [right for _, (_, right) in judged]
    if len(set(labels)) < 2:
        return Certainty(Logistic(bias=log(len(labels) + 1.0), weights={}), Curve())
    unseen: dict[int, float] = {}
    for fitted, tested in folds([name for name, _ in judged]):
        odds = _odds([rows[i] for i in fitted], [labels[i] for i in fitted])
        unseen |= {i: odds.probability(rows[i]) for i in tested}
    faulty = {name for (name, _), right in zip(judged, labels, strict=True) if not right}
    # a report without any error is one that rules were made for: it tells nothing about one that nobody has seen
    asked = [i for i, (name, _) in enumerate(judged) if name in faulty]
    return Certainty(_odds(rows, labels), fit_platt([unseen[i] for i in asked], [labels[i] for i in asked]))


def _odds(rows: list[Marks], labels: list[bool]) -> Logistic:
    if len(set(labels)) < 2:
        return Logistic(bias=log(len(labels) + 1.0), weights={})
    return fit_logistic(rows, labels, penalty=_ODDS_PENALTY)
