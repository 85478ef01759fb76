"""What every layer gives: its counts, and its errors in words."""

from __future__ import annotations

from pipeline.evaluate.figures import Counts
from pipeline.records import Record


class Layer(Record, frozen=True):
    """One layer of one report."""

    counts: Counts
    errors: tuple[str, ...]
