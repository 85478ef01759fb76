"""What each kind of mark does to the layers that are being made."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.review.links import Indicator
from pipeline.review.literals import read_literal
from pipeline.review.marks import Mark
from pipeline.review.notes import read_words
from pipeline.review.state import State, add_cell
from pipeline.review.tables import read_row, read_sheet, squeeze
from pipeline.review.values import read_value
from pipeline.review.vocabulary import LABELS


def _read_indicator(state: State, mark: Mark, order: int) -> None:
    words = read_words(mark.note)
    words.setdefault("full_name", squeeze(state.text[mark.start : mark.end]))
    state.indicators.append(Indicator(mark, order, words))


def _read_head(state: State, mark: Mark, order: int) -> None:
    _read_lines(state, state.text.rfind("\n", 0, mark.start) + 1)
    state.row = squeeze(state.text[mark.start : mark.end]), mark.note
    state.rows.append(state.row)
    state.column = 0
    state.line = max(state.line, state.text.find("\n", mark.end) + 1)  # an account row that is marked by hand


def _read_figure(state: State, mark: Mark, order: int) -> None:
    if state.sheet and state.sheet.kind == "account":  # its line is marked by hand, whatever else stands there
        _read_lines(state, state.text.rfind("\n", 0, mark.start) + 1)
        state.line = max(state.line, state.text.find("\n", mark.end) + 1)
    read_value(state, mark, order)


def _read_direction(state: State, mark: Mark, order: int) -> None:
    if mark.note in LABELS:
        state.segments.append((mark.start, mark.note))
    elif mark.note == "end":
        _read_lines(state, mark.start)
        state.sheet = None
    elif mark.note.split(" ")[0] in ("account", "form"):
        if state.sheet:
            raise ValueError(f"the table {state.sheet.title} does not end before this one")
        state.sheet, state.row, state.column, state.line = read_sheet(mark.note), ("", ""), 0, mark.start
        state.rows = []
    elif state.sheet and state.sheet.kind == "account":
        _read_lines(state, state.text.rfind("\n", 0, mark.start) + 1)
        _read_line(state, state.text[state.line : mark.start], mark.note)
        state.line = mark.start
    else:
        raise ValueError(f"“{mark.note}” is no direction")


def _read_lines(state: State, end: int) -> None:
    """Read the rows of an account table up to ``end``, a line each."""
    while state.sheet and state.sheet.kind == "account" and state.line < end:
        stop = state.text.find("\n", state.line, end)
        stop = end if stop < 0 else stop
        if state.text[state.line : stop].strip():
            _read_line(state, state.text[state.line : stop], "")
        state.line = stop + 1


def _read_line(state: State, line: str, given: str) -> None:
    assert state.sheet is not None
    for placed in read_row(line, state.line, state.sheet.columns, given):
        row, span = (placed.row, placed.row_code), (placed.start, placed.end)
        printed, unit = state.text[slice(*span)], state.sheet.unit
        told = read_literal(printed, unit)  # money under 元 is told in 万元
        add_cell(state, row, placed.column, span, *((told.value, told.unit) if told else (printed, unit)))


READERS: dict[str, Callable[[State, Mark, int], None]] = {
    "value": _read_figure,
    "indicator": _read_indicator,
    "row": _read_head,
    "direction": _read_direction,
}
