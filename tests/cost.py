"""Whether cost grows in proportion: relative to the same work on less, at the best of several tries, as machines are noisy."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

TRIES = 4
SLOWER = 3  # times more than in proportion; at ten times the work, quadratic cost would be ten times more
NOISE = 0.02  # seconds below which a clock tells nothing


def seconds(work: Callable[[], object]) -> float:
    """The time that this process spends on the work."""
    begin = process_time()
    work()
    return process_time() - begin


def in_proportion(less: Callable[[], object], more: Callable[[], object], times: float) -> bool:
    """Whether ``more``, which is ``times`` as much work as ``less``, takes about that many times as long."""
    return any(seconds(more) < SLOWER * times * max(seconds(less), NOISE) for _ in range(TRIES))
