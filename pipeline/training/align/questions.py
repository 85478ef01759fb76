"""Questions to the aligner whose answers are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.align import about_of, totals_above
from pipeline.align.aligner import Aligner
from pipeline.align.ask import ask
from pipeline.align.query import Query
from pipeline.evaluate.compare import in_order, pair_up
from pipeline.evaluate.observations import same_value
from pipeline.ingest import from_text
from pipeline.resources.taxonomy import Taxonomy
from pipeline.run import Tools, read_document
from pipeline.training.corpus import Annotated, Row

REPORTED = "report"  # the kind of questions that reports ask
HIDDEN = ("variant", "damaged", "near")  # kinds of names that are no spellings
NIL = "NIL"  # what the annotations write where no row of the taxonomy fits


@dataclass(frozen=True, slots=True)
class Question:
    """A query and the indicator that is right."""

    query: Query
    right: str  # id, or NIL
    kind: str  # spelling, variant, contextual ...: of a list
    weight: float = 1.0
    hidden: str = ""  # a spelling that must not be found


def from_reports(reports: tuple[Annotated, ...], tools: Tools, aligner: Aligner, weight: float) -> Iterator[Question]:
    """The observations whose indicator the aligner must choose: those that a code tells aside."""
    for report in reports:
        read = read_document(from_text(report.text, f"{report.name}.txt"), tools)
        told = [
            {
                "value_start": str(read.entities[one.entity].start),
                "value_end": str(read.entities[one.entity].end),
                "value": one.value,
                "at": str(at),
            }
            for at, one in enumerate(read.statements)
        ]
        gold, found = in_order(report.gold["observations"], "value_"), in_order(told, "value_")
        for i, j in pair_up(gold, found, same_value, "value_"):
            statement = read.statements[int(found[j]["at"])]
            if not aligner.told_by_code(statement):
                above = totals_above(statement, read.statements)
                query = aligner.query(statement, read.entities[statement.entity], above, about_of(read.facts))
                yield Question(query, gold[i]["indicator_id"], REPORTED, weight)


def from_names(rows: list[Row], aligner: Aligner, *, hide: bool = False) -> Iterator[Question]:
    """The rows of a list of names.

    ``hide``: one that was no spelling of the taxonomy when it was written is to be known by the others, though it
    may have become one since."""
    for row in rows:
        query = ask(row["name"], row["context"], row["unit_family"], aligner.watcher)
        kind = row.get("kind") or ""
        hidden = query.names[0].whole if hide and kind in HIDDEN else ""
        yield Question(query, row["indicator_id"] or NIL, kind, hidden=hidden)


def from_taxonomy(taxonomy: Taxonomy, aligner: Aligner, weight: float) -> Iterator[Question]:
    """Every spelling of an indicator that is no 科目, to be known by the others."""
    for one in taxonomy.indicators.values():
        if one.domain != "government_accounts":
            for name in dict.fromkeys((one.name, *one.aliases)):
                query = ask(name, "", one.unit_family, aligner.watcher)
                yield Question(query, one.id, "taxonomy", weight, aligner.watcher.reader.read(name).whole)
