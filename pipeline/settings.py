"""One frozen record of settings, checked on entry."""

from __future__ import annotations

from pipeline.records import Record


class Settings(Record, frozen=True):
    """Limits of a run. A setting exists only where a second value is in use."""

    max_bytes: int = 64 * 2**20  # of one input file
    taxonomy: str = ""  # folder of a taxonomy that replaces or extends ours
    max_characters: int = 5_000_000  # of one report's text; a longer one is no report
