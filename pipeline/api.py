"""One report, from Python: ``read`` a file or ``extract`` from a text. Tools are built once a process."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from pipeline.ingest import from_text
from pipeline.ingest import read as read_file
from pipeline.records import Match, Report
from pipeline.run import Tools, read_document


@cache
def shared_tools() -> Tools:
    """The segmenter, the taxonomy and the divisions, with default settings; each is built when first used."""
    return Tools()


def read(path: str | os.PathLike[str], *, name: str | None = None) -> Report:
    """Read a file through every stage; ``name`` is its path in a data set. Raises ReadError."""
    tools = shared_tools()
    return read_document(read_file(Path(path), tools.settings, name=name), tools)


def align(name: str, *, context: str = "", unit: str = "") -> Match:
    """Which indicator a name is. ``context``: the heading, the head of the list or the sentence around it; ``unit``: a
    unit family of the taxonomy (``money``) or a unit as printed (``万元``)."""
    return shared_tools().aligner.look_up(name, context, unit)


def extract(text: str, *, name: str = "text") -> Report:
    """Read a text through every stage. Raises ReadError for a text that no file can hold."""
    return read_document(from_text(text, name), shared_tools())
