"""Ways to run one piece of work over many items, behind one signature.

``each(work, items, *, workers) -> Iterator[Outcome]`` yields one outcome an item, in the order of the items; what
``work`` raises is part of the outcome. ``work`` and the items must pickle, and ``work`` must be a module's function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any, Protocol

from pipeline.engines.outcome import Outcome
from pipeline.errors import UsageError

ENGINES = {
    "serial": "pipeline.engines.serial:each",  # in this process: for debugging
    "processes": "pipeline.engines.processes:each",  # a crash costs one item
}


class Each(Protocol):
    """The signature that every engine has."""

    def __call__(self, work: Callable[[Any], Any], items: Iterable[Any], *, workers: int) -> Iterator[Outcome]: ...


def load_engine(name: str) -> Each:
    """The engine of that name; raises UsageError for an unknown one."""
    if name not in ENGINES:
        raise UsageError(f"no engine {name!r}", stage="engines", advice=f"choose one of: {', '.join(ENGINES)}")
    module, function = ENGINES[name].split(":")
    each: Each = getattr(import_module(module), function)
    return each
