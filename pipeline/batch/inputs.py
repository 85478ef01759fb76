"""What there is to read: the files of the inputs, in order, each with its path in the data set."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.records import Record


class Source(Record, frozen=True):
    """A file to read. ``same_as`` is the path of an earlier file with the same content, empty for the first."""

    file: Path
    path: str  # in the data set: below the input folder, or the name of a file given singly
    sha256: str = ""  # empty where the file could not be opened
    same_as: str = ""


def find_sources(inputs: Sequence[Path], *, leave_out: Path) -> list[Source]:
    """Every file of the inputs: folders walked in order of names, hidden files and the folder ``leave_out`` aside.

    Raises UsageError for an input that does not exist, a folder that cannot be listed, and if there is no file at all.
    """
    sources: list[Source] = []
    for given in inputs:
        if given.is_dir():
            if given.resolve() == leave_out.resolve():
                message = f"{given} is to be read and to be written"
                raise UsageError(message, stage="inputs", advice="choose another place with --out")
            files = _walk(_list(given), leave_out.resolve())
            sources.extend(Source(file, _readable(file.relative_to(given).as_posix())) for file in files)
        elif given.exists():
            sources.append(Source(given, _readable(given.name)))
        else:
            raise UsageError(f"no such file or folder: {given}", stage="inputs", advice="check the path")
    if not sources:
        message = f"no file to read in {', '.join(map(str, inputs))}"
        raise UsageError(message, stage="inputs", advice="put the reports there; hidden files are left out")
    return sources


def mark_repeats(sources: Sequence[Source]) -> Iterator[Source]:
    """The sources with their checksums; one whose content was there before carries the first one's path."""
    first: dict[str, str] = {}
    for source in sources:
        sha256 = _sha256(source.file)
        yield Source(source.file, source.path, sha256, first.get(sha256, ""))
        if sha256:
            first.setdefault(sha256, source.path)


def _readable(name: str) -> str:
    """A file's name as text; one that is no UTF-8 comes from an archive packed on a Chinese system, as a rule."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", errors="replace")
    return name


def _list(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        advice = "check that you may read it, or leave it out"
        raise UsageError(f"cannot list {folder}: {error.strerror}", stage="inputs", advice=advice) from error


def _walk(entries: list[Path], leave_out: Path) -> Iterator[Path]:
    for path in entries:
        if path.name.startswith(".") or path.resolve() == leave_out:
            continue
        if path.is_symlink() or not path.is_dir():  # a link to a folder may lead back up
            yield path
            continue
        try:
            below = _list(path)
        except UsageError:
            yield path  # its reader says that it cannot be read: a row of failures.csv
        else:
            yield from _walk(below, leave_out)


def _sha256(path: Path) -> str:
    try:
        if not path.is_file():  # a pipe would keep us waiting for ever
            return ""
        with path.open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest()
    except OSError:
        return ""
