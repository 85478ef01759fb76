"""The cost of every stage grows with a text's length and not faster, whatever the text is made of.

Compared is processor time at one length with that at another, never seconds alone: a machine may be slow and busy.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

import pytest

from pipeline.align import align
from pipeline.classify import classify
from pipeline.export import export
from pipeline.extract import extract
from pipeline.extract.facts import find_facts
from pipeline.ingest import from_text
from pipeline.records import Report
from pipeline.relate import relate
from pipeline.structure import structure
from tests.hostile.invariants import check, tools
from tests.hostile.shapes import SHAPES

Result = TypeVar("Result")

NOISE = 0.1  # seconds below which a time tells nothing
SHORT, TIMES_LONGER, MOST_GROWTH = 4_000, 4, 10.0  # of the quick test: a square would be 16
LONG, MOST_GROWTH_LONG = 250_000, 7.0  # of the long test: a quarter and one megabyte
TRIES = 3  # a busy machine may slow the longer text alone


class Clock:
    """Processor time by stage."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    def timed(self, stage: str, work: Callable[[], Result]) -> Result:
        started = time.process_time()
        result = work()
        self.spent[stage] = time.process_time() - started
        return result


def spent_on(text: str) -> dict[str, float]:
    """Seconds of each stage."""
    clock, given = Clock(), tools()
    document = from_text(text)
    layout = clock.timed("structure", lambda: structure(text))
    facts = clock.timed("facts", lambda: find_facts(document, layout, given.divisions))
    segments = clock.timed("classify", lambda: classify(layout, facts.report_type))
    quantities = clock.timed("extract", lambda: extract(layout, facts, segments))
    entities, statements = clock.timed("relate", lambda: relate(layout, segments, quantities, facts))
    matches = clock.timed("align", lambda: align(statements, entities, given.aligner, facts))
    report = Report(
        document=document,
        facts=facts,
        layout=layout,
        segments=segments,
        entities=entities,
        statements=statements,
        matches=matches,
    )
    clock.timed("export", lambda: export(report))
    return clock.spent


def too_steep(make: Callable[[int], str], length: int, most: float) -> dict[str, str]:
    """The stages that take more than so many times as long for a longer text, at every try."""
    steep: dict[str, str] = {}
    for _ in range(TRIES):
        shorter, longer = spent_on(make(length)), spent_on(make(TIMES_LONGER * length))
        steep = {
            stage: f"{shorter[stage]:.2f} s to {longer[stage]:.2f} s"
            for stage in longer
            if longer[stage] > most * max(shorter[stage], NOISE)
        }
        if not steep:
            break
    return steep


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """What is read once is read before the clock runs."""
    spent_on("全年拨付12.5万元。\n")


@pytest.mark.parametrize("shape", SHAPES)
def test_a_text_of_one_shape_is_read(shape: str) -> None:
    check(SHAPES[shape](1_500))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_text_four_times_as_long_takes_about_four_times_as_long(shape: str) -> None:
    assert not too_steep(SHAPES[shape], SHORT, MOST_GROWTH)


@pytest.mark.long
@pytest.mark.parametrize("shape", SHAPES)
def test_a_long_text_four_times_as_long_takes_about_four_times_as_long(shape: str) -> None:
    assert not too_steep(SHAPES[shape], LONG, MOST_GROWTH_LONG)
