"""What a statement asks: the name it goes by, what stands around it, the units that fit."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.align.names import Marks, Name, NameReader
from pipeline.align.readings import lengthen, shorten, split
from pipeline.align.surroundings import Surroundings, look_around
from pipeline.align.units import TALLIES, families_of
from pipeline.records import Entity, Record, Statement


class Query(Record, frozen=True):
    """A statement's question to the taxonomy."""

    names: tuple[Name, ...]  # the name, then shorter readings of it
    longer: tuple[Name, ...]  # where it says too little, the name with what stands around it
    asked: Marks  # what the name tells, without what the measure says
    surroundings: Surroundings
    families: dict[str, float]  # unit family -> how well it fits, 0 to 1
    tally: str  # event, house, case ...: what the classifier counts


def make_query(statement: Statement, quantity: Entity, above: Sequence[str], agency: str, reader: NameReader) -> Query:
    """The question of a statement; ``above`` are the names of the totals that it is a part of, outermost first."""
    path, own = split(statement.full_name)
    path = [*(name for one in above for name in (*split(one)[0], split(one)[1]) if name not in path), *path]
    names = shorten(own, statement.measure, reader)
    surroundings = look_around(path, statement.full_name, statement.context, agency, reader)
    return Query(
        names=tuple(names),
        longer=tuple(lengthen(names[-1], path, surroundings.lent, reader)),
        asked=names[-1].marks,
        surroundings=surroundings,
        families=families_of(statement, quantity, shortened=len(names) > 1),
        tally=TALLIES.get(statement.unit, "") if quantity.type == "COUNT" else "",
    )
