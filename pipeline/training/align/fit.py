"""The weights of signals and letters, fitted by the likelihood of what is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np
from msgspec.structs import replace

from pipeline.align.letters import SCALE, LetterWorth
from pipeline.align.signals import SIGNALS
from pipeline.align.weights import LETTERS, NONE, Weights
from pipeline.training.align.choice import Choice, Floats, Letter

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

PENALTY, PENALTY_OF_LETTERS = 0.3, 1.0  # of the squared weights
FEWEST = 3  # choices in which a letter must have been met
STEPS = 400
_WIDTH = len(SIGNALS) + len(NONE)


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights of SIGNALS, behind them of NONE, behind them of the letters, by their places."""

    values: Floats
    places: dict[Letter, int]


def list_letters(choices: Sequence[Choice]) -> dict[Letter, int]:
    """The letters that enough of the choices hold, and where their weights stand."""
    met = Counter(letter for one in choices for letter in {letter for some in one.letters for letter in some})
    return {letter: _WIDTH + at for at, letter in enumerate(sorted(one for one in met if met[one] >= FEWEST))}


def fit_choice(choices: Sequence[Choice], start: Fitted | None = None) -> Fitted:
    """The weights under which what is right is likeliest."""
    from scipy.optimize import minimize

    known = [one for one in choices if one.right >= 0]
    places = start.places if start else list_letters(known)
    options = _options(known, places)
    turned = options.T.tocsr()
    counts = np.array([len(one.ids) + 1 for one in known])
    firsts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    right = firsts + np.array([one.right for one in known])
    weights = np.array([one.question.weight for one in known])
    penalty = np.where(np.arange(options.shape[1]) < _WIDTH, PENALTY, PENALTY_OF_LETTERS)

    def cost(values: Floats) -> tuple[float, Floats]:
        scores = options @ values
        scores -= np.repeat(np.maximum.reduceat(scores, firsts), counts)
        odds = np.exp(scores)
        whole = np.add.reduceat(odds, firsts)
        shares = odds / np.repeat(whole, counts) * np.repeat(weights, counts)
        loss = -float(weights @ (scores[right] - np.log(whole)))
        shares[right] -= weights
        return loss + float(penalty @ values**2) / 2, turned @ shares + penalty * values

    begin = start.values if start else np.zeros(options.shape[1])
    options_of = {"maxiter": STEPS, "gtol": 1e-7, "ftol": 1e-13}
    return Fitted(np.asarray(minimize(cost, begin, jac=True, method="L-BFGS-B", options=options_of).x), places)


def _options(choices: Sequence[Choice], places: dict[Letter, int]) -> csr_matrix:
    """A row an option: a choice's candidates one after the other, none of these behind them."""
    from scipy import sparse

    tables: list[Floats] = []
    for one in choices:
        table = np.zeros((len(one.ids) + 1, _WIDTH))
        table[:-1, : len(SIGNALS)] = one.signals
        table[:-1, LETTERS] = 0  # told letter by letter
        table[-1, len(SIGNALS) :] = one.against
        tables.append(table)
    firsts = accumulate((len(table) for table in tables), initial=0)
    met = [
        (first + at, places[letter])
        for first, one in zip(firsts, choices, strict=False)
        for at, some in enumerate(one.letters)
        for letter in some
        if letter in places
    ]
    rows, columns = zip(*met, strict=True) if met else ((), ())
    shape = (sum(map(len, tables)), _WIDTH + len(places))
    signals = sparse.csr_matrix(np.vstack(tables))
    signals.resize(shape)
    return (signals + sparse.csr_matrix((np.ones(len(met)), (rows, columns)), shape=shape)).tocsr()


def weights_of(fitted: Fitted, like: Weights) -> Weights:
    """The fitted values as the aligner takes them; the rest as in ``like``."""
    values = fitted.values.tolist()
    values[LETTERS] = 1.0
    worth: dict[str, dict[str, int]] = {"name": {}, "spelling": {}}
    for (whose, letter), at in fitted.places.items():
        if thousandths := round(values[at] * SCALE):
            worth[whose][letter] = thousandths
    signals, none = tuple(values[: len(SIGNALS)]), tuple(values[len(SIGNALS) : _WIDTH])
    return replace(like, signals=signals, none=none, letters=LetterWorth(**worth))
