"""Classify: what each piece of a report tells.

In comes a ``Layout``, out go ``Segment`` pieces that cover it in order, each with one label of
``annotations/guidelines.md``. Titles before the first heading, signatures after the last text and scraps of tables are told
by their place (``ends``, ``tabular``), a form's field by its label (``cells``). The sentences of all other paragraphs
(``units``) are labelled by a trained model (``model``): it weighs their wording against what the headings above them
(``sections``) and cues in them (``cues``) tell, and decides for the whole sequence (``decode``). A heading goes with what it
heads (``pieces``).
"""

from __future__ import annotations

from pipeline.classify.ends import label_ends
from pipeline.classify.model import labeller
from pipeline.classify.pieces import Piece, label_blocks, merge
from pipeline.classify.sections import label_sections
from pipeline.classify.tabular import label_tabular
from pipeline.classify.units import find_units
from pipeline.records import Layout, Segment


def classify(layout: Layout, kind: str = "") -> tuple[Segment, ...]:
    """The labelled pieces of a report; adjacent pieces of one label are one. ``kind`` is its type, if it is known."""
    sections = label_sections(layout)
    placed = label_tabular(layout.blocks) | label_ends(layout, sections)
    units = find_units(layout, sections, placed)
    sentences: dict[int, list[Piece]] = {}
    model = labeller()
    for unit, told in zip(units, model.label(layout, units, kind), strict=True):
        piece = Piece(start=unit.start, end=unit.end, block=unit.block, told=told)
        sentences.setdefault(unit.block, []).append(piece)
    return merge(layout, label_blocks(layout, sections, placed, sentences, model.placed))
