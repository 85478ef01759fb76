"""What a statement asks: the name it goes by, what stands around it, the units that fit."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.align.index import Index
from pipeline.align.names import Name, NameReader
from pipeline.align.readings import lengthen, shorten, split
from pipeline.align.surroundings import Surroundings, Watcher
from pipeline.align.totals import name_total
from pipeline.align.units import TALLIES, families_of
from pipeline.records import Entity, Record, Statement

_MARKS = ("points", "score")
_TOTALS, _SCORE = ("合计", "总计", "总分", "小计", "得分合计", "分值合计"), "自评总分"  # the last line of a score table
_LITTLE = 3  # characters of a core that could be anything's
_NEAR = 20  # characters before a number that are looked at for what a short name leaves to them


class Query(Record, frozen=True):
    """A statement's question to the taxonomy."""

    names: tuple[Name, ...]  # the name, then shorter readings of it
    longer: tuple[Name, ...]  # where it says too little, the name with what stands around it
    surroundings: Surroundings
    families: dict[str, float]  # unit family -> how well it fits, 0 to 1
    tally: int  # the mark of what the classifier counts: event, house, case ...
    near: tuple[str, ...]  # the name above, the innermost heading, the words before the number
    listed: bool  # the name stands alone, in a list or asked by a user
    items: bool = False  # whether a 科目 may be meant that is not called by its very name

    @property
    def letters(self) -> str:
        """What the letters of a spelling are counted against: of a bare name nothing."""
        return "" if self.names[-1].bare else self.names[-1].core

    def around(self, reader: NameReader) -> str:
        """What stands near, in one wording; asked for only where a name alone does not decide."""
        return reader.reword(":".join(self.near))

    def against(self, index: Index) -> tuple[float, float, float]:
        """What speaks for "none of these": always something, letters that no indicator has, a name that says little."""
        core = self.names[-1].core
        return 1.0, index.letters.of(self.letters).unknown, 1.0 if len(core) <= _LITTLE else 0.0


def make_query(statement: Statement, quantity: Entity, above: Sequence[str], about: str, watcher: Watcher) -> Query:
    """The question of a statement; ``above`` are the names of the totals that it is a part of, outermost first."""
    path, own = split(statement.full_name)
    path = [*(name for one in above for name in (*split(one)[0], split(one)[1]) if name not in path), *path]
    if statement.measure in _MARKS and own in _TOTALS:
        own = _SCORE
    elif statement.source != "text":
        own = name_total(own, path)
    names = shorten(own, statement.measure, watcher.reader)
    families = families_of(statement, quantity, shortened=len(names) > 1)
    tally = watcher.reader.marks.bits(TALLIES.get(statement.unit, "")) if quantity.type == "COUNT" else 0
    surroundings = watcher.look(path, own, statement.context, about)
    return pose(names, path, _near(path, statement.context), surroundings, families, tally, watcher)


def pose(
    names: Sequence[Name],
    path: Sequence[str],
    near: tuple[str, ...],
    surroundings: Surroundings,
    families: dict[str, float],
    tally: int,
    watcher: Watcher,
    *,
    listed: bool = False,
) -> Query:
    """The question, its names read."""
    last = names[-1]
    return Query(
        names=tuple(names),
        longer=tuple(lengthen(last, path, surroundings.lent, watcher.reader)),
        surroundings=surroundings,
        families=families,
        tally=tally,
        near=near,
        listed=listed,
        items="money" in families and (listed or bool(surroundings.classification)),
    )


def _near(path: Sequence[str], context: str) -> tuple[str, ...]:
    headings, _, sentence = context.partition("\n")
    before = sentence.partition("…")[0][-_NEAR:]
    nearest = headings.rpartition(" / ")[2] if sentence else headings.rpartition(" | ")[0][-_NEAR:]
    return (*path[-1:], nearest, before)
