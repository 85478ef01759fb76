"""A choice among candidates and "none of these": how likely each is, fitted by the likelihood of what is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.align.candidates import Finder, Rated
from pipeline.align.signals import SIGNALS
from pipeline.align.weights import NONE, Weights
from pipeline.training.align.questions import NIL, Question

Floats = NDArray[np.float64]
PENALTY = 0.3  # of the squared weights
STEPS = 400


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with its candidates, best first by the weights of the time."""

    question: Question
    ids: tuple[str, ...]
    signals: Floats  # a row a candidate
    against: Floats  # what speaks for none of these
    right: int  # row of what is right; behind the last one: none of these; -1: it is not among the candidates


def list_choices(questions: Sequence[Question], finder: Finder) -> list[Choice]:
    """The candidates of each question; a hidden spelling is not among them."""
    return [_choice(one, finder.rank(one.query, hidden=one.hidden), finder) for one in questions]


def _choice(question: Question, ranked: list[Rated], finder: Finder) -> Choice:
    ids = tuple(rated.spelling.indicator.id for rated in ranked)
    right = len(ids) if question.right == NIL else ids.index(question.right) if question.right in ids else -1
    signals = np.array([rated.signals for rated in ranked], dtype=float).reshape(-1, len(SIGNALS))
    return Choice(question, ids, signals, np.array(question.query.against(finder.index)), right)


def fit_choice(choices: Sequence[Choice], start: Floats | None = None) -> Floats:
    """The weights of SIGNALS and, behind them, of NONE, under which what is right is likeliest."""
    from scipy.optimize import minimize

    known = [one for one in choices if one.right >= 0]
    width = len(SIGNALS) + len(NONE)
    rows: list[Floats] = []
    ends: list[int] = []
    right: list[int] = []
    for one in known:  # the options of one after the other, none of these the last of each
        table = np.zeros((len(one.ids) + 1, width))
        table[:-1, : len(SIGNALS)] = one.signals
        table[-1, len(SIGNALS) :] = one.against
        right.append(sum(ends) + one.right)
        rows.append(table)
        ends.append(len(table))
    options, counts = np.vstack(rows), np.array(ends)
    firsts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    weights = np.array([one.question.weight for one in known])

    def cost(values: Floats) -> tuple[float, Floats]:
        scores = options @ values
        scores -= np.repeat(np.maximum.reduceat(scores, firsts), counts)
        odds = np.exp(scores)
        whole = np.add.reduceat(odds, firsts)
        shares = odds / np.repeat(whole, counts) * np.repeat(weights, counts)
        loss = -float(weights @ (scores[right] - np.log(whole)))
        shares[right] -= weights
        return loss + PENALTY / 2 * float(values @ values), options.T @ shares + PENALTY * values

    begin = np.zeros(width) if start is None else start
    options_of = {"maxiter": STEPS, "gtol": 1e-7, "ftol": 1e-13}
    return np.asarray(minimize(cost, begin, jac=True, method="L-BFGS-B", options=options_of).x)


def weights_of(values: Floats, like: Weights) -> Weights:
    """The fitted values as the aligner takes them; the rest as in ``like``."""
    from msgspec.structs import replace

    return replace(
        like, signals=tuple(map(float, values[: len(SIGNALS)])), none=tuple(map(float, values[len(SIGNALS) :]))
    )


def probabilities(choice: Choice, weights: Weights) -> list[float]:
    """Of each candidate of a choice, in its order."""
    return weights.shares([weights.score(row) for row in choice.signals.tolist()], choice.against.tolist())
