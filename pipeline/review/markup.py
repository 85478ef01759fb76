"""A marked report to its layers: every mark is read in reading order, then values are linked to what they measure."""

from __future__ import annotations

from collections.abc import Container

from pipeline.review.header import read_header
from pipeline.review.links import observations
from pipeline.review.marks import fault, take_marks
from pipeline.review.readers import READERS
from pipeline.review.state import Row, State

Layers = dict[str, list[Row]]


def read_marked(source: str, name: str, known: Container[str]) -> tuple[str, Layers]:
    """The report's text and its layers, each a list of rows in document order; ``known`` are the taxonomy's ids.

    Raises ResourceError that names ``name`` and the line where the markup breaks its rules.
    """
    head, facts, checks = read_header(source, name)
    text, marks = take_marks(source[head:], name, 1 + source.count("\n", 0, head))
    state = State(text, str(facts["year"]))
    for order, mark in enumerate(marks):
        try:
            READERS[mark.kind](state, mark, order)
        except (ValueError, IndexError, KeyError) as error:
            raise fault(mark.where, str(error)) from None
    if state.sheet:
        raise fault(name, f"the table {state.sheet.title} does not end")
    layers: Layers = {
        "document": [facts],
        "segments": _segments(state, name),
        "entities": sorted(state.entities, key=lambda row: (row["start"], row["end"])),
        "observations": observations(state.values, state.indicators, text, known),
        "cells": sorted(state.cells, key=lambda row: (row["start"], row["end"])),
        "checks": checks,
    }
    return text, layers


def _segments(state: State, name: str) -> list[Row]:
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
