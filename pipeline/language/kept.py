"""What the stages found, kept on a Doc.

Records are kept as msgpack bytes in ``doc.user_data``: bytes are what spaCy can save, so that a Doc from a DocBin or
from a worker of ``nlp.pipe(n_process=2)`` still has its report. What is asked for and not yet there is computed by
its stage on the spot; that is why each component works alone.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec
from spacy.tokens import Doc

from pipeline.align import align
from pipeline.api import shared_tools
from pipeline.classify import classify
from pipeline.extract import extract
from pipeline.extract.facts import find_facts
from pipeline.ingest import from_text
from pipeline.records import Document, Entity, Facts, Layout, Match, Report, Segment, Statement
from pipeline.relate import relate
from pipeline.structure import structure

Entities = tuple[Entity, ...]
Statements = tuple[Statement, ...]


def _find_facts(doc: Doc) -> Facts:
    return find_facts(part(doc, "document"), part(doc, "layout"), shared_tools().divisions)


def _extract(doc: Doc) -> Entities:
    return extract(part(doc, "layout"), part(doc, "facts"), part(doc, "segments"))


def _relate(doc: Doc) -> Entities:
    layout, segments, quantities, facts = (part(doc, name) for name in ("layout", "segments", "quantities", "facts"))
    entities, statements = relate(layout, segments, quantities, facts)
    keep(doc, "statements", statements)
    return entities


def _statements(doc: Doc) -> Statements:
    part(doc, "entities")  # its stage leaves the statements too
    statements: Statements = part(doc, "statements")
    return statements


def _align(doc: Doc, taxonomy: str = "") -> tuple[Match, ...]:
    return align(part(doc, "statements"), part(doc, "entities"), shared_tools(taxonomy).aligner, part(doc, "facts"))


PARTS: dict[str, tuple[Any, Any]] = {
    "document": (Document, lambda doc: from_text(doc.text)),
    "layout": (Layout, lambda doc: structure(part(doc, "document").text)),  # doc.text walks over every token
    "facts": (Facts, _find_facts),
    "segments": (tuple[Segment, ...], lambda doc: classify(part(doc, "layout"), part(doc, "facts").report_type)),
    "quantities": (Entities, _extract),
    "entities": (Entities, _relate),
    "statements": (Statements, _statements),
    "matches": (tuple[Match, ...], _align),
}
"""Each part of a report: its type, and the stage that gives it."""


def part(doc: Doc, name: str) -> Any:
    """One part of the Doc's report, computed by its stage unless it is there."""
    _, compute = PARTS[name]
    if _key(name) not in doc.user_data:
        keep(doc, name, compute(doc))
    return _decode(name, doc.user_data[_key(name)])


def keep(doc: Doc, name: str, value: object) -> None:
    """Leave a part on the Doc."""
    doc.user_data[_key(name)] = msgspec.msgpack.encode(value)


def match_by(doc: Doc, taxonomy: str) -> None:
    """Leave the matches on the Doc, by the taxonomy of a folder, ours where it is empty; not if they are there."""
    if _key("matches") not in doc.user_data:
        keep(doc, "matches", _align(doc, taxonomy))


def report_of(doc: Doc) -> Report:
    """The whole report; the same as ``pipeline.extract(doc.text)``."""
    return Report(**{name: part(doc, name) for name in Report.__struct_fields__})


def keep_report(doc: Doc, report: Report) -> None:
    """Leave every part of a report on a Doc of its text."""
    for name in Report.__struct_fields__:
        keep(doc, name, getattr(report, name))
    keep(doc, "quantities", report.quantities)


@lru_cache(maxsize=32)  # the parts of the few Docs in hand; each span of a Doc asks for the same ones
def _decode(name: str, data: bytes) -> Any:
    return msgspec.msgpack.decode(data, type=PARTS[name][0])


def _key(name: str) -> str:
    return f"xianbao.{name}"
