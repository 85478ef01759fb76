"""The flow, on one screen: a file in, a report with its observations out."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path

from pipeline.align import Aligner, align
from pipeline.classify import classify
from pipeline.extract import extract
from pipeline.extract.facts import find_facts
from pipeline.ingest import from_text, read
from pipeline.records import Document, Report
from pipeline.relate import relate
from pipeline.resources.divisions import Divisions
from pipeline.resources.taxonomy import Taxonomy
from pipeline.resources.words import Words
from pipeline.settings import Settings
from pipeline.structure import structure

FIRST_REPORT = Path(__file__).parent / "resources" / "first_report.txt"


class Tools:
    """What a worker builds once and every report uses; each part on first use."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()

    @classmethod
    def of(cls, taxonomy: str | os.PathLike[str] | None) -> Tools:
        """With a taxonomy of the user's own; with ours for None or an empty name."""
        return cls(Settings(taxonomy=os.fspath(taxonomy or "")))

    @cached_property
    def words(self) -> Words:
        return Words.load()

    @cached_property
    def taxonomy(self) -> Taxonomy:
        return Taxonomy.load(Path(self.settings.taxonomy) if self.settings.taxonomy else None)

    @cached_property
    def aligner(self) -> Aligner:
        return Aligner(self.taxonomy)

    @cached_property
    def divisions(self) -> Divisions:
        return Divisions.load()

    def ready(self) -> Tools:
        """The same, every pattern compiled and every index built: the next report pays for nothing but itself."""
        read_document(from_text(FIRST_REPORT.read_text(encoding="utf-8")), self)
        return self


def read_report(path: Path, tools: Tools, *, name: str | None = None) -> Report:
    """Read one file through every stage; ``name`` is its path in the data set. Raises ReadError."""
    return read_document(read(path, tools.settings, name=name), tools)


def read_document(document: Document, tools: Tools) -> Report:
    """Read a text that is already there through the stages that follow ingest."""
    layout = structure(document.text)  # headings, paragraphs, tables and forms, sentences
    facts = find_facts(document, layout, tools.divisions)  # county, agency, fiscal year, report type
    segments = classify(layout, facts.report_type)  # achievements, problems, measures ...
    quantities = extract(layout, facts, segments)  # money, persons, percentages, dates: value, unit, comparator
    # this name has this value, of this measure and year, part of that total
    entities, statements = relate(layout, segments, quantities, facts)
    matches = align(statements, entities, tools.aligner, facts)  # the canonical indicator, with score and reason
    # audit(statements, layout) comes here: relations between figures, recomputed
    return Report(
        document=document,
        facts=facts,
        layout=layout,
        segments=segments,
        entities=entities,
        statements=statements,
        matches=matches,
    )
