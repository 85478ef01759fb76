"""What became of one item: a result, or a failure that says where, what and what to do."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Any

from pipeline.errors import PipelineError
from pipeline.records import Record

_AROUND = {"engines", "batch", "run"}  # they call the stages and are not where a fault lies


class Failure(Record, frozen=True):
    """Why an item gave no result; the columns of failures.csv that follow path and sha256."""

    stage: str
    error: str  # the error's class
    message: str
    advice: str


class Outcome(Record, frozen=True):
    """One item with its result or its failure; exactly one of the two is there."""

    item: Any
    result: Any = None
    failure: Failure | None = None


def attempt(work: Callable[[Any], Any], item: Any) -> Outcome:
    """Do the work on one item; whatever it raises becomes the outcome's failure, so that no exception travels."""
    try:
        return Outcome(item, work(item))
    except Exception as error:
        return Outcome(item, failure=failure_of(error))


def failure_of(error: Exception) -> Failure:
    """An error as a failure; one that nobody foresaw is called what it is, a fault of the program."""
    name = type(error).__name__
    if isinstance(error, PipelineError):
        return Failure(error.stage, name, error.message, error.advice)
    last = traceback.extract_tb(error.__traceback__)[-1]
    message = f"{error} ({last.name}, line {last.lineno})" if str(error) else f"in {last.name}, line {last.lineno}"
    advice = "this is a fault of xianbao, not of the file: please report it with this row"
    return Failure(_stage_of(error.__traceback__), name, " ".join(message.split()), advice)


def _stage_of(trace: TracebackType | None) -> str:
    """The stage that was at work: the first module of the package, from outside in, that is one."""
    for frame, _ in traceback.walk_tb(trace):
        package, _, rest = str(frame.f_globals.get("__name__", "")).partition(".")
        stage = rest.partition(".")[0]
        if package == "pipeline" and stage and stage not in _AROUND:
            return stage
    return "run"
