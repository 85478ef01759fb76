"""A file of any format comes in, a ``Document`` goes out: its text as it stands, and what is known about the file.

First the file system is asked (files.py: a regular file, readable, not too large), then the bytes (formats.py: which
format, whatever the name says), then the format's reader is called. Readers are a table of names and places; each
takes the bytes and gives a ``Content``. What cannot be read raises ``ReadError``, which a batch writes as one row of
failures.csv.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from pipeline.errors import ReadError
from pipeline.ingest.content import Content
from pipeline.ingest.files import read_bytes
from pipeline.ingest.formats import find_format, load_reader
from pipeline.records import Document
from pipeline.settings import Settings

__all__ = ["from_text", "read"]


def read(path: Path, settings: Settings, *, name: str | None = None) -> Document:
    """Read one file; ``name`` is its path in the data set (the file's own name if None). Raises ReadError."""
    name = name or path.name
    data = read_bytes(path, name, settings.max_bytes)
    format_ = find_format(data, name)
    content = load_reader(format_)(data, name)
    _check_length(content.text, name, settings.max_characters)
    return _document(data, name, format_, content)


def from_text(text: str, name: str = "text") -> Document:
    """A document from a text that is already there. Raises ReadError for half a surrogate pair, which no file can hold.

    >>> from_text("全年拨付 3.20万元。").text
    '全年拨付 3.20万元。'
    """
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        message = f"{name}: character {error.start} is half of a surrogate pair"
        raise ReadError(message, stage="ingest", advice="decode the source anew, as UTF-16 or UTF-8") from error
    return _document(data, name, "txt", Content(text=text))


def _document(data: bytes, name: str, format_: str, content: Content) -> Document:
    sha256 = hashlib.sha256(data).hexdigest()
    return Document(
        doc_id=sha256[:16],
        path=name.replace("\\", "/"),
        sha256=sha256,
        format=format_,
        text=content.text,
        encoding=content.encoding,
        pages=content.pages,
        warnings=content.warnings,
    )


def _check_length(text: str, name: str, max_characters: int) -> None:
    if len(text) <= max_characters:
        return
    lines = text.count("\n") + 1
    message = f"{name}: {len(text):,} characters in {lines:,} line(s); a report has at most {max_characters:,}"
    raise ReadError(
        message, stage="ingest", advice="split it into its reports, or raise max_characters in the settings"
    )
