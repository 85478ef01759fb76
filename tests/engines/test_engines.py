"""Every engine gives the same outcomes in the same order, and a crash costs one item."""

from __future__ import annotations

import os
import signal
from typing import Any

import pytest

from pipeline.engines import ENGINES, load_engine
from pipeline.engines.outcome import attempt
from pipeline.errors import ReadError, UsageError


def double(item: int) -> int:
    return item * 2


def refuse_three(item: int) -> int:
    if item == 3:
        raise ReadError("three is no report", stage="ingest", advice="leave it out")
    if item == 5:
        raise ValueError("five\nis odd")
    return item


def die_at_four(item: int) -> int:
    if item in (4, 5):
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def interrupt_at_four(item: int) -> int:
    if item == 4:
        os.kill(os.getpid(), signal.SIGINT)
    return item


@pytest.mark.parametrize(("name", "workers"), [("serial", 1), ("processes", 1), ("processes", 2)])
def test_outcomes_come_in_the_order_of_the_items(name: str, workers: int) -> None:
    outcomes = list(load_engine(name)(double, range(9), workers=workers))
    assert [(outcome.item, outcome.result) for outcome in outcomes] == [(item, item * 2) for item in range(9)]


@pytest.mark.parametrize("name", ENGINES)
def test_an_error_is_an_outcome_and_the_run_goes_on(name: str) -> None:
    outcomes = list(load_engine(name)(refuse_three, range(7), workers=2))
    failures = {outcome.item: outcome.failure for outcome in outcomes if outcome.failure}
    assert sorted(failures) == [3, 5]
    assert (failures[3].stage, failures[3].error, failures[3].advice) == ("ingest", "ReadError", "leave it out")
    assert (failures[5].stage, failures[5].error) == ("run", "ValueError")
    assert failures[5].message.startswith("five is odd")
    assert [outcome.result for outcome in outcomes if not outcome.failure] == [0, 1, 2, 4, 6]


def test_a_fault_is_told_with_the_stage_in_which_it_arose() -> None:
    stage: dict[str, Any] = {"__name__": "pipeline.align.signals"}
    exec("def weigh(item): return {}[item]", stage)
    failure = attempt(stage["weigh"], "科目").failure
    assert failure is not None
    assert (failure.stage, failure.error) == ("align", "KeyError")


def test_a_killed_worker_costs_its_item_only() -> None:
    outcomes = list(load_engine("processes")(die_at_four, range(9), workers=2))
    assert [outcome.item for outcome in outcomes] == list(range(9))
    assert [outcome.item for outcome in outcomes if outcome.failure] == [4, 5]
    assert {outcome.failure.stage for outcome in outcomes if outcome.failure} == {"worker"}


def test_ctrl_c_ends_a_worker_without_a_word(capfd: pytest.CaptureFixture[str]) -> None:
    outcomes = list(load_engine("processes")(interrupt_at_four, range(6), workers=1))
    assert [outcome.item for outcome in outcomes if outcome.failure] == [4]
    assert capfd.readouterr().err == ""


def test_a_caller_may_stop_early() -> None:
    outcomes = load_engine("processes")(double, range(1000), workers=1)
    assert next(outcomes).result == 0
    outcomes.close()


def test_an_unknown_engine_is_named_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="no engine 'cluster'") as caught:
        load_engine("cluster")
    assert "serial, processes" in caught.value.advice
