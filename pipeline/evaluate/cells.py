"""Cells of tables: the figure, and its place under a row head and a column head."""

from __future__ import annotations

from pipeline.evaluate.compare import in_order, overlap, pair_up, same_number, span, squeeze
from pipeline.evaluate.figures import Count
from pipeline.evaluate.layers import Layer
from pipeline.evaluate.rows import Pair, Row


def score_cells(pair: Pair) -> Layer:
    """``cells.value`` (span and value) and ``cells.full`` (row or its code, and the last column head, too)."""
    gold, predicted = in_order(pair.gold["cells"]), in_order(pair.predicted["cells"])
    by_value = pair_up(gold, predicted, _same_value)
    full = pair_up(gold, predicted, lambda g, p: _same_value(g, p) and _same_place(g, p))
    found = {i for i, _ in full}
    errors = tuple(
        f"{row['table']} | {row['row']} | {row['column']} = {row['value']} at {row['start']}"
        for i, row in enumerate(gold)
        if i not in found
    )
    counts = {
        "cells.value": Count(len(by_value), len(gold), len(predicted)),
        "cells.full": Count(len(full), len(gold), len(predicted)),
    }
    return Layer(counts=counts, errors=errors)


def _same_value(gold: Row, predicted: Row) -> bool:
    return overlap(span(gold), span(predicted)) and same_number(gold["value"], predicted.get("value", ""))


def _same_place(gold: Row, predicted: Row) -> bool:
    same_code = bool(gold["row_code"]) and gold["row_code"] == predicted.get("row_code")
    same_row = same_code or squeeze(gold["row"]) == squeeze(predicted.get("row", ""))
    return same_row and _last_head(gold["column"]) == _last_head(predicted.get("column", ""))


def _last_head(column: str) -> str:
    return squeeze(column.split("/")[-1])
