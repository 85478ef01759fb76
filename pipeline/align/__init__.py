"""Which indicator a statement is about.

In: the statements of a report, its quantities, the taxonomy. Out: one ``Match`` a statement, in its order: the
indicator, how sure, what came second and why; ``unmatched`` where no row of the taxonomy fits.

``query`` reads what a statement asks, ``index`` finds spellings, ``signals`` weighs them, ``decide`` answers, ``report``
looks once more at what only the whole report tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.align.aligner import Aligner
from pipeline.align.report import settle
from pipeline.records import Entity, Facts, Match, Statement

__all__ = ["Aligner", "about_of", "align", "totals_above"]

NOTHING_KNOWN = Facts()
MARKS = frozenset(("points", "score"))  # measures of a line of a score table, whatever the line measures


def align(
    statements: Sequence[Statement], entities: Sequence[Entity], aligner: Aligner, facts: Facts = NOTHING_KNOWN
) -> tuple[Match, ...]:
    """One match a statement, in order; ``entities`` are those that ``Statement.entity`` indexes."""
    about = about_of(facts)
    matches: list[Match] = []
    of_line: dict[tuple[int, int], Match] = {}  # a line of a score table: points and marks are of what it measures
    for one in statements:
        line = (one.start, one.end) if one.source == "form" else None
        if line in of_line and one.measure in MARKS:
            matches.append(of_line[line])
            continue
        above = totals_above(one, statements) if one.part_of >= 0 else ()
        matches.append(aligner.match(one, entities[one.entity], above, about, facts.year or 0))
        if line and one.measure not in MARKS:
            of_line[line] = matches[-1]
    return tuple(settle(statements, matches, aligner.taxonomy, facts))


def about_of(facts: Facts) -> str:
    """Whose report it is: what tells a scope that nothing nearer does."""
    return f"{facts.agency}:{facts.title}" if facts.agency or facts.title else ""


def totals_above(statement: Statement, statements: Sequence[Statement]) -> tuple[str, ...]:
    """The names of the totals that a statement is a part of, outermost first."""
    names: list[str] = []
    seen: set[int] = set()
    while statement.part_of >= 0 and statement.part_of not in seen:
        seen.add(statement.part_of)
        statement = statements[statement.part_of]
        names.append(statement.full_name)
    return tuple(reversed(names))
