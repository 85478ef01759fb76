"""A report that was read already, as a Doc."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.components import COMPONENTS
from pipeline.language.kept import keep_report
from pipeline.records import Report


def report_doc(report: Report, nlp: Language) -> Doc:
    """The Doc that ``nlp`` would give for the report's text, without reading it again: only its words are cut."""
    doc = nlp.make_doc(report.document.text)
    keep_report(doc, report)
    for component in COMPONENTS.values():
        component(doc)
    return doc
