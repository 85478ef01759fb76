"""All steps in order, and the model's files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.classify.arrays import Floats
from pipeline.classify.model import STEP, VERSION, Labeller, build
from pipeline.classify.units import borders
from pipeline.learn import Curve, fit_isotonic, folds
from pipeline.learn.rounding import rounded
from pipeline.resources.headings import LABELS
from pipeline.training.classify.card import make_card
from pipeline.training.classify.choice import GUISES, fit_choice
from pipeline.training.classify.examples import FULL, HEADLESS, LONE, UNKNOWN, Example, make_examples
from pipeline.training.classify.places import trust_places
from pipeline.training.classify.wording import Step, described, fit_wording, looked_up
from pipeline.training.corpus import Corpus
from pipeline.training.trained import Trained

FOLDS = 5
SHARPNESS = 0.9  # these four were chosen by cross-validation on train: what a sentence's scores count,
MOVES = 0.5  # what the moves between labels count,
RARITY = 0.25  # how far rare labels are made up for,
SMOOTHING = 2.0  # and how many moves are taken as seen beforehand


def train(corpus: Corpus) -> Trained:
    """Rebuild the labeller of sentences from the annotated reports."""
    examples = make_examples(corpus.of("train"))
    labeller, parameters, arrays = fit(examples)
    parameters["placed"] = rounded(trust_places(corpus.of("train")))
    card, readme = make_card(corpus, labeller, parameters)
    return Trained(parameters=parameters, arrays=arrays, card=card, readme=readme)


def fit(examples: Sequence[Example]) -> tuple[Labeller, dict[str, Any], dict[str, Any]]:
    """The labeller, and what its files hold."""
    unseen = cross_validate(examples)
    step = fit_wording(_worded(examples))
    choice = rounded(fit_choice(unseen))
    parameters = {
        "version": VERSION,
        "sharpness": SHARPNESS,
        "calibration": Curve().stored(),
        "placed": {},
        "choice": choice,
        "features": step.vocabulary.features,
        "meanings": step.vocabulary.meanings,
    }
    arrays = _arrays(step) | {"moves": _whole(count_moves(examples))}
    parameters["calibration"] = calibrate(build(parameters, arrays), unseen).stored()
    return build(parameters, arrays), parameters, arrays


def cross_validate(examples: Sequence[Example]) -> list[tuple[Example, Floats]]:
    """What the wording step says of each example when it was fitted on other reports."""
    found = []
    groups = [example.report for example in examples]
    for fitted, tested in folds(groups, FOLDS):
        step = fit_wording(_worded([examples[index] for index in fitted]))
        found += [(examples[index], read(step, examples[index])) for index in tested if examples[index].guise in GUISES]
    return found


def _worded(examples: Sequence[Example]) -> list[Example]:
    """The guises that the wording step learns from: no heading has a part in it."""
    return [example for example in examples if example.guise in (HEADLESS, LONE)]


def read(step: Step, example: Example) -> Floats:
    """Log probabilities of the wording step for one example."""
    labeller = _wording_only(step)
    return labeller.weigh(looked_up(example, step.vocabulary), described(example))


def _wording_only(step: Step) -> Labeller:
    import numpy as np

    moves = np.zeros((3, len(LABELS), len(LABELS)), dtype=np.int16)
    parameters = {"sharpness": 1.0, "calibration": Curve().stored(), "choice": {}, "features": step.vocabulary.features}
    return build(parameters, _arrays(step) | {"moves": moves})


def count_moves(examples: Sequence[Example]) -> Floats:
    """What it costs to go from one label to another, by kind of border; log shares, smoothed towards the labels' own."""
    import numpy as np

    seen = np.zeros((3, len(LABELS), len(LABELS)))
    for example in examples:
        if example.guise == FULL:
            for before, behind, kind in zip(example.gold, example.gold[1:], borders(example.units)[1:], strict=False):
                if UNKNOWN not in (before, behind):
                    seen[kind, before, behind] += 1
    own = seen.sum(axis=(0, 1)) + 1
    own /= own.sum()
    seen += SMOOTHING * own
    moves: Floats = MOVES * np.log(seen / seen.sum(axis=2, keepdims=True)) - RARITY * np.log(own)
    return moves


def calibrate(labeller: Labeller, unseen: Sequence[tuple[Example, Floats]]) -> Curve:
    """The curve from raw probabilities to what came true, on reports that the wording step had not seen."""
    sure, right = [], []
    for example, wording in unseen:
        path, promised = labeller.decode(example.units, wording)
        for told, gold, chance in zip(path, example.gold, promised, strict=True):
            if gold != UNKNOWN:
                sure.append(chance)
                right.append(told == gold)
    return fit_isotonic(sure, right)


def _arrays(step: Step) -> dict[str, Any]:
    import numpy as np

    return {
        "codes": step.vocabulary.lexicon.codes,
        "meaning": step.vocabulary.meaning.astype(np.int8),
        "phrases": _whole(step.phrases),
        "meanings": _whole(step.meanings),
        "described": _whole(step.described),
        "bias": _whole(step.bias),
    }


def _whole(weights: Floats) -> Any:
    """Weights as whole numbers of a 1024th: small, and the same on every machine."""
    import numpy as np

    return np.clip(np.round(weights * STEP), -32768, 32767).astype(np.int16)
