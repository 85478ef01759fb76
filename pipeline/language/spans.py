"""Records as span groups of a Doc.

A span consists of whole tokens, and takes in those that a record's offsets cut (80-90 in one token, of which the
report means 80); the record keeps its offsets exactly. A span's id names its record: ``quantities:3``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Doc, Span

from pipeline.language.kept import part
from pipeline.records import Entity, Segment


def set_spans(doc: Doc, group: str, source: str, keeps: Callable[[str], bool] = lambda label: True) -> None:
    """Fill ``doc.spans[group]`` from the records of a part, those whose label is kept."""
    spans = (_span(doc, source, k, record) for k, record in enumerate(part(doc, source)) if keeps(_label(record)))
    doc.spans[group] = [span for span in spans if span is not None]


def record_of(span: Span) -> Entity | Segment | None:
    """The record that a span stands for; None for a span that is not of our groups."""
    source, _, index = span.id_.partition(":")
    if not index.isdecimal():
        return None
    records: Sequence[Entity | Segment] = part(span.doc, source)
    return records[int(index)]


def _span(doc: Doc, source: str, index: int, record: Entity | Segment) -> Span | None:
    place = (record.start, record.end)
    return doc.char_span(*place, label=_label(record), span_id=f"{source}:{index}", alignment_mode="expand")


def _label(record: Entity | Segment) -> str:
    return record.type if isinstance(record, Entity) else record.label
