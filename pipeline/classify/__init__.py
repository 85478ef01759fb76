"""Classify: what each piece of a report tells.

In comes a ``Layout``, out go ``Segment`` pieces that cover it in order, each with one label of
``annotations/guidelines.md``. A block has the label of its nearest telling heading (``sections``); sentences that say
otherwise turn it within a paragraph (``cues``); what stands before the first heading and after the last text is told by
its place (``ends``); a heading goes with what it heads (``pieces``).
"""

from __future__ import annotations

from pipeline.classify.ends import label_ends
from pipeline.classify.pieces import label_blocks, merge
from pipeline.classify.sections import label_sections
from pipeline.records import Layout, Segment


def classify(layout: Layout) -> tuple[Segment, ...]:
    """The labelled pieces of a report; adjacent pieces of one label are one."""
    told = label_sections(layout)
    return merge(layout, label_blocks(layout, told, label_ends(layout)))
