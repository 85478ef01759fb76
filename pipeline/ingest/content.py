"""What a format's reader hands back."""

from __future__ import annotations

from pipeline.records import Record


class Content(Record, frozen=True):
    """A file's text and what its format told beside it."""

    text: str
    encoding: str = ""  # utf-8, gb18030 ...; empty where the format has its own
    pages: int = 0  # 0 where the format has none
    warnings: tuple[str, ...] = ()
