"""An annotated report as the stage reads it, and what of that is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from pipeline.classify import classify
from pipeline.evaluate.compare import names, overlap, pair_up, same_number, span, squeeze
from pipeline.evaluate.observations import same_statement
from pipeline.extract import extract
from pipeline.extract.facts import find_facts
from pipeline.ingest import from_text
from pipeline.records import Cell, Entity, Facts, Layout, Record, Segment, Statement
from pipeline.relate import relate_with
from pipeline.relate.choice import Candidate
from pipeline.relate.marks import Marks
from pipeline.relate.model import Model
from pipeline.relate.sentences import Name
from pipeline.relate.trace import Considered
from pipeline.run import Tools
from pipeline.structure import structure
from pipeline.training.corpus import Annotated, Corpus, Row


@dataclass(frozen=True)
class Reading:
    """What relate made of an annotated report."""

    report: Annotated
    layout: Layout
    quantities: tuple[Entity, ...]
    trace: list[Considered]
    marked: dict[str, list[tuple[Statement, Marks]]]  # prose, cells

    @cached_property
    def told(self) -> dict[int, list[Row]]:
        """The annotated observations of each quantity."""
        rows = sorted(self.report.gold["observations"], key=lambda row: int(row["value_start"]))
        found: dict[int, list[Row]] = {}
        first = 0
        for index, entity in enumerate(self.quantities):
            while first < len(rows) and int(rows[first]["value_end"]) <= entity.start:
                first += 1
            for row in rows[first : first + 8]:
                if overlap(span(row, "value_"), (entity.start, entity.end)):
                    found.setdefault(index, []).append(row)
        return found

    @cached_property
    def asked(self) -> int:
        """How many observations are annotated outside of tables."""
        cells = [(one.start, one.end) for one in self.quantities if one.table >= 0]
        starts = {start for start, _ in cells}
        return sum(int(row["value_start"]) not in starts for row in self.report.gold["observations"])

    def names_it(self, name: Name, entity: int) -> bool:
        """Whether a name is the annotated one of a quantity."""
        where = (name.start, name.end)
        return any(names(span(row, "indicator_"), where) for row in self.told.get(entity, ()))

    def chosen(self) -> dict[int, Name]:
        """The name of each number of prose that was given one."""
        return {seen.entity: seen.choice.best.name for seen in self.trace if seen.choice}

    def rivals(self) -> Iterator[tuple[Candidate, Candidate]]:
        """Of each number of prose the best placed right candidate with every wrong one."""
        for seen in self.trace:
            right = [one for one in seen.candidates if self.names_it(one.name, seen.entity)]
            wrong = [one for one in seen.candidates if one not in right]
            yield from ((right[0], other) for other in wrong if right)

    def judged(self, source: str) -> list[tuple[Marks, bool]]:
        """The marks of every row, and whether it is right in name, value, measure and year."""
        pairs = self.marked[source]
        rows = [self._row(statement) for statement, _ in pairs]
        gold = sorted(self.report.gold["observations"], key=lambda row: int(row["value_start"]))
        order = sorted(range(len(rows)), key=lambda i: int(rows[i]["value_start"]))
        matched = {order[j] for _, j in pair_up(gold, [rows[i] for i in order], same_statement, "value_")}
        return [
            (marks, i in matched or (source == "cells" and self._right_cell(statement)))
            for i, (statement, marks) in enumerate(pairs)
        ]

    def _row(self, stated: Statement) -> Row:
        value = self.quantities[stated.entity]
        return {
            "value_start": str(value.start),
            "value_end": str(value.end),
            "value": stated.value,
            "value_high": stated.value_high,
            "unit": stated.unit,
            "indicator_start": str(stated.start),
            "indicator_end": str(stated.end),
            "full_name": stated.full_name,
            "measure": stated.measure,
            "year": stated.year,
        }

    def _right_cell(self, stated: Statement) -> bool:
        """Whether a figure that is annotated as a cell only stands in its place, with its year."""
        value = self.quantities[stated.entity]
        if stated.entity in self.told:
            return False
        cell = self.layout.tables[value.table].cells[value.cell]
        return any(
            same_number(row["value"], value.value) and _same_place(row, cell) and row["year"] == stated.year
            for row in self._cells_at(value)
        )

    def _cells_at(self, value: Entity) -> Iterable[Row]:
        return self._cells.get(value.start, ())

    @cached_property
    def _cells(self) -> dict[int, list[Row]]:
        found: dict[int, list[Row]] = {}
        for row in self.report.gold["cells"]:
            found.setdefault(int(row["start"]), []).append(row)
        return found


def _same_place(row: Row, cell: Cell) -> bool:
    same_row = squeeze(row["row"]) == squeeze(cell.row) or bool(row["row_code"] and row["row_code"] == cell.row_code)
    return same_row and squeeze(row["column"].split("/")[-1]) == squeeze(cell.column[-1] if cell.column else "")


class Prepared(Record, frozen=True):
    """What relate takes of an annotated report: the earlier stages' work, done once."""

    report: Annotated
    layout: Layout
    segments: tuple[Segment, ...]
    quantities: tuple[Entity, ...]
    facts: Facts


def prepare(corpus: Corpus) -> list[Prepared]:
    """Every report as it comes to relate."""
    tools = Tools()
    return [_prepare(report, tools) for report in corpus.reports]


def _prepare(report: Annotated, tools: Tools) -> Prepared:
    document = from_text(report.text, f"{report.name}.txt")
    layout = structure(document.text)
    facts = find_facts(document, layout, tools.divisions)
    segments = classify(layout, facts.report_type)
    return Prepared(report, layout, segments, extract(layout, facts, segments), facts)


def read_all(prepared: Iterable[Prepared], learned: Model, split: str = "") -> list[Reading]:
    """Every report, or those of a split, read with a model."""
    return [_read(one, learned) for one in prepared if split in ("", one.report.split)]


def _read(one: Prepared, learned: Model) -> Reading:
    trace: list[Considered] = []
    marked: dict[str, list[tuple[Statement, Marks]]] = {}
    relate_with(learned, one.layout, one.segments, one.quantities, one.facts, trace=trace, marked=marked)
    return Reading(one.report, one.layout, one.quantities, trace, marked)
