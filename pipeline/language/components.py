"""The stages as spaCy components: thin shells, each a function from Doc to Doc, registered as a factory.

A component leaves its stage's records on the Doc (kept.py) and shows them as spans (spans.py).
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.kept import part
from pipeline.language.spans import set_spans


def structure(doc: Doc) -> Doc:
    """Blocks, headings, tables: ``doc._.layout``; the report's facts: ``doc._.facts``."""
    part(doc, "facts")
    return doc


def segments(doc: Doc) -> Doc:
    """Labelled pieces that cover the report: ``doc.spans["segments"]``."""
    set_spans(doc, "segments", "segments")
    return doc


def quantities(doc: Doc) -> Doc:
    """Quantities and dates: ``doc.spans["quantities"]``."""
    set_spans(doc, "quantities", "quantities")
    return doc


def indicators(doc: Doc) -> Doc:
    """Indicator names: ``doc.spans["indicators"]``; which value each has: ``doc._.statements``."""
    set_spans(doc, "indicators", "entities", lambda label: label == "INDICATOR")
    return doc


def observations(doc: Doc) -> Doc:
    """The canonical indicator of each statement: ``doc._.observations``, ``doc._.report``."""
    part(doc, "matches")
    return doc


COMPONENTS: dict[str, Callable[[Doc], Doc]] = {
    "xianbao_structure": structure,
    "xianbao_segments": segments,
    "xianbao_quantities": quantities,
    "xianbao_indicators": indicators,
    "xianbao_observations": observations,
}
"""Factory name to component, in the order of the flow."""

for _name, _component in COMPONENTS.items():
    Language.component(_name, func=_component)
