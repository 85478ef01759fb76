"""Tables and forms in flattened text: a stand-in until the table reader is merged."""

from __future__ import annotations

from pipeline.records import Table


def find_tables(normal: str) -> tuple[Table, ...]:
    """The tables of a text in reading order."""
    return ()
