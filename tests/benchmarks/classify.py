"""The labeller of sentences against simple ones, on the sentences of annotated reports with and without their headings.

    python tests/benchmarks/classify.py [SPLIT]

SPLIT is test, dev or train (which the model has seen); test if none is given. All learn from train. Reports only; asserts
nothing. Headings are hidden with the labels of form fields, so that a sentence has its own words and its neighbours.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.classify.model import labeller
from pipeline.classify.trust import INDEX
from pipeline.training import read_corpus
from pipeline.training.classify.examples import FULL, HEADLESS, UNKNOWN, Example, make_examples
from pipeline.training.classify.outcome import THREE, Outcome, read

ROOT = Path(__file__).parents[2]
Label = Callable[[Example], Sequence[int]]


def majority(train: Sequence[Example]) -> Label:
    """The label that most sentences have."""
    [(most, _)] = Counter(label for example in train for label in example.gold).most_common(1)
    return lambda example: [most] * len(example.units)


def headings_alone(train: Sequence[Example]) -> Label:
    """The nearest telling heading; where none tells, the label that most sentences have."""
    fallback = majority(train)
    return lambda example: [
        INDEX.get(unit.above.label, other) for unit, other in zip(example.units, fallback(example), strict=True)
    ]


def headings_and_cues(train: Sequence[Example]) -> Label:
    """The nearest telling heading, unless a pattern of cues finds that the sentence tells otherwise."""
    fallback = majority(train)
    return lambda example: [
        INDEX.get(unit.told.label, other) for unit, other in zip(example.units, fallback(example), strict=True)
    ]


def bag_of_phrases(train: Sequence[Example]) -> Label:
    """TF-IDF of one to three characters and a linear support vector machine, each sentence by itself."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_pipeline
    from sklearn.svm import LinearSVC

    known = [
        (unit.text, label)
        for example in train
        for unit, label in zip(example.units, example.gold, strict=True)
        if label != UNKNOWN
    ]
    model = make_pipeline(TfidfVectorizer(analyzer="char", ngram_range=(1, 3), sublinear_tf=True), LinearSVC())
    model.fit([text for text, _ in known], [label for _, label in known])
    return lambda example: list(model.predict([unit.text for unit in example.units]))


def ours(_train: Sequence[Example]) -> Label:
    """The model that ships."""
    model = labeller()
    return lambda example: model.decode(example.units, read(model, example))[0]


LABELLERS = (majority, headings_alone, headings_and_cues, bag_of_phrases, ours)


def outcome(label: Label, examples: Sequence[Example]) -> Outcome:
    pairs = [
        (gold, int(given))
        for example in examples
        for gold, given in zip(example.gold, label(example), strict=True)
        if gold != UNKNOWN
    ]
    return Outcome(gold=[gold for gold, _ in pairs], given=[given for _, given in pairs], sure=[1.0] * len(pairs))


def main() -> None:
    split = sys.argv[1] if len(sys.argv) > 1 else "test"
    corpus = read_corpus(ROOT / "annotations")
    train = [example for example in make_examples(corpus.of("train")) if example.guise == FULL]
    asked = make_examples(corpus.of(split))
    for guise in (FULL, HEADLESS):
        examples = [example for example in asked if example.guise == guise]
        print(f"{split}, {guise}: {sum(len(example.units) for example in examples)} sentences")
        print(f"  {'':20}{'accuracy':>10}{'macro F1':>10}  {'  '.join(THREE)}  mean of three")
        for make in LABELLERS:
            scores = outcome(make(train), examples).scores()
            of_three = "".join(f"{scores['f1'].get(label, 0.0):{len(label) + 2}.3f}" for label in THREE)
            mean = scores["macro_f1_of_achievements_problems_measures"]
            print(f"  {make.__name__:20}{scores['accuracy']:10.3f}{scores['macro_f1']:10.3f}{of_three}{mean:15.3f}")


if __name__ == "__main__":
    main()
