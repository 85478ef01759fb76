"""xianbao (县报): county reports in, a data set of indicators out, every number traceable to its place.

The public names below are loaded when first used, so that ``import pipeline`` costs nothing::

    pipeline.read(path)              a Report from a file
    pipeline.extract(text)           a Report from a text that is already there
    pipeline.align(name, ...)        the indicator of a name
    pipeline.quantities(text)        the quantities and dates of a text, of any size, and nothing else
    pipeline.observations_frame(report), entities_frame, segments_frame, cells_frame: pandas frames
    pipeline.load()                  the spaCy Language
    pipeline.run_batch(...)          many files into a data set, with ``pipeline.Settings``
"""

from __future__ import annotations

import logging
import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.api import align, extract, read
    from pipeline.batch import run_batch
    from pipeline.frames import cells_frame, entities_frame, observations_frame, segments_frame
    from pipeline.language import load
    from pipeline.quantities import quantities
    from pipeline.settings import Settings

PUBLIC = {
    "read": "pipeline.api",
    "extract": "pipeline.api",
    "align": "pipeline.api",
    "quantities": "pipeline.quantities",
    "load": "pipeline.language",
    "observations_frame": "pipeline.frames",
    "entities_frame": "pipeline.frames",
    "segments_frame": "pipeline.frames",
    "cells_frame": "pipeline.frames",
    "run_batch": "pipeline.batch",
    "Settings": "pipeline.settings",
}
"""Public name to the module that holds it."""

__all__ = [
    "Settings",
    "align",
    "cells_frame",
    "entities_frame",
    "extract",
    "load",
    "observations_frame",
    "quantities",
    "read",
    "run_batch",
    "segments_frame",
]
__version__ = "0.1.0"

logging.getLogger(__name__).addHandler(logging.NullHandler())


def __getattr__(name: str) -> object:
    if name not in PUBLIC:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(PUBLIC[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *PUBLIC})


class _Package(ModuleType):
    """Keeps ``pipeline.extract`` the function: importing the stage of that name would put its folder in the place."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in PUBLIC and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
