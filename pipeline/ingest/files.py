"""From a path to its bytes, or a ReadError that says why not."""

from __future__ import annotations

import stat
from pathlib import Path

from pipeline.errors import ReadError

KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
)
"""What a path can lead to that is no file; opening a pipe or a device could wait for ever."""


def read_bytes(path: Path, name: str, max_bytes: int) -> bytes:
    """All bytes of a regular file of at most ``max_bytes``; links are followed. ``name`` stands in the messages."""
    try:
        _check_status(path, name, max_bytes)
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise _explain(path, name, error) from error
    if len(data) > max_bytes:  # it grew since it was measured
        raise _too_large(name, len(data), max_bytes)
    if not data:
        raise ReadError(f"{name}: the file is empty", stage="ingest", advice="fetch it again from its source")
    return data


def _check_status(path: Path, name: str, max_bytes: int) -> None:
    status = path.stat()
    for is_kind, kind in KINDS:
        if is_kind(status.st_mode):
            raise ReadError(f"{name}: this is {kind}, not a file", stage="ingest", advice="give the report's own file")
    if status.st_size > max_bytes:
        raise _too_large(name, status.st_size, max_bytes)


def _too_large(name: str, size: int, max_bytes: int) -> ReadError:
    message = f"{name}: {size:,} bytes; at most {max_bytes:,} are read"
    return ReadError(message, stage="ingest", advice="split it into its reports, or raise max_bytes in the settings")


def _explain(path: Path, name: str, error: OSError) -> ReadError:
    if isinstance(error, PermissionError):
        message, advice = "no permission to read the file", "change its permissions (chmod u+r)"
    elif path.is_symlink():
        message, advice = "a link that leads to no file", "restore what it points to, or remove the link"
    elif isinstance(error, FileNotFoundError):
        message, advice = "no such file", "check the path"
    else:
        message, advice = f"the file cannot be read ({error.strerror})", "check the disk, or copy the file anew"
    return ReadError(f"{name}: {message}", stage="ingest", advice=advice)
