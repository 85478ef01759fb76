"""Answers that somebody gave who looked at a name: see ``decisions`` of the taxonomy."""

from __future__ import annotations

import re

from pipeline.align.query import Query
from pipeline.align.readings import split
from pipeline.align.totals import COLUMN
from pipeline.records import REVIEWED, Match
from pipeline.resources.taxonomy import Taxonomy

_PLACES = re.compile(r" / | \| |[:：/|]")  # between the headings above a name


def reviewed(name: str, context: str, query: Query, taxonomy: Taxonomy) -> Match | None:
    """The answer for a name and what stands around it; None where nobody gave one."""
    path, own = split(name)
    places = (*path, *_PLACES.split(context.partition("\n")[0]))
    names = dict.fromkeys((own, COLUMN.sub("", own), *(name.whole for name in query.names)))
    for one in names:
        if told := taxonomy.decided(one, query.families, places):
            if not told.indicator:
                return Match(reason=REVIEWED)
            found = taxonomy.indicators[told.indicator]
            return Match(indicator_id=found.id, indicator_name=found.name, score=1.0, status="matched", reason=REVIEWED)
    return None
