"""A marked quantity: its value, its unit, what it states, its cell."""

from __future__ import annotations

from pipeline.review.links import Value
from pipeline.review.literals import Quantity, read_literal, read_told
from pipeline.review.marks import Mark
from pipeline.review.notes import Words, read_words
from pipeline.review.state import Row, State, add_cell
from pipeline.review.tables import Column, squeeze
from pipeline.review.vocabulary import TYPES


def read_value(state: State, mark: Mark, order: int) -> None:
    """A quantity: an entity, the observations that it states, a cell where it stands in a table's row."""
    said, *others = (read_words(note) for note in mark.note.split(";"))  # a value may measure several names
    column = _column(state, mark, said)
    words = {**(column.words if column else {}), **said}
    printed = state.text[mark.start : mark.end]
    if state.sheet and state.sheet.kind == "account":
        if column is None:
            raise ValueError("this figure has no column")
        told = read_literal(squeeze(printed), state.sheet.unit)
        figure, unit = (told.value, told.unit) if told else (printed, state.sheet.unit)
        add_cell(state, _row(state, said), column, (mark.start, mark.end), figure, unit)
        return
    quantity = _quantity(printed, words)
    state.entities.append(_entity(mark, printed, quantity, words))
    if column and quantity.type != "DATE":
        add_cell(state, _row(state, said), column, (mark.start, mark.end), quantity.value, quantity.unit)
    if quantity.type != "DATE" and "none" not in words:
        for also, other in enumerate([{}, *others]):
            state.values.append(Value(mark, order, quantity, {"year": state.year, **words, **other}, also))


def _row(state: State, said: Words) -> tuple[str, str]:
    """The row of a marked cell: the last one marked, or the one it names where a column stands apart from its rows."""
    number = int(said.get("row_number", 0))
    if number > len(state.rows):
        raise ValueError(f"the table has no row {number} before this figure")
    return state.rows[number - 1] if number else state.row


def _quantity(text: str, words: Words) -> Quantity:
    text = squeeze(text)  # a wrapped line may break a number from its unit
    quantity = read_told(words["told"]) if "told" in words else read_literal(text, words.get("header_unit", ""))
    if quantity is None and "header_unit" in words:
        quantity = read_literal(text)  # a cell that prints a unit of its own
    if quantity is None or quantity.type not in TYPES:
        raise ValueError(f"what “{text}” is worth has to be told, as in MONEY=9000")
    return quantity


def _entity(mark: Mark, printed: str, quantity: Quantity, words: Words) -> Row:
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


def _column(state: State, mark: Mark, said: Words) -> Column | None:
    """The column of a marked cell: the one that it names, else the one after the last; None outside a table's rows."""
    if not state.sheet or "row" in mark.inside or said.get("column") == "-":
        return None
    state.column = int(said.get("column", state.column + 1))
    heads = [column for column in state.sheet.columns if column.path not in ("code", "row", "_")]
    return heads[state.column - 1]
