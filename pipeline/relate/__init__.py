"""Entities and their surroundings in; statements out: this name has this value, of this measure and year.

Prose is read sentence by sentence (prose.py): the phrase around each number gives candidate names (candidates.py) with
signals (weights.py); cues tell the measure (measures.py), dates the year (years.py), 其中 and brackets the total
(breakdowns.py). Table cells come from cells/.
"""

from __future__ import annotations

from pipeline.records import Entity, Facts, Layout, Segment, Statement
from pipeline.relate.cells import relate_cells
from pipeline.relate.merge import merge
from pipeline.relate.prose import relate_prose


def relate(
    layout: Layout,
    segments: tuple[Segment, ...],
    quantities: tuple[Entity, ...],
    facts: Facts,
) -> tuple[tuple[Entity, ...], tuple[Statement, ...]]:
    """Bind every quantity to its indicator; give the entities with INDICATOR spans merged, and the statements.

    Statements stand in the order of their value; ``Statement.entity`` indexes the entities given back.
    """
    prose = relate_prose(layout, segments, quantities, facts)
    return merge(quantities, prose, relate_cells(layout, segments, quantities, facts))
