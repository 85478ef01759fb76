"""Many texts, a JSON object a line: ``{"id": ..., "text": ...}`` in, ``{"id": ..., "items": [...]}`` out, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from pipeline.engines.outcome import attempt
from pipeline.quantities import Quantity, quantities
from pipeline.records import Record

_ENCODER = msgspec.json.Encoder()
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Given(Record, frozen=True):
    """A line that comes in; other fields are passed over."""

    text: str
    id: msgspec.Raw = msgspec.Raw(b"null")  # any JSON value, handed back as it is


class Answer(Record, frozen=True):
    """A line that goes out for a text."""

    id: msgspec.Raw
    items: tuple[Quantity, ...]


class Broken(Record, frozen=True, kw_only=True):
    """A line that goes out for one that could not be read."""

    id: msgspec.Raw = msgspec.Raw(b"null")
    line: int  # counted from 1, blank lines too
    error: str


_DECODER = msgspec.json.Decoder(Given)


def answer_lines(lines: Iterable[bytes]) -> Iterator[Answer | Broken]:
    """An answer for every line that is not blank, each as soon as its line is there."""
    for number, line in enumerate(lines, 1):
        if number == 1:
            line = line.removeprefix(_BYTE_ORDER_MARK)
        if not line.strip():
            continue
        try:
            given = _DECODER.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            yield Broken(line=number, error=f'not {{"id": ..., "text": "..."}}: {error}')
            continue
        outcome = attempt(quantities, given.text)
        if outcome.failure:  # a fault of the program costs one line, not the others
            yield Broken(line=number, error=f"{outcome.failure.message}; {outcome.failure.advice}", id=given.id)
        else:
            yield Answer(id=given.id, items=outcome.result)


def encode(record: Record) -> bytes:
    """A record as one line of JSON in UTF-8, its line end included."""
    return _ENCODER.encode(record) + b"\n"
