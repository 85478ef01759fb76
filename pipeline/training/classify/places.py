"""How far the labels are to be trusted that place and tables give without the model: titles, signatures, rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pipeline.classify.ends import label_ends
from pipeline.classify.pieces import label_blocks
from pipeline.classify.sections import label_sections
from pipeline.classify.tabular import label_tabular
from pipeline.structure import structure
from pipeline.training.classify.examples import character_labels
from pipeline.training.corpus import Annotated

DOUBT = 50  # characters taken as half wrong beforehand


def trust_places(reports: Iterable[Annotated]) -> dict[str, float]:
    """For each label, the share of characters that have it by place and have it in the gold too."""
    given: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for report in reports:
        for label, gold in _placed(report):
            given[label] += 1
            right[label] += label == gold
    return {label: (right[label] + DOUBT / 2) / (given[label] + DOUBT) for label in sorted(given)}


def _placed(report: Annotated) -> Iterable[tuple[str, str]]:
    """Label by place and gold label of every character that is not blank and has both."""
    layout = structure(report.text)
    sections = label_sections(layout)
    placed = label_tabular(layout.blocks) | label_ends(layout, sections)
    gold = character_labels(report)
    for piece in label_blocks(layout, sections, placed, {}):
        if piece.block in placed or layout.blocks[piece.block].kind == "table":
            for place in range(piece.start, piece.end):
                if gold[place] and not report.text[place].isspace():
                    yield piece.told.label, gold[place]
