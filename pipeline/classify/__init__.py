"""Classify: what each piece of a report tells.

In comes a ``Layout``, out go ``Segment`` pieces that cover it in order, each with one label of
``annotations/guidelines.md``. A paragraph has the label of its nearest telling heading (``sections``); sentences that say
otherwise turn it (``cues``); a form's field is told by its label (``cells``); titles before the first heading, signatures
after the last text and scraps of tables are told by their place (``ends``, ``tabular``); a heading goes with what it
heads (``pieces``).
"""

from __future__ import annotations

from pipeline.classify.ends import label_ends
from pipeline.classify.pieces import label_blocks, merge
from pipeline.classify.sections import label_sections
from pipeline.classify.tabular import label_tabular
from pipeline.records import Layout, Segment


def classify(layout: Layout) -> tuple[Segment, ...]:
    """The labelled pieces of a report; adjacent pieces of one label are one."""
    sections = label_sections(layout)
    placed = label_tabular(layout.blocks) | label_ends(layout, sections)
    return merge(layout, label_blocks(layout, sections, placed))
