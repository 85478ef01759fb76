"""All layers of all reports, in one record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from pipeline.evaluate.cells import score_cells
from pipeline.evaluate.document import score_document
from pipeline.evaluate.entities import score_entities
from pipeline.evaluate.figures import Figures, add_up, figures_of
from pipeline.evaluate.layers import Confusion, Sure, Wrong
from pipeline.evaluate.observations import score_observations
from pipeline.evaluate.rows import Pair, read_pairs
from pipeline.evaluate.segments import BY_LABEL, macro_f1, score_segments
from pipeline.records import Record

LAYERS = {
    "document": score_document,
    "segments": score_segments,
    "entities": score_entities,
    "observations": score_observations,
    "cells": score_cells,
}


class Error(Record, frozen=True):
    """One thing that the data set has wrong."""

    report: str
    layer: str
    message: str


class Scores(Record, frozen=True):
    """Figures by name (``entities.value`` ...), sorted, each between 0 and 1; and every error, by report and layer."""

    figures: dict[str, Figures]
    errors: tuple[Error, ...]
    confusion: Confusion = {}  # characters of the reports by gold and predicted label
    wrong: tuple[Wrong, ...] = ()  # stretches with a wrong label, the most telling first
    sure: tuple[Sure, ...] = ()  # predicted segments with their confidence


def score(dataset: Path, gold: Path) -> Scores:
    """Compare a data set with gold annotations. Raises UsageError where a folder is missing."""
    return score_pairs(read_pairs(dataset, gold))


def score_pairs(pairs: Iterable[Pair]) -> Scores:
    """Compare reports that were read already, each with its gold."""
    counts, errors = [], []
    wrong: list[Wrong] = []
    sure: list[Sure] = []
    confusion: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        for name, score_layer in LAYERS.items():
            layer = score_layer(pair)
            counts.append(layer.counts)
            confusion.update(layer.confusion)
            wrong += layer.wrong
            sure += layer.sure
            errors += [Error(report=pair.report, layer=name, message=message) for message in layer.errors]
    total = add_up(counts)
    figures = {name: figures_of(count) for name, count in total.items() if not name.startswith(BY_LABEL)}
    figures["segments.macro_f1"] = macro_f1(total)
    wrong.sort(key=lambda each: (-each.weight, each.report, each.start))
    return Scores(
        figures=dict(sorted(figures.items())),
        errors=tuple(errors),
        confusion=dict(confusion),
        wrong=tuple(wrong),
        sure=tuple(sure),
    )
