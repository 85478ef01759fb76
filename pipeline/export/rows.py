"""One report as rows of the tables, in document order; every row a tuple in the order of its table's columns."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.export.observations import doubt_rows, observation_rows, segments_by_offset
from pipeline.export.schema import Row
from pipeline.records import Cell, Entity, Record, Report


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
        "observations": list(observation_rows(report)),
        "cells": list(_cells(report)),
    }
    return Exported(report.document.doc_id, report.document.text, rows, list(doubt_rows(report)))


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
    segment_at = segments_by_offset(report)
    for number, entity in enumerate(told, 1):
        segment = segment_at(entity.start)
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
            f"{cell.confidence:.2f}" if cell.confidence < 1.0 else "1",
            "|".join("/".join(head for head in path if head) for path in cell.others),
        )


def _in_account(report: Report, entity: Entity) -> bool:
    return entity.table >= 0 and report.layout.tables[entity.table].kind == "account"


def _cell_of(report: Report, entity: Entity) -> Cell | None:
    """The cell whose figure this is, if it has its place in the table: a row of cells.csv."""
    if entity.table < 0 or entity.cell < 0:
        return None
    cell = report.layout.tables[entity.table].cells[entity.cell]
    return cell if cell.role == "value" and any(cell.column) else None
