"""The label that each section's headings give it."""

from __future__ import annotations

import re

from pipeline.records import Layout, Record
from pipeline.resources.headings import Cue, headings

# Under these headings a title names its topic, not a new matter: 1.预算管理 under 改进措施 is a measure.
CLOSED = frozenset({"problems", "measures", "glossary", "duties"})
_OPENS = frozenset({"problems", "measures", "conclusion", "glossary", "closing"})

# How far a label is to be trusted, by what gave it.
WHOLE, CUE, INHERITED, BY_PLACE, BY_SENTENCE, GENERAL, NONE = 0.95, 0.9, 0.85, 0.85, 0.8, 0.75, 0.5


NEAR_TOP = 1000  # characters in which a report names its year
_YEAR = re.compile(r"((?:19|20)\d\d)\s?年")


class Told(Record, frozen=True):
    """A label, how far it is to be trusted, and whether the text under it may tell otherwise."""

    label: str = ""  # empty where nothing tells
    confidence: float = NONE
    general: bool = True


def label_sections(layout: Layout) -> list[Told]:
    """The label of each section, by its own title or the nearest one above that tells."""
    told: list[Told] = []
    year = first_year(layout.normal)
    for section in layout.sections:
        above = told[section.parent] if section.parent >= 0 else Told()
        ahead = 0 < year < first_year(section.title)
        told.append(
            Told(label="measures", confidence=CUE, general=False) if ahead else label_title(section.title, above)
        )
    return told


def first_year(text: str) -> int:
    """The year named first, which in a report is the one it reports on; 0 if none is."""
    match = _YEAR.search(text, 0, NEAR_TOP)
    return int(match[1]) if match else 0


def label_title(title: str, above: Told) -> Told:
    """The label of what stands under a title, itself under the label ``above``."""
    cue = headings().cue(title)
    if cue is not None and (above.label not in CLOSED or _reopens(cue, above)):
        confidence = GENERAL if cue.general else WHOLE if cue.whole else CUE
        return Told(label=cue.label, confidence=confidence, general=cue.general)
    if above.label == "conclusion":
        return Told()  # a verdict takes a sentence or two; a heading under it begins something else
    return Told(label=above.label, confidence=min(above.confidence, INHERITED), general=above.general)


def _reopens(cue: Cue, above: Told) -> bool:
    """Whether a title begins a new matter under a closed heading; a term that a glossary explains never does."""
    if above.label == "glossary":
        return cue.label == "closing"
    return cue.whole or cue.label in _OPENS
