"""The folder that a run writes: built beside its place and moved there when complete."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import UsageError

_MARK = "datapackage.json"  # a folder that holds it is a data set, and --force may replace it


@contextmanager
def new_folder(out: Path, *, overwrite: bool) -> Iterator[Path]:
    """A new folder that takes the place of ``out`` when the block ends well, and leaves nothing when it does not.

    Raises UsageError where ``out`` exists (a data set, without ``overwrite``; anything else that is not an empty
    folder) or cannot be written.
    """
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        _refuse_existing(out, overwrite=overwrite)
        part.mkdir(parents=True)
        yield part
        _put_in_place(part, out)
    except OSError as error:
        advice = "choose another place with --out, or make room there"
        message = f"cannot write {out}: {error.strerror or error}"
        raise UsageError(message, stage="output", advice=advice) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _refuse_existing(out: Path, *, overwrite: bool) -> None:
    if not out.exists() or (out.is_dir() and not any(out.iterdir())):
        return
    if not (out / _MARK).exists():
        advice = "choose another place with --out"
        raise UsageError(f"{out} exists and is no data set; it will not be touched", stage="output", advice=advice)
    if not overwrite:
        advice = "choose another place with --out, or replace it with --force"
        raise UsageError(f"{out} holds a data set already", stage="output", advice=advice)


def _put_in_place(part: Path, out: Path) -> None:
    """Move the finished folder to its place; what was there goes only after the new one stands."""
    if not out.exists():
        part.rename(out)
        return
    old = out.with_name(f".{out.name}.{os.getpid()}.old")
    out.rename(old)
    part.rename(out)
    shutil.rmtree(old, ignore_errors=True)
