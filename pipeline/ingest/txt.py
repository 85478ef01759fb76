"""Plain text: decoded, its byte order mark taken out, nothing else changed."""

from __future__ import annotations

import re

from pipeline.errors import ReadError
from pipeline.ingest.content import Content
from pipeline.ingest.encodings import decode, find_encoding

CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")  # tab, line ends, vertical tab and form feed are text
MAX_CONTROL_SHARE = 0.01  # converters leave a cell mark or a soft hyphen here and there (U+0007, U+0002)


def read(data: bytes, name: str) -> Content:
    """Decode a text file. Raises ReadError for what is no text or cannot be decoded."""
    encoding = find_encoding(data)
    try:
        text = decode(data, encoding)
    except UnicodeDecodeError as error:
        message = f"{name}: byte {error.start:,} is no {encoding}, and the file fits no other encoding of Chinese text"
        raise ReadError(message, stage="ingest", advice="save it as UTF-8 text and run again") from error
    _check_text(text, name)
    return Content(text=text, encoding=encoding)


def _check_text(text: str, name: str) -> None:
    if not text or text.isspace():
        message, advice = "the file holds nothing but white space", "fetch it again from its source"
    elif "\0" in text:
        message, advice = "the file holds NUL characters: binary data or a damaged text", "save the report as text"
    elif len(CONTROL.findall(text)) > MAX_CONTROL_SHARE * len(text):
        message, advice = "the file is full of control characters: binary data", "save the report as text"
    else:
        return
    raise ReadError(f"{name}: {message}", stage="ingest", advice=advice)
