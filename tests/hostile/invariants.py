"""What holds of every report that was read, whatever its text."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache

from pipeline.export import export
from pipeline.export.schema import tables
from pipeline.ingest import from_text
from pipeline.records import Layout, Report
from pipeline.run import Tools, read_document

_POINT = r"(?:\d{4}|-)(?:-\d\d(?:-\d\d)?)?"  # the year is open in --08
_DATE = re.compile(rf"{_POINT}(?:/{_POINT})?|P[\d.YMWDTHS]+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@cache
def tools() -> Tools:
    return Tools()


def read_text(text: str) -> Report:
    return read_document(from_text(text), tools())


def check(text: str) -> Report:
    """Read a text and assert everything that holds of any report; gives the report."""
    report = read_text(text)
    assert report.document.text == text
    check_layout(report.layout)
    check_segments(report)
    check_entities(report)
    check_statements(report)
    check_rows(report)
    return report


def check_layout(layout: Layout) -> None:
    text, last = layout.text, 0
    assert len(layout.normal) == len(text)
    for block in layout.blocks:
        assert last <= block.start < block.end <= len(text)
        assert not text[last : block.start].strip()
        assert block.section < len(layout.sections)
        assert (block.kind == "table") == (0 <= block.table < len(layout.tables))
        last = block.end
    assert not text[last:].strip()
    for table in layout.tables:
        places = [(cell.start, cell.end) for cell in table.cells]
        assert all(table.start <= start < end <= table.end for start, end in places)
        assert places == sorted(places)


def check_segments(report: Report) -> None:
    text, last = report.document.text, 0
    for piece in report.segments:
        assert last <= piece.start < piece.end <= len(text)
        assert not text[last : piece.start].strip()
        last = piece.end
    assert not text[last:].strip()


def check_entities(report: Report) -> None:
    tables_, last = report.layout.tables, 0
    for entity in report.entities:
        assert last <= entity.start < entity.end <= len(report.document.text)
        last = entity.start
        assert -1 <= entity.table < len(tables_)
        assert entity.cell < (len(tables_[entity.table].cells) if entity.table >= 0 else 0)
        for value in (entity.value, entity.value_high):
            check_value(entity.type, value)
        assert (entity.value == "") == (entity.type == "INDICATOR")


def check_value(type_: str, value: str) -> None:
    """A plain decimal, or a date, period or duration in ISO 8601 whose days the calendar has."""
    if type_ == "DATE" and value:
        assert _DATE.fullmatch(value), value
        for day in _DAY.findall(value):
            date.fromisoformat(day)
    elif value:
        assert Decimal(value).is_finite()
        assert "E" not in value.upper()


def check_statements(report: Report) -> None:
    count = len(report.statements)
    assert len(report.matches) == count
    for stated in report.statements:
        assert 0 <= stated.entity < len(report.entities)
        assert report.entities[stated.entity].type != "INDICATOR"
        assert 0 <= stated.start < stated.end <= len(report.document.text)
        assert 0 <= stated.evidence_start <= stated.evidence_end <= len(report.document.text)
        assert -1 <= stated.part_of < count
        for value in (stated.value, stated.value_high):
            check_value("", value)
    check_totals([stated.part_of for stated in report.statements])


def check_totals(part_of: list[int]) -> None:
    """No figure is part of itself, by however many steps."""
    sound = {-1}
    for index in range(len(part_of)):
        way: list[int] = []
        while index not in sound:
            assert index not in way
            way.append(index)
            index = part_of[index]
        sound.update(way)


def check_rows(report: Report) -> None:
    """The rows of the data set can be made, each as wide as its table."""
    for table, rows in export(report).rows.items():
        assert all(len(row) == len(tables()[table]) for row in rows)
