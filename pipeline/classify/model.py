"""The trained labeller of sentences: ``models/classify``, scored with numpy.

Two steps, so that few examples go far. The wording step knows many phrases and gives each label a log probability from the
sentence itself, the cue phrases beside it, its place and form, never from headings. The choice step weighs that against
what headings and sentence cues tell, with one weight a reason. The sequence decides at last (``decode``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from pipeline.classify.arrays import Floats, Integers
from pipeline.classify.decode import best_path, marginals
from pipeline.classify.features import describe
from pipeline.classify.grams import Lexicon
from pipeline.classify.sections import Told
from pipeline.classify.trust import STATES, reasons, state
from pipeline.classify.units import Unit, borders
from pipeline.classify.wording import Wording, look_up, shares
from pipeline.learn import Curve, read_arrays, read_parameters
from pipeline.records import Layout, Record
from pipeline.resources.headings import LABELS

NAME, VERSION = "classify", 1
STEP = 1024  # weights are kept as whole numbers of this part


class Labeller(Record, frozen=True):
    """The weights, as the trainer left them."""

    lexicon: Lexicon
    meaning: Integers  # of each phrase, or -1
    phrases: Floats  # phrases x labels
    meanings: Floats  # meanings in each seat x labels
    features: dict[str, int]  # feature to its row
    described: Floats  # features x labels
    bias: Floats
    choice: dict[str, float]  # reason to weight
    stands: Floats  # states of headings x labels: what each adds
    moves: Floats  # kinds of border x labels x labels
    sharpness: float  # what the scores count beside the moves
    curve: Curve
    placed: dict[str, float]  # how often a label that place or table gives is right

    def label(self, layout: Layout, units: Sequence[Unit], kind: str) -> list[Told]:
        """The label of each unit, with the probability that it is right."""
        if not units:
            return []
        path, sure = self.decode(units, self.read(layout, units, kind))
        return [
            Told(label=LABELS[label], confidence=self.curve(chance)) for label, chance in zip(path, sure, strict=True)
        ]

    def decode(self, units: Sequence[Unit], wording: Floats) -> tuple[list[int], list[float]]:
        """The label of each unit, and its probability before calibration, from what the first step says."""
        import numpy as np

        kinds = borders(units)
        scores = self.sharpness * self.choose(units, wording)
        path = best_path(scores, self.moves, kinds)
        shares = marginals(scores, self.moves, kinds)
        return path, shares[np.arange(len(path)), path].tolist()

    def read(self, layout: Layout, units: Sequence[Unit], kind: str) -> Floats:
        """The first step: units x labels, log probabilities."""
        return self.weigh(look_up(units, self.lexicon, self.meaning), describe(layout, units, kind))

    def weigh(self, wording: Wording, described: Sequence[Sequence[str]]) -> Floats:
        """Log probabilities from phrases, meanings and features."""
        import numpy as np

        order = np.argsort(wording.sentences, kind="stable")
        held = np.bincount(wording.sentences, minlength=len(described))
        phrases = _sums(self.phrases.take(wording.phrases.take(order), axis=0), held)
        known = [[row for word in words if (row := self.features.get(word)) is not None] for words in described]
        features = self.described[[row for rows in known for row in rows]]
        scores = self.bias + wording.meanings @ self.meanings
        scores += phrases * shares(held)[:, None] + _sums(features, np.array([len(rows) for rows in known]))
        return log_shares(scores)

    def choose(self, units: Sequence[Unit], wording: Floats) -> Floats:
        """The second step: log probabilities, all reasons weighed."""
        import numpy as np

        scores: Floats = wording * self.choice["wording"]
        scores += self.stands[[STATES.index(state(unit)) for unit in units]]
        told = [(row, label, reason) for row, unit in enumerate(units) for label, reason in reasons(unit)]
        places = [row * len(LABELS) + label for row, label, _ in told]
        np.add.at(scores.reshape(-1), places, [self.choice.get(reason, 0.0) for _, _, reason in told])
        return log_shares(scores)


def _sums(rows: Floats, counts: Integers) -> Floats:
    """The sums of the first ``counts[0]`` rows, of the next ``counts[1]`` ..."""
    import numpy as np

    sums: Floats = np.zeros((len(counts), rows.shape[1]))
    [filled] = np.nonzero(counts)
    if len(filled):
        sums[filled] = np.add.reduceat(rows, (np.cumsum(counts) - counts)[filled], axis=0)
    return sums


def log_shares(scores: Floats) -> Floats:
    """Scores as log probabilities, row by row."""
    import numpy as np

    less = scores - scores.max(axis=1, keepdims=True)
    shares: Floats = less - np.log(np.exp(less).sum(axis=1, keepdims=True))
    return shares


@cache
def labeller() -> Labeller:
    """The model that ships, read once. Raises ResourceError that names the file."""
    return build(read_parameters(NAME, version=VERSION), read_arrays(NAME))


def build(parameters: dict[str, Any], arrays: dict[str, Any]) -> Labeller:
    """A labeller from what its files hold."""
    import numpy as np

    weights = {name: array / STEP for name, array in arrays.items() if array.dtype == np.int16}
    choice = {name: float(weight) for name, weight in parameters["choice"].items()}
    return Labeller(
        lexicon=Lexicon.of(arrays["codes"]),
        meaning=arrays["meaning"].astype(np.int64),
        phrases=weights["phrases"],
        meanings=weights["meanings"],
        features={name: row for row, name in enumerate(parameters["features"])},
        described=weights["described"],
        bias=weights["bias"],
        choice=choice,
        stands=np.array([[choice.get(f"{each} {label}", 0.0) for label in LABELS] for each in STATES]),
        moves=weights["moves"],
        sharpness=float(parameters["sharpness"]),
        curve=Curve.of(parameters["calibration"]),
        placed={label: float(share) for label, share in parameters.get("placed", {}).items()},
    )
