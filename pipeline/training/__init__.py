"""Training: every model of ``models/`` rebuilt from ``annotations/``, byte for byte, by ``xianbao train``.

A trainer is a function that takes the corpus and gives a ``Trained``; ``TRAINERS`` says where it is. It fits on the
reports of the split ``train``, sets thresholds and calibration on ``dev`` (or by cross-validation within train), and asks
``test`` for the card's scores only. What it gives must depend on the corpus alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.learn.artefacts import write_model
from pipeline.training.corpus import Corpus, read_corpus
from pipeline.training.trained import Trained

__all__ = ["TRAINERS", "Corpus", "Trained", "read_corpus", "train"]

# Name of the model's folder: module and function, imported when called. In the order of the flow.
TRAINERS: dict[str, str] = {
    "classify": "pipeline.training.classify:train",
    "relate": "pipeline.training.relating:train_relate",
    "align": "pipeline.training.align:train_align",
}


def train(annotations: Path, models: Path, names: Sequence[str] = ()) -> Iterator[Path]:
    """Rebuild the named models, all if none is named; gives each folder when it is written. Raises UsageError."""
    if unknown := sorted(set(names) - TRAINERS.keys()):
        message = f"no model is called {unknown[0]}"
        raise UsageError(message, stage="training", advice=f"models are: {', '.join(TRAINERS)}")
    import_module("sklearn.linear_model")  # a limit holds for the libraries that are loaded when it is set
    from threadpoolctl import threadpool_limits

    corpus = read_corpus(annotations)
    for name in TRAINERS:
        if not names or name in names:
            with threadpool_limits(1):  # many threads add up in any order; for tables this small one is faster, too
                trained = trainer(name)(corpus)
            folder = models / name
            card = {"model": name, "annotations": corpus.fingerprint} | trained.card
            write_model(folder, trained.parameters, card, arrays=trained.arrays, readme=trained.readme)
            yield folder


def trainer(name: str) -> Callable[[Corpus], Trained]:
    """The function that trains a model."""
    module, function = TRAINERS[name].split(":")
    found: Callable[[Corpus], Trained] = getattr(import_module(module), function)
    return found
