"""Which format a file has, and where the format's reader is.

The content decides before the name does: reports come off web sites under any name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module

from pipeline.errors import ReadError
from pipeline.ingest.content import Content

Reader = Callable[[bytes, str], Content]
"""Takes a file's bytes and its name for messages; raises ReadError."""

READERS = {
    "txt": "pipeline.ingest.txt:read",
}
"""Format to the place of its reader, imported when first used. A new format is a line here and in SUFFIXES."""

SUFFIXES = {"": "txt", ".txt": "txt", ".text": "txt", ".md": "txt"}

SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document (DOCX, XLSX, WPS, OFD)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an older Office document (DOC, XLS, WPS)"),
    (b"{\\rtf", "an RTF document"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
)
"""First bytes of files that look like no text, with what to call them."""

SUFFIX = re.compile(r"\.[a-z][a-z0-9]{0,7}$")  # 决算报告.定稿 and 自评2020.12 have none
AS_TEXT = "this version reads text only: save the report as text (.txt, UTF-8) and run again"


def find_format(data: bytes, name: str) -> str:
    """The format by content, then by name; raises ReadError where no reader exists."""
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise ReadError(f"{name}: this is {kind}", stage="ingest", advice=AS_TEXT)
    found = SUFFIX.search(name.lower())
    suffix = found[0] if found else ""
    if suffix not in SUFFIXES:
        raise ReadError(f"{name}: no reader for {suffix} files", stage="ingest", advice=AS_TEXT)
    return SUFFIXES[suffix]


def load_reader(format_: str) -> Reader:
    """The reader of a format."""
    module, function = READERS[format_].split(":")
    reader: Reader = getattr(import_module(module), function)
    return reader
