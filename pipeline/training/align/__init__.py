"""The aligner's weights: a choice among candidates, learned from annotated reports, lists of names and the taxonomy.

Fitted on observations of the training reports, on ``annotations/names/train.csv`` and on the taxonomy's own names, each
with itself left out of what is searched, so that the weights learn to go by what is near. Calibrated on the reports of
``dev`` and on ``annotations/names/dev.csv``, each for its use: the names of reports are what relate made of them.
``annotations/names/test.csv`` and the test reports are scored for the card only.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from pipeline.align.aligner import Aligner
from pipeline.align.signals import SIGNALS
from pipeline.align.weights import NONE, Decision, Weights
from pipeline.learn import fit_isotonic, fit_platt, rounded
from pipeline.resources.taxonomy import Taxonomy
from pipeline.run import Tools
from pipeline.training.align.card import card_of, readme_of
from pipeline.training.align.choice import list_choices
from pipeline.training.align.fit import fit_choice, weights_of
from pipeline.training.align.outcomes import Outcome, decided, outcomes
from pipeline.training.align.questions import Question, from_names, from_reports, from_taxonomy
from pipeline.training.corpus import Corpus
from pipeline.training.trained import Trained

__all__ = ["train_align"]

ROUNDS = 3  # of listing candidates by the weights so far and fitting anew
START = {"spelling": 8.0, "core": 1.0, "same": 0.5, "unit": -5.0, "odds": -3.0, "odds_scope": -4.0, "unsaid": -3.0}
# how much a question counts: one of a list of names 1; reports repeat theirs, and the taxonomy's are cleaner than life
REPORT, TAXONOMY = 0.8, 0.3
COSTS = [1 + step / 20 for step in range(41)]  # of a wrong answer, to choose from
ENOUGH = 1000  # outcomes for a curve of any rising form; fewer are given one of two parameters
ABOUT = 0.005  # shares of right answers that differ less are the same
PRECISION = 0.93  # of the answers given to names of dev, at least: 0.92 is wanted of names that are seen by nobody


def train_align(corpus: Corpus) -> Trained:
    """Weights, calibration and the prices of a wrong answer, from ``corpus``."""
    taxonomy, tools = Taxonomy.load(), Tools()
    aligner = tools.aligner = Aligner(taxonomy, _start())
    names = list(from_names(corpus.names["train"], aligner, hide=True))
    reports = list(from_reports(corpus.of("train"), tools, aligner, REPORT))
    own = list(from_taxonomy(taxonomy, aligner, TAXONOMY))
    _fit([*reports, *names, *own], aligner)
    told = outcomes(list(from_reports(corpus.of("dev"), tools, aligner, 1.0)), aligner)
    listed = outcomes(list(from_names(corpus.names["dev"], aligner)), aligner)
    aligner.weights = _decided(told, listed, aligner.weights)
    card = card_of(corpus, tools, aligner, {"reports dev": told, "names dev": listed})
    return Trained(parameters=aligner.weights.stored(), card=card, readme=readme_of(card))


def _start() -> Weights:
    signals = tuple(START.get(name, 0.0) for name in SIGNALS)
    return Weights(signals=signals, none=(4.0, *(0.0 for _ in NONE[1:])))


def _fit(questions: Sequence[Question], aligner: Aligner) -> None:
    """Give the aligner the weights under which the answers of the questions are likeliest."""
    fitted = None
    for _ in range(ROUNDS):
        fitted = fit_choice(list_choices(questions, aligner.finder), fitted)
        aligner.weights = rounded_weights(weights_of(fitted, aligner.weights))


def _decided(told: Sequence[Outcome], listed: Sequence[Outcome], weights: Weights) -> Weights:
    """The weights with their decisions, from what they gave for reports and for lists that they did not see."""
    weights = rounded_weights(replace(weights, report=_calibrated(told), listed=_calibrated(listed)))
    report = replace(weights.report, wrong=_price(told, weights, 0.0))
    return replace(weights, report=report, listed=replace(weights.listed, wrong=_price(listed, weights, PRECISION)))


def _calibrated(unseen: Sequence[Outcome]) -> Decision:
    fit = fit_isotonic if len(unseen) >= ENOUGH else fit_platt
    return Decision(curve=fit([one.share for one in unseen], [one.right for one in unseen]), wrong=1.0)


def _price(unseen: Sequence[Outcome], weights: Weights, least: float) -> float:
    """The dearest price of a wrong answer that makes about as many answers right as any, and is precise enough."""
    tried = []
    for price in COSTS:
        priced = replace(
            weights, report=replace(weights.report, wrong=price), listed=replace(weights.listed, wrong=price)
        )
        tried.append((price, *decided(unseen, priced)))
    kept = [(price, right) for price, right, precision in tried if precision >= least] or [tried[-1][:2]]
    best = max(right for _, right in kept)
    return max(price for price, right in kept if right >= best - ABOUT)


def rounded_weights(weights: Weights) -> Weights:
    """As ``model.json`` will keep them."""
    return Weights.of(rounded(weights.stored()))
