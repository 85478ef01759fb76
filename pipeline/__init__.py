"""县报 (xianbao): Chinese county-level government reports in, a data set with every number in its place out.

The public names load on first use, so that ``import pipeline`` and ``xianbao --help`` cost next to nothing.
"""

from __future__ import annotations

import logging
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.api import extract, read
    from pipeline.batch import run_batch
    from pipeline.settings import Settings
    from pipeline.spacy_pipeline import load

__version__ = "0.1.0"
__all__ = ["Settings", "extract", "load", "read", "run_batch"]

_PLACES = {
    "read": "pipeline.api",
    "extract": "pipeline.api",
    "load": "pipeline.spacy_pipeline",
    "run_batch": "pipeline.batch",
    "Settings": "pipeline.settings",
}

logging.getLogger(__name__).addHandler(logging.NullHandler())


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(f"module 'pipeline' has no attribute {name!r}")
    return getattr(import_module(_PLACES[name]), name)
