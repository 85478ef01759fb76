"""What every layer gives: its counts, and its errors in words."""

from __future__ import annotations

from pipeline.evaluate.figures import Counts
from pipeline.records import Record

Confusion = dict[tuple[str, str], int]
"""How often each gold label was given each predicted one; the predicted one is empty where nothing was predicted."""


class Layer(Record, frozen=True):
    """One layer of one report."""

    counts: Counts
    errors: tuple[str, ...]
    confusion: Confusion = {}  # of segments: characters
