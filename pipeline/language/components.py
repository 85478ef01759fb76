"""The stages as spaCy components: thin shells, each a function from Doc to Doc, registered as a factory.

A component leaves its stage's records on the Doc (kept.py) and shows them as spans (spans.py).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.kept import match_by, part
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


def observations(doc: Doc, taxonomy: str = "") -> Doc:
    """The canonical indicator of each statement: ``doc._.observations``, ``doc._.report``.

    ``taxonomy`` is the folder of one's own: ``nlp.add_pipe("xianbao_observations", config={"taxonomy": "mine"})``.
    """
    match_by(doc, taxonomy)
    return doc


COMPONENTS: dict[str, Callable[[Doc], Doc]] = {
    "xianbao_structure": structure,
    "xianbao_segments": segments,
    "xianbao_quantities": quantities,
    "xianbao_indicators": indicators,
    "xianbao_observations": observations,
}
"""Factory name to component, in the order of the flow."""


def _make_observations(nlp: Language, name: str, taxonomy: str) -> Callable[[Doc], Doc]:
    return partial(observations, taxonomy=taxonomy)


for _name, _component in COMPONENTS.items():
    if _component is observations:
        Language.factory(_name, default_config={"taxonomy": ""}, func=_make_observations)
    else:
        Language.component(_name, func=_component)
