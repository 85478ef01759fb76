"""One report as rows of the tables, in document order; every row a tuple in the order of its table's columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from pipeline.export.schema import Row
from pipeline.records import Cell, Entity, Match, Record, Report, Statement


class Exported(Record, frozen=True):
    """What a worker hands back about a report: all that the data set holds of it."""

    doc_id: str
    text: str
    rows: dict[str, list[Row]]
    doubts: list[Row]  # rows of the table alignment, each with count 1


def export(report: Report) -> Exported:
    """The rows of one report."""
    rows = {
        "documents": [_document(report)],
        "segments": list(_segments(report)),
        "entities": list(_entities(report)),
        "observations": list(_observations(report)),
        "cells": list(_cells(report)),
    }
    return Exported(report.document.doc_id, report.document.text, rows, list(_doubts(report)))


def _document(report: Report) -> Row:
    document, facts = report.document, report.facts
    return (
        document.doc_id,
        document.path,
        document.sha256,
        document.format,
        document.pages or None,
        len(document.text),
        facts.title,
        facts.county,
        facts.prefecture,
        facts.province,
        facts.admin_code,
        facts.agency,
        facts.year,
        facts.report_type,
        facts.report_date,
        "partial" if document.warnings else "ok",
        "; ".join(document.warnings),
    )


def _segments(report: Report) -> Iterator[Row]:
    text = report.document.text
    for number, piece in enumerate(report.segments, 1):
        yield (
            report.document.doc_id,
            f"s{number}",
            piece.start,
            piece.end,
            piece.label,
            round(piece.confidence, 3),
            piece.heading,
            text[piece.start : piece.end],
        )


def _entities(report: Report) -> Iterator[Row]:
    told = (entity for entity in report.entities if not _in_account(report, entity))
    for number, entity in enumerate(told, 1):
        segment = _segment_at(report, entity.start)
        yield (
            report.document.doc_id,
            f"e{number}",
            entity.start,
            entity.end,
            report.document.text[entity.start : entity.end],
            entity.type,
            entity.value,
            entity.value_high,
            entity.unit,
            entity.comparator,
            entity.approximate,
            entity.unit_source,
            f"s{segment + 1}" if segment >= 0 else "",
        )


def _observations(report: Report) -> Iterator[Row]:
    pairs = zip(report.statements, report.matches, strict=True)
    for number, (stated, match) in enumerate(pairs, 1):
        yield (report.document.doc_id, f"o{number}", *_alignment(match), *_statement(report, stated))


def _alignment(match: Match) -> Row:
    matched = match.status == "matched"
    name = match.indicator_name if matched else ""
    return (match.indicator_id if matched else "", name, round(match.score, 3), match.status)


def _statement(report: Report, stated: Statement) -> Row:
    text = report.document.text
    value = report.entities[stated.entity]
    segment = _segment_at(report, value.start)
    return (
        stated.start,
        stated.end,
        text[stated.start : stated.end],
        stated.full_name,
        value.start,
        value.end,
        stated.value,
        stated.value_high,
        stated.unit,
        stated.measure,
        stated.comparator,
        stated.approximate,
        stated.year,
        f"o{stated.part_of + 1}" if stated.part_of >= 0 else "",
        stated.source,
        report.segments[segment].label if segment >= 0 else "",
        " ".join(text[stated.evidence_start : stated.evidence_end].split()),
        round(stated.confidence, 3),
    )


def _cells(report: Report) -> Iterator[Row]:
    years = {stated.entity: stated.year for stated in report.statements}
    own_year = "" if report.facts.year is None else str(report.facts.year)
    for index, entity in enumerate(report.entities):
        cell = _cell_of(report, entity)
        if cell is None or entity.type in ("DATE", "INDICATOR"):
            continue
        yield (
            report.document.doc_id,
            report.layout.tables[entity.table].title,
            cell.row_code,
            cell.row,
            "/".join(head for head in cell.column if head),
            entity.start,
            entity.end,
            entity.value,
            entity.unit,
            years.get(index, own_year),
        )


def _doubts(report: Report) -> Iterator[Row]:
    for number, (stated, match) in enumerate(zip(report.statements, report.matches, strict=True), 1):
        if match.status == "matched":
            continue
        name = "".join(report.document.text[stated.start : stated.end].split())
        candidate = match.indicator_name or match.indicator_id
        score = round(match.score, 3)
        first = (stated.full_name, report.document.doc_id, f"o{number}")
        yield (match.status, name, stated.unit, 1, candidate, match.runner_up, score, match.reason, *first)


def _in_account(report: Report, entity: Entity) -> bool:
    return entity.table >= 0 and report.layout.tables[entity.table].kind == "account"


def _cell_of(report: Report, entity: Entity) -> Cell | None:
    """The cell whose figure this is, if it has its place in the table: a row of cells.csv."""
    if entity.table < 0 or entity.cell < 0:
        return None
    cell = report.layout.tables[entity.table].cells[entity.cell]
    return cell if cell.role == "value" and any(cell.column) else None


def _segment_at(report: Report, offset: int) -> int:
    """The index of the segment that holds an offset; -1 before the first."""
    return bisect_right(report.segments, offset, key=lambda piece: piece.start) - 1
