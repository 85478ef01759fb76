"""Which indicator a statement is about.

In: the statements of a report, its quantities, the taxonomy. Out: one ``Match`` a statement, in its order: the
indicator, how sure, what came second and why; ``unmatched`` where no row of the taxonomy fits.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.records import Entity, Match, Statement
from pipeline.resources.taxonomy import Taxonomy


def align(statements: Sequence[Statement], entities: Sequence[Entity], taxonomy: Taxonomy) -> tuple[Match, ...]:
    """One match a statement, in order."""
    return tuple(_match(statement, taxonomy) for statement in statements)


def _match(statement: Statement, taxonomy: Taxonomy) -> Match:
    account = taxonomy.account(statement.code) if statement.code else None
    found = (account,) if account else taxonomy.exact(statement.full_name.rpartition("：")[2])
    if len(found) != 1:
        return Match()
    reason = "科目编码" if account else "same name"
    return Match(indicator_id=found[0].id, indicator_name=found[0].name, score=1.0, status="matched", reason=reason)
