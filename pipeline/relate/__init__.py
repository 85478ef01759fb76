"""Entities and their surroundings in; statements out: this name has this value, of this measure and year.

Prose is read sentence by sentence (prose.py): the phrase around each number gives candidate names (candidates.py) with
signals (signals.py), weighed by what was learned (model.py); cues tell the measure (measures.py), dates the year
(years.py), 其中 and brackets the total (breakdowns.py). Table cells come from cells/. What is known of a row (marks.py)
gives its confidence; a written-out count that is more likely none (doubtful.py) is left out.
"""

from __future__ import annotations

from pipeline.records import Entity, Facts, Layout, Segment, Statement
from pipeline.relate.cells import relate_cells
from pipeline.relate.doubtful import without_doubtful
from pipeline.relate.duplicates import link_duplicates
from pipeline.relate.marks import Marks, with_all_known
from pipeline.relate.merge import merge
from pipeline.relate.model import Model, model
from pipeline.relate.prose import relate_prose
from pipeline.relate.trace import Considered


def relate(
    layout: Layout,
    segments: tuple[Segment, ...],
    quantities: tuple[Entity, ...],
    facts: Facts,
) -> tuple[tuple[Entity, ...], tuple[Statement, ...]]:
    """Bind every quantity to its indicator; give the entities with INDICATOR spans merged, and the statements.

    Statements stand in the order of their value; ``Statement.entity`` indexes the entities given back.
    """
    return relate_with(model(), layout, segments, quantities, facts)


def relate_with(
    learned: Model,
    layout: Layout,
    segments: tuple[Segment, ...],
    quantities: tuple[Entity, ...],
    facts: Facts,
    *,
    trace: list[Considered] | None = None,
    marked: dict[str, list[tuple[Statement, Marks]]] | None = None,
) -> tuple[tuple[Entity, ...], tuple[Statement, ...]]:
    """As ``relate``, with a model of one's own. Explanations and training see more: ``trace`` gets the candidates of each
    number of prose, ``marked`` the statements of prose and of cells with their marks; entities there are ``quantities``.
    """
    prose, prose_marks = relate_prose(layout, segments, quantities, facts, learned.weights, trace)
    cells, cell_marks = relate_cells(layout, segments, quantities, facts)
    with_all_known(prose, prose_marks)
    with_all_known(cells, cell_marks)
    if marked is not None:
        marked["prose"] = list(zip(prose, prose_marks, strict=True))
        marked["cells"] = list(zip(cells, cell_marks, strict=True))
    prose, sure = without_doubtful(prose, learned.prose.each(prose_marks), quantities, layout.text)
    entities, statements = merge(quantities, prose, cells, [*sure, *learned.cells.each(cell_marks)])
    return entities, link_duplicates(statements, layout.text)
