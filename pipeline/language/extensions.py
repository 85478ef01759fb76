"""What ``doc._`` and ``span._`` give."""

from __future__ import annotations

from functools import partial

from spacy.tokens import Doc, Span

from pipeline.frames import table_rows
from pipeline.language.kept import PARTS, part, report_of
from pipeline.language.spans import record_of


def add_extensions() -> None:
    """Add the getters, replacing those of an earlier call: ``doc._.layout``, ``doc._.report``, ``span._.record`` ..."""
    for name in PARTS:
        Doc.set_extension(name, getter=partial(part, name=name), force=True)
    Doc.set_extension("report", getter=report_of, force=True)
    Doc.set_extension("observations", getter=_observations, force=True)
    Span.set_extension("record", getter=record_of, force=True)


def _observations(doc: Doc) -> list[dict[str, object]]:
    """The rows of observations.csv, by column."""
    return table_rows(report_of(doc), "observations")
