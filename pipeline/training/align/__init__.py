"""The aligner's weights: a choice among candidates, learned from annotated reports, lists of names and the taxonomy.

Fitted on observations of the training reports, on ``annotations/names/train.csv`` and on the taxonomy's own names, each
with itself left out of what is searched, so that the weights learn to go by what is near. Calibrated on the reports of
``dev`` and on names that a model without them was asked for; ``annotations/names/test.csv`` and the test reports are
scored for the card only.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from pipeline.align.aligner import Aligner
from pipeline.align.signals import SIGNALS
from pipeline.align.weights import NONE, Weights
from pipeline.learn import fit_platt, folds, rounded
from pipeline.resources.taxonomy import Taxonomy
from pipeline.run import Tools
from pipeline.training.align.card import card_of, readme_of
from pipeline.training.align.choice import fit_choice, list_choices, weights_of
from pipeline.training.align.outcomes import Outcome, decided, outcomes
from pipeline.training.align.questions import REPORTED, Question, from_names, from_reports, from_taxonomy
from pipeline.training.corpus import Corpus
from pipeline.training.trained import Trained

__all__ = ["train_align"]

ROUNDS = 3  # of listing candidates by the weights so far and fitting anew
START = {"spelling": 8.0, "core": 1.0, "same": 0.5, "unit": -5.0, "odds": -3.0, "odds_scope": -4.0, "unsaid": -3.0}
# how much a question counts: one of a list of names 1; reports repeat theirs, and the taxonomy's are cleaner than life
REPORT, TAXONOMY = 0.8, 0.3
COSTS = [1 + step / 10 for step in range(21)]  # of a wrong answer, to choose from
PRECISION = 0.92  # of the answers given to names of a list, at least, on what the weights did not see


def train_align(corpus: Corpus) -> Trained:
    """Weights, calibration and the price of a wrong answer, from ``corpus``."""
    taxonomy, tools = Taxonomy.load(), Tools()
    aligner = tools.aligner = Aligner(taxonomy, _start())
    names = list(from_names(corpus.names["train"], aligner))
    reports = list(from_reports(corpus.of("train"), tools, aligner, REPORT))
    own = list(from_taxonomy(taxonomy, aligner, TAXONOMY))
    dev = list(from_reports(corpus.of("dev"), tools, aligner, 1.0))
    _fit([*reports, *names, *own], aligner)
    unseen = [*outcomes(dev, aligner), *_held_out(names, [*reports, *own], aligner)]
    curve = fit_platt([one.share for one in unseen], [one.right for one in unseen])
    weights = rounded_weights(replace(aligner.weights, curve=curve))
    weights = replace(weights, wrong=_price(unseen, weights))
    aligner.weights = weights
    card = card_of(corpus, tools, aligner, unseen)
    return Trained(parameters=weights.stored(), card=card, readme=readme_of(card))


def _start() -> Weights:
    signals = tuple(START.get(name, 0.0) for name in SIGNALS)
    return Weights(signals=signals, none=(4.0, *(0.0 for _ in NONE[1:])), wrong=1.0)


def _fit(questions: Sequence[Question], aligner: Aligner) -> None:
    """Give the aligner the weights under which the answers of the questions are likeliest."""
    values = None
    for _ in range(ROUNDS):
        values = fit_choice(list_choices(questions, aligner.finder), values)
        aligner.weights = rounded_weights(weights_of(values, aligner.weights))


def _held_out(names: Sequence[Question], others: Sequence[Question], aligner: Aligner) -> list[Outcome]:
    """What weights that were fitted without them give for the names; afterwards the aligner's are as before."""
    kept, found = aligner.weights, []
    for fitted, tested in folds([one.group for one in names]):
        values = fit_choice(list_choices([*others, *(names[at] for at in fitted)], aligner.finder))
        aligner.weights = weights_of(values, kept)
        found += outcomes([names[at] for at in tested], aligner)
        aligner.weights = kept
    return found


def _price(unseen: Sequence[Outcome], weights: Weights) -> float:
    """The price of a wrong answer that makes most answers right, of those that keep the precision asked of names."""
    names = [one for one in unseen if one.kind != REPORTED]
    tried = []
    for price in COSTS:
        priced = replace(weights, wrong=price)
        kept = decided(names, priced)[1] >= PRECISION
        tried.append((kept, decided(unseen, priced)[0] if kept else price, -price))
    return -max(tried)[2]


def rounded_weights(weights: Weights) -> Weights:
    """As ``model.json`` will keep them."""
    return Weights.of(rounded(weights.stored()))
