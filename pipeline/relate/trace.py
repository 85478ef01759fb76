"""What was considered for a number of prose: kept for explanations and for training only."""

from __future__ import annotations

from pipeline.records import Record
from pipeline.relate.choice import Candidate, Choice


class Considered(Record, frozen=True):
    """The candidate names of one number, and the choice."""

    entity: int  # index into the quantities
    candidates: tuple[Candidate, ...]
    choice: Choice | None
    said: str  # the measure that a cue at the number tells
