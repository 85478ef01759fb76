"""A choice among candidates and "none of these": what speaks for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.align.candidates import Finder, Rated
from pipeline.align.likeness import rest_of
from pipeline.align.signals import SIGNALS
from pipeline.align.weights import Weights
from pipeline.training.align.questions import NIL, Question

Floats = NDArray[np.float64]
Letter = tuple[str, str]  # a letter or a pair of letters, behind who alone has it: "name" or "spelling"


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with its candidates, best first by the weights of the time."""

    question: Question
    ids: tuple[str, ...]
    signals: Floats  # a row a candidate
    letters: tuple[tuple[Letter, ...], ...]  # of each candidate, those that only the name or only the spelling has
    against: Floats  # what speaks for none of these
    right: int  # row of what is right; behind the last one: none of these; -1: it is not among the candidates


def list_choices(questions: Sequence[Question], finder: Finder) -> list[Choice]:
    """The candidates of each question; a hidden spelling is not among them."""
    return [_choice(one, finder.rank(one.query, hidden=one.hidden), finder) for one in questions]


def _choice(question: Question, ranked: list[Rated], finder: Finder) -> Choice:
    ids = tuple(rated.spelling.indicator.id for rated in ranked)
    right = len(ids) if question.right == NIL else ids.index(question.right) if question.right in ids else -1
    signals = np.array([rated.signals for rated in ranked], dtype=float).reshape(-1, len(SIGNALS))
    letters = tuple(tuple(_letters(question, rated, finder)) for rated in ranked)
    return Choice(question, ids, signals, letters, np.array(question.query.against(finder.index)), right)


def _letters(question: Question, rated: Rated, finder: Finder) -> Iterator[Letter]:
    rests = rest_of(question.query, rated.spelling, rated.around, finder.index.letters)
    for whose, letters in zip(("name", "spelling"), rests, strict=True):
        yield from ((whose, one) for one in sorted(letters))


def probabilities(choice: Choice, weights: Weights) -> list[float]:
    """Of each candidate of a choice, in its order."""
    return weights.shares([weights.score(row) for row in choice.signals.tolist()], choice.against.tolist())
