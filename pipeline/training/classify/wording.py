"""The first step fitted: phrases, meanings of cues, and features to labels, by logistic regression of scikit-learn."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from pipeline.classify.arrays import Floats, Integers
from pipeline.classify.features import describe, wording
from pipeline.classify.grams import Lexicon, Texts, code, phrase
from pipeline.classify.sections import first_year
from pipeline.classify.wording import SEATS, Wording, look_up, shares
from pipeline.records import Record
from pipeline.resources.headings import LABELS
from pipeline.resources.sentence_cues import sentence_cues
from pipeline.training.classify.examples import UNKNOWN, Example

SIZES = (2, 3)  # characters of a phrase
FEWEST_REPORTS = 4  # that a phrase must occur in: what one hand alone writes tells nothing of others
FEWEST_EXAMPLES = 4  # of a feature
SOFTNESS = 1.0  # of the fit: the larger, the larger weights may grow (C of scikit-learn)
EVENNESS = 0.4  # 0 counts every sentence alike, 1 every label
MIDDLING_RARITY = 6.0  # 1 + the logarithm of one sentence in so many
NEVER = -8.0  # log odds of a label that the training data does not show


class Vocabulary(Record, frozen=True):
    """What the wording step looks at."""

    lexicon: Lexicon
    meaning: Integers
    meanings: list[str]
    features: list[str]


class Step(Record, frozen=True):
    """The fitted weights, by what they weigh; each is rows x labels."""

    vocabulary: Vocabulary
    phrases: Floats
    meanings: Floats
    described: Floats
    bias: Floats


def collect(examples: Sequence[Example]) -> Vocabulary:
    """The phrases and features that occur often enough, and all cue phrases."""
    import numpy as np

    cues = {code(cue): meaning for cue, meaning in sentence_cues().items()}
    meanings = sorted(set(cues.values()))
    codes = sorted(_frequent(examples) | cues.keys())
    counted = Counter(word for example in examples for words in described(example) for word in words)
    return Vocabulary(
        lexicon=Lexicon.of(np.array(codes, dtype=np.uint64)),
        meaning=np.array([meanings.index(cues[each]) if each in cues else -1 for each in codes]),
        meanings=[f"{meaning} {seat}" for seat in SEATS for meaning in meanings],
        features=sorted(word for word, count in counted.items() if count >= FEWEST_EXAMPLES),
    )


def _frequent(examples: Sequence[Example]) -> set[int]:
    reports: dict[int, set[str]] = defaultdict(set)
    for example in examples:
        texts = Texts.join([unit.text for unit in example.units])
        for size in SIZES:
            for number in set(texts.codes(size).tolist()):
                reports[number].add(example.report)
    return {number for number, names in reports.items() if len(names) >= FEWEST_REPORTS and _whole(number)}


def _whole(number: int) -> bool:
    """Whether a phrase lies in one sentence."""
    return "^" not in phrase(number)[1:]


def described(example: Example) -> list[list[str]]:
    """The features of an example's sentences."""
    if example.lone:
        year = first_year(example.layout.normal)
        return [list(wording(unit.text, year)) for unit in example.units]
    return describe(example.layout, example.units, example.kind)


def looked_up(example: Example, vocabulary: Vocabulary) -> Wording:
    """The phrases and meanings of an example's sentences."""
    return look_up(example.units, vocabulary.lexicon, vocabulary.meaning, lone=example.lone)


def fit_wording(examples: Sequence[Example]) -> Step:
    """Fit the first step on these examples."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    vocabulary = collect(examples)
    table = _table(examples, vocabulary)
    rare = _rarity(table, len(vocabulary.meaning))
    table = table.multiply(rare).tocsr()
    gold = np.array([label for example in examples for label in example.gold])
    known = gold != UNKNOWN
    count = Counter(gold[known].tolist())
    weight = np.array([(1 / count[label]) ** EVENNESS for label in gold[known].tolist()])
    model = LogisticRegression(C=SOFTNESS, solver="newton-cg", tol=1e-7, max_iter=500)
    model.fit(table[known], gold[known], sample_weight=weight / weight.mean())
    return _step(vocabulary, model, rare)


def _table(examples: Sequence[Example], vocabulary: Vocabulary) -> Any:
    """Sentences x (phrases, meanings, features), sparse."""
    import numpy as np
    from scipy import sparse

    rows = []
    index = {word: column for column, word in enumerate(vocabulary.features)}
    for example in examples:
        found = looked_up(example, vocabulary)
        shape = (len(example.units), len(vocabulary.meaning))
        weight = shares(np.bincount(found.sentences))[found.sentences]
        phrases = sparse.csr_array((weight, (found.sentences, found.phrases)), shape=shape)
        told = [(row, index[word]) for row, words in enumerate(described(example)) for word in words if word in index]
        places = tuple(zip(*told, strict=True)) or ((), ())
        features = sparse.csr_array(([1.0] * len(told), places), shape=(shape[0], len(index)))
        rows.append(sparse.hstack([phrases, sparse.csr_array(found.meanings), features]))
    return sparse.csr_matrix(sparse.vstack(rows))


def _rarity(table: Any, phrases: int) -> Floats:
    """What each column is scaled by: rare phrases count more, as in TF-IDF; about 1 on average."""
    import numpy as np

    held = np.asarray((table[:, :phrases] > 0).sum(axis=0)).ravel()
    scale = np.ones(table.shape[1])
    scale[:phrases] = (1 + np.log((1 + table.shape[0]) / (1 + held))) / MIDDLING_RARITY
    return scale


def _step(vocabulary: Vocabulary, model: Any, rare: Floats) -> Step:
    """The weights in their parts, in the order of all labels."""
    import numpy as np

    weights = np.zeros((model.coef_.shape[1], len(LABELS)))
    bias = np.full(len(LABELS), NEVER)
    weights[:, model.classes_] = model.coef_.T * rare[:, None]
    bias[model.classes_] = model.intercept_ - model.intercept_.mean()
    phrases, meanings = len(vocabulary.meaning), len(vocabulary.meanings)
    return Step(
        vocabulary=vocabulary,
        phrases=weights[:phrases],
        meanings=weights[phrases : phrases + meanings],
        described=weights[phrases + meanings :],
        bias=bias,
    )
