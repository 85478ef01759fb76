"""The aligner of one taxonomy: built once, with a memory, for reports repeat their names."""

from __future__ import annotations

import re

from pipeline.align.ask import ask, take_code
from pipeline.align.candidates import Finder
from pipeline.align.decide import decide
from pipeline.align.index import Index
from pipeline.align.memory import remember
from pipeline.align.names import NameReader
from pipeline.align.query import Query, make_query
from pipeline.align.readings import split
from pipeline.align.report import score_of
from pipeline.align.reviewed import reviewed
from pipeline.align.surroundings import Watcher
from pipeline.align.weights import Weights
from pipeline.records import PART_OF_ROW, Entity, Match, Statement
from pipeline.resources.taxonomy import Taxonomy

REMEMBERED = 50_000  # answers
LOWEST = {"2": 7, "3": 5}  # digits of a code of either classification below which nothing stands
# a column of an account table that tells a part of its row, in the bracket of a full name: 医疗救助（基本支出）
_PART = re.compile(
    r"[（(][^（）()]*(?:基本支出|项目支出|人员经费|公用经费|上缴上级|经营支出|附属单位|收入|结转|结余|政府性基金|国有资本|一般公共预算)[^（）()]*[）)]$"
)

NAMELESS = Match(reason="no name is given")  # what stands around nothing would be taken for its name


class Aligner:
    """Answers which indicator a statement is about."""

    def __init__(self, taxonomy: Taxonomy, weights: Weights | None = None) -> None:
        self.taxonomy = taxonomy
        reader = NameReader(taxonomy)
        index = Index(taxonomy, reader)
        self.watcher = Watcher(reader)
        self.finder = Finder(index, reader, weights or Weights.load())
        self._answers: dict[tuple[object, ...], Match] = {}

    @property
    def weights(self) -> Weights:
        """What the signals are worth."""
        return self.finder.weights

    @weights.setter
    def weights(self, weights: Weights) -> None:
        self.finder.weights = weights
        self._answers.clear()

    def match(self, statement: Statement, quantity: Entity, above: tuple[str, ...], about: str, year: int = 0) -> Match:
        """The answer for one statement; ``above`` are the names of its totals, outermost first;

        ``about`` tells whose report it is, the agency and the title; ``year`` is the fiscal year, 0 where none is told."""
        asked = (
            statement.full_name,
            statement.context,
            statement.unit,
            statement.measure,
            statement.code,
            statement.source,
        )
        key = (asked, quantity.type, above, about, year)
        if key not in self._answers:
            remember(self._answers, key, self._answer(statement, quantity, above, about, year), most=REMEMBERED)
        return self._answers[key]

    def _answer(self, statement: Statement, quantity: Entity, above: tuple[str, ...], about: str, year: int) -> Match:
        if told := self.told_by_code(statement):
            return told
        query = self.query(statement, quantity, above, about)
        return self._reviewed(statement.full_name, statement.context, query) or decide(query, self.finder, year)

    def look_up(self, name: str, context: str = "", unit: str = "") -> Match:
        """The answer for a name that stands alone.

        ``context`` is the heading, the head of the list or the sentence around it; ``unit`` a unit family or a printed unit.
        """
        key = (name, context, unit)
        if key not in self._answers:
            remember(self._answers, key, self._look_up(name, context, unit), most=REMEMBERED)
        return self._answers[key]

    def _look_up(self, name: str, context: str, unit: str) -> Match:
        code, rest = take_code(name)
        name = rest or name
        told = self._of_code(code, name) if code else None
        if told is None and not split(name)[1]:
            return NAMELESS
        if not code:
            told, context = self._under_code(name, context)
        query = ask(name, context, unit, self.watcher)
        found = told or self._reviewed(name, context, query) or decide(query, self.finder)
        return score_of(found, context, self.taxonomy)

    def _under_code(self, name: str, context: str) -> tuple[Match | None, str]:
        """The 科目 whose code the context begins with, where it can be the name's own: else what the name stands under."""
        code, rest = take_code(context)
        one = self.taxonomy.account(code) if code else None
        if not one:
            return None, context
        lowest = len(code) == LOWEST[code[0]]
        own = lowest or self.watcher.reader.read(split(name)[1]).text == self.watcher.reader.read(one.leaf).text
        return self._of_code(code, name) if own else None, f"{one.leaf}/{rest}"

    def _reviewed(self, name: str, context: str, query: Query) -> Match | None:
        return reviewed(name, context, query, self.taxonomy) if self.taxonomy.decisions else None

    def _of_code(self, code: str, name: str) -> Match | None:
        """The 科目 of a code, unless the name is another's to the letter: codes were given anew, and 310 may stand above."""
        one = self.taxonomy.account(code)
        if one and not self.finder.index.is_other_item(one.id, self.watcher.reader.read(split(name)[1])):
            return Match(indicator_id=one.id, indicator_name=one.name, score=1.0, status="matched", reason="科目编码")
        return None

    def told_by_code(self, statement: Statement) -> Match | None:
        """The answer that needs no name; None where there is none."""
        if statement.source == "table" and _PART.search(statement.full_name):
            return Match(reason=PART_OF_ROW)
        return self._of_code(statement.code, statement.full_name) if statement.code else None

    def query(self, statement: Statement, quantity: Entity, above: tuple[str, ...], about: str) -> Query:
        """What a statement asks."""
        return make_query(statement, quantity, above, about, self.watcher)
