"""The facts of a report: the share of the gold's fields that are equal."""

from __future__ import annotations

from pipeline.evaluate.compare import same_number, squeeze
from pipeline.evaluate.figures import share
from pipeline.evaluate.layers import Layer
from pipeline.evaluate.rows import Pair


def score_document(pair: Pair) -> Layer:
    """``document``: fields that the gold leaves empty are not asked."""
    asked = {field: value for field, value in pair.gold_document.items() if value.strip()}
    got = {field: pair.predicted_document.get(field, "") for field in asked}
    wrong = [field for field in asked if not _same(asked[field], got[field])]
    errors = tuple(f"{field}: gold {asked[field]!r}, got {got[field]!r}" for field in wrong)
    return Layer(counts={"document": share(field not in wrong for field in asked)}, errors=errors)


def _same(gold: str, predicted: str) -> bool:
    return squeeze(gold) == squeeze(predicted) or same_number(gold, predicted)
