"""Items spread over worker processes of this machine.

A worker that dies (a parser that segfaults, a kill for want of memory) breaks its whole pool, and nobody tells which
item it had in hand. The items in flight are then done again one at a time, each able to break only its own pool.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import Any

from pipeline.engines.outcome import Failure, Outcome, attempt

_AHEAD = 2  # items a worker may have waiting: enough to keep it busy, few enough to keep results out of memory

CRASH = Failure(
    stage="worker",
    error="WorkerCrash",
    message="the worker process died over this file",
    advice="convert the file to plain text or give the machine more memory, then run again",
)

_Flight = deque[tuple[Any, "Future[Outcome]"]]


def each(work: Callable[[Any], Any], items: Iterable[Any], *, workers: int) -> Iterator[Outcome]:
    """Yield the outcome of every item in order; an item over which its worker died fails at stage ``worker``."""
    remaining = iter(items)
    again: list[Any] = []
    while True:
        for item in again:
            yield _alone(work, item)
        with _pool(workers) as pool:
            flight: _Flight = deque()
            try:
                yield from _flow(pool, work, remaining, flight, workers * _AHEAD)
                return
            except BrokenProcessPool:
                again = [item for item, _ in flight]
            except (GeneratorExit, KeyboardInterrupt):  # the caller wants no more: do not finish what is queued
                pool.shutdown(wait=True, cancel_futures=True)
                raise


def _flow(
    pool: ProcessPoolExecutor, work: Callable[[Any], Any], remaining: Iterator[Any], flight: _Flight, ahead: int
) -> Iterator[Outcome]:
    """Keep the pool fed and yield outcomes in order; ``flight`` holds what is not yielded yet when the pool breaks."""
    while True:
        for item in islice(remaining, ahead - len(flight)):
            unsent: Future[Outcome] = Future()
            flight.append((item, unsent))  # before it is sent: sending to a broken pool raises
            flight[-1] = (item, pool.submit(attempt, work, item))
        if not flight:
            return
        outcome = flight[0][1].result()
        flight.popleft()
        yield outcome


def _alone(work: Callable[[Any], Any], item: Any) -> Outcome:
    with _pool(1) as pool:
        try:
            return pool.submit(attempt, work, item).result()
        except BrokenProcessPool:
            return Outcome(item, failure=CRASH)


def _pool(workers: int) -> ProcessPoolExecutor:
    # spawn: a forked child would inherit the parent's threads' locks (progress bar) and differs between systems
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_die_quietly)


def _die_quietly() -> None:
    """Ctrl-C reaches the workers too: they end at once, and it is the command that says so, not their tracebacks."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
