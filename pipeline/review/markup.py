"""A marked report to its layers: every mark is read in reading order, then values are linked to what they measure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.review.header import read_header
from pipeline.review.links import Indicator, Value, observations
from pipeline.review.literals import Quantity, read_literal, read_told
from pipeline.review.marks import Mark, fault, take_marks
from pipeline.review.notes import Words, read_words
from pipeline.review.tables import Column, Sheet, read_row, read_sheet, squeeze
from pipeline.review.vocabulary import LABELS, TYPES

Row = dict[str, object]
Layers = dict[str, list[Row]]


@dataclass
class _State:
    """What has been read so far, and the table and row that the next mark stands in."""

    text: str
    year: str
    segments: list[tuple[int, str]] = field(default_factory=list)
    entities: list[Row] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    cells: list[Row] = field(default_factory=list)
    sheet: Sheet | None = None
    row: tuple[str, str] = ("", "")  # head and code of the row
    column: int = 0  # the column of the last cell, counted from 1
    line: int = 0  # where the next line of an account begins


def read_marked(source: str, name: str) -> tuple[str, Layers]:
    """The report's text and its layers, each a list of rows in document order.

    Raises ResourceError that names ``name`` and the line where the markup breaks its rules.
    """
    head, facts, checks = read_header(source, name)
    text, marks = take_marks(source[head:], name, 1 + source.count("\n", 0, head))
    state = _State(text, str(facts["year"]))
    for order, mark in enumerate(marks):
        try:
            _READERS[mark.kind](state, mark, order)
        except (ValueError, IndexError, KeyError) as error:
            raise fault(mark.where, str(error)) from None
    if state.sheet:
        raise fault(name, f"the table {state.sheet.title} does not end")
    layers: Layers = {
        "document": [facts],
        "segments": _segments(state, name),
        "entities": sorted(state.entities, key=lambda row: (row["start"], row["end"])),
        "observations": observations(state.values, state.indicators, text),
        "cells": sorted(state.cells, key=lambda row: (row["start"], row["end"])),
        "checks": checks,
    }
    return text, layers


def _read_value(state: _State, mark: Mark, order: int) -> None:
    said = read_words(mark.note)
    column = _column(state, mark, said)
    words = {**(column.words if column else {}), **said}
    if state.sheet and state.sheet.kind == "account":
        return _add_cell(state, mark, column, state.sheet.unit, state.text[mark.start : mark.end])
    quantity = _quantity(state.text[mark.start : mark.end], words)
    state.entities.append(_entity(state.text, mark, quantity, words))
    if column and quantity.type != "DATE":
        printed = quantity.value if words.get("header_unit") != "元" else state.text[mark.start : mark.end]
        _add_cell(
            state, mark, column, words.get("header_unit") if printed != quantity.value else quantity.unit, printed
        )
    if quantity.type != "DATE" and "none" not in words:
        words.setdefault("year", state.year)
        state.values.append(Value(mark, order, quantity, words))
    return None


def _quantity(text: str, words: Words) -> Quantity:
    text = squeeze(text)  # a wrapped line may break a number from its unit
    quantity = read_told(words["told"]) if "told" in words else read_literal(text, words.get("header_unit", ""))
    if quantity is None and "header_unit" in words:
        quantity = read_literal(text)  # a cell that prints a unit of its own
    if quantity is None or quantity.type not in TYPES:
        raise ValueError(f"what “{text}” is worth has to be told, as in MONEY=9000")
    return quantity


def _entity(text: str, mark: Mark, quantity: Quantity, words: Words) -> Row:
    printed = text[mark.start : mark.end]
    source = "header" if "header_unit" in words and read_literal(printed) is None else "text"
    if "elided" in words:
        source = "elided"
    return {
        "start": mark.start,
        "end": mark.end,
        "text": printed,
        "type": quantity.type,
        "value": quantity.value,
        "value_high": quantity.value_high,
        "unit": quantity.unit,
        "comparator": words.get("comparator", ""),
        "approximate": words.get("about", ""),
        "unit_source": "" if quantity.type == "DATE" else source,
    }


def _column(state: _State, mark: Mark, said: Words) -> Column | None:
    """The column of a marked cell: the one that it names, else the one after the last; None outside a table's rows."""
    if not state.sheet or "row" in mark.inside or said.get("column") == "-":
        return None
    state.column = int(said.get("column", state.column + 1))
    heads = [column for column in state.sheet.columns if column.path not in ("code", "row", "_")]
    return heads[state.column - 1]


def _add_cell(state: _State, mark: Mark, column: Column | None, unit: str | None, printed: str) -> None:
    if not column or not state.sheet:
        raise ValueError("this figure has no column")
    state.cells.append(_cell(state, state.row, column, (mark.start, mark.end), printed, unit or ""))


def _cell(state: _State, row: tuple[str, str], column: Column, span: tuple[int, int], value: str, unit: str) -> Row:
    return {
        "table": state.sheet.title if state.sheet else "",
        "row_code": row[1],
        "row": row[0],
        "column": column.path,
        "start": span[0],
        "end": span[1],
        "value": value.replace(",", ""),
        "unit": unit,
        "year": column.words.get("year", state.year),
    }


def _read_indicator(state: _State, mark: Mark, order: int) -> None:
    words = read_words(mark.note)
    words.setdefault("full_name", squeeze(state.text[mark.start : mark.end]))
    state.indicators.append(Indicator(mark, order, words))


def _read_head(state: _State, mark: Mark, order: int) -> None:
    _read_lines(state, state.text.rfind("\n", 0, mark.start) + 1)
    state.row = squeeze(state.text[mark.start : mark.end]), mark.note
    state.column = 0
    state.line = max(state.line, state.text.find("\n", mark.end) + 1)  # an account row that is marked by hand


def _read_direction(state: _State, mark: Mark, order: int) -> None:
    if mark.note in LABELS:
        state.segments.append((mark.start, mark.note))
    elif mark.note == "end":
        _read_lines(state, mark.start)
        state.sheet = None
    elif mark.note.split(" ")[0] in ("account", "form"):
        if state.sheet:
            raise ValueError(f"the table {state.sheet.title} does not end before this one")
        state.sheet, state.row, state.column, state.line = read_sheet(mark.note), ("", ""), 0, mark.start
    elif state.sheet and state.sheet.kind == "account":
        _read_lines(state, state.text.rfind("\n", 0, mark.start) + 1)
        _read_line(state, state.text[state.line : mark.start], mark.note)
        state.line = mark.start
    else:
        raise ValueError(f"“{mark.note}” is no direction")


def _read_lines(state: _State, end: int) -> None:
    """Read the rows of an account table up to ``end``, a line each."""
    while state.sheet and state.sheet.kind == "account" and state.line < end:
        stop = state.text.find("\n", state.line, end)
        stop = end if stop < 0 else stop
        if state.text[state.line : stop].strip():
            _read_line(state, state.text[state.line : stop], "")
        state.line = stop + 1


def _read_line(state: _State, line: str, given: str) -> None:
    assert state.sheet is not None
    for placed in read_row(line, state.line, state.sheet.columns, given):
        row, span = (placed.row, placed.row_code), (placed.start, placed.end)
        state.cells.append(_cell(state, row, placed.column, span, state.text[slice(*span)], state.sheet.unit))


def _segments(state: _State, name: str) -> list[Row]:
    """The pieces between the marks, white space at their ends left out; neighbours with one label are one piece."""
    rows: list[Row] = []
    stops = [start for start, _ in state.segments[1:]] + [len(state.text)]
    if not state.segments or state.text[: state.segments[0][0]].strip():
        raise fault(name, "the report begins before its first segment")
    for (start, label), stop in zip(state.segments, stops, strict=True):
        piece = state.text[start:stop]
        if not piece.strip():
            continue
        end = start + len(piece.rstrip())
        start += len(piece) - len(piece.lstrip())
        if rows and rows[-1]["label"] == label:
            rows[-1]["end"] = end
        else:
            rows.append({"start": start, "end": end, "label": label})
    return rows


_READERS: dict[str, Callable[[_State, Mark, int], None]] = {
    "value": _read_value,
    "indicator": _read_indicator,
    "row": _read_head,
    "direction": _read_direction,
}
