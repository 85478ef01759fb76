"""One report, from Python: ``read`` a file or ``extract`` from a text. Tools are built once a process.

``taxonomy`` is the folder of a taxonomy of one's own, which replaces or extends ours; an edited folder is read anew.
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from pipeline.ingest import from_text
from pipeline.ingest import read as read_file
from pipeline.records import Match, Report
from pipeline.run import Tools, read_document

Folder = str | os.PathLike[str] | None
Stamp = tuple[tuple[str, int, int], ...]  # name, time and size of each file
KEPT = 4  # taxonomies whose tools are kept


def shared_tools(taxonomy: Folder = None) -> Tools:
    """The segmenter, the taxonomy and the divisions, with default settings; each is built when first used.

    Raises ResourceError for a taxonomy that breaks its rules.
    """
    folder = os.fspath(taxonomy or "")
    return _tools(folder, _stamp(folder) if folder else ())


@lru_cache(maxsize=KEPT)
def _tools(folder: str, _: Stamp) -> Tools:
    return Tools.of(folder)


def _stamp(folder: str) -> Stamp:
    """What changes when a file of the folder is edited; of a folder that is not there nothing, its reader tells."""
    files = sorted(path for path in Path(folder).glob("*") if path.is_file())
    return tuple((path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in files)


def read(path: str | os.PathLike[str], *, name: str | None = None, taxonomy: Folder = None) -> Report:
    """Read a file through every stage; ``name`` is its path in a data set. Raises ReadError, ResourceError."""
    tools = shared_tools(taxonomy)
    return read_document(read_file(Path(path), tools.settings, name=name), tools)


def align(name: str | None, *, context: str | None = "", unit: str | None = "", taxonomy: Folder = None) -> Match:
    """Which indicator a name is. ``context``: the heading, the head of the list or the sentence around it; ``unit``: a
    unit family of the taxonomy (``money``) or a unit as printed (``万元``). None is as good as an empty text."""
    asked = (name or "", context or "", unit or "")
    for one in asked:
        _check_text(one)
    return shared_tools(taxonomy).aligner.look_up(*asked)


def extract(text: str, *, name: str = "text", taxonomy: Folder = None) -> Report:
    """Read a text through every stage. Raises ReadError for a text that no file can hold, ResourceError."""
    _check_text(text)
    return read_document(from_text(text, name), shared_tools(taxonomy))


def _check_text(text: object) -> None:
    """A missing value of a table (None, NaN) is told at the door, not by what first asks it for a method."""
    if not isinstance(text, str):
        raise TypeError(f"a text is asked for, not {type(text).__name__}: {text!r:.40}")
