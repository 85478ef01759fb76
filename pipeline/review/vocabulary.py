"""The words of ``annotations/guidelines.md`` that an annotation may use."""

from __future__ import annotations


def _words(line: str) -> list[str]:
    return line.split()


LABELS = frozenset(
    _words(
        "front_matter profile duties goals finance evaluation achievements problems measures conclusion glossary table "
        "closing"
    )
)
TYPES = frozenset(_words("MONEY RATE PERSON_COUNT COUNT PERCENT SCORE DATE"))
MEASURES = frozenset(_words("actual target budget prior change change_rate share completion points score"))
COMPARATORS = frozenset(_words("ge gt le lt"))
OUTCOMES = frozenset(_words("holds rounding fails"))
REPORT_TYPES = frozenset(
    _words(
        "department_self_evaluation project_self_evaluation final_accounts project_evaluation budget work_report "
        "fund_statement bulletin other"
    )
)
COLUMNS = {
    "document": _words("county prefecture province admin_code agency year report_type report_date title"),
    "segments": _words("start end label"),
    "entities": _words("start end text type value value_high unit comparator approximate unit_source"),
    "observations": _words(
        "id indicator_start indicator_end indicator_text full_name value_start value_end value value_high unit measure "
        "comparator year part_of indicator_id"
    ),
    "cells": _words("table row_code row column start end value unit year"),
    "checks": _words("kind where identity left right difference outcome figures note"),
}  # the layer files and their columns, in order
