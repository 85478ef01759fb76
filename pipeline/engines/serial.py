"""One item after the other, in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pipeline.engines.outcome import Outcome, attempt


def each(work: Callable[[Any], Any], items: Iterable[Any], *, workers: int = 1) -> Iterator[Outcome]:
    """Yield the outcome of every item in order; ``workers`` is there for the common signature and stays unused."""
    for item in items:
        yield attempt(work, item)
