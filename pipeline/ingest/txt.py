"""Plain text: decoded, its byte order mark taken out, nothing else changed."""

from __future__ import annotations

from pipeline.errors import ReadError
from pipeline.ingest.content import Content
from pipeline.ingest.encodings import decode, find_encoding

CONTROL = [chr(code) for code in (*range(0x01, 0x09), *range(0x0E, 0x20), 0x7F)]  # tab, line ends, form feed are text
MAX_CONTROL_SHARE = 0.01  # converters leave a cell mark or a soft hyphen here and there (U+0007, U+0002)


def read(data: bytes, name: str) -> Content:
    """Decode a text file. Raises ReadError for what is no text or cannot be decoded."""
    encoding = find_encoding(data)
    try:
        text = decode(data, encoding)
    except UnicodeDecodeError as error:
        message = f"{name}: byte {error.start:,} breaks its encoding, which seems to be {encoding}"
        raise ReadError(message, stage="ingest", advice="save it as UTF-8 text and run again") from error
    _check_text(text, name)
    return Content(text=text, encoding=encoding)


def _check_text(text: str, name: str) -> None:
    if not text or text.isspace():
        message, advice = "the file holds nothing but white space", "fetch it again from its source"
    elif "\0" in text:
        message, advice = "the file holds NUL characters: binary data or a damaged text", "save the report as text"
    elif sum(map(text.count, CONTROL)) > MAX_CONTROL_SHARE * len(text):
        message, advice = "the file is full of control characters: binary data", "save the report as text"
    else:
        return
    raise ReadError(f"{name}: {message}", stage="ingest", advice=advice)
