"""The label that each section's headings give it."""

from __future__ import annotations

from pipeline.records import Layout, Record
from pipeline.resources.headings import Cue, headings

# Under these headings a title names its topic, not a new matter: 1.预算管理 under 改进措施 is a measure.
CLOSED = frozenset({"problems", "measures", "glossary", "duties"})
_OPENS = frozenset({"problems", "measures", "conclusion", "glossary", "closing"})

WHOLE, CUE, INHERITED, NONE = 0.95, 0.9, 0.85, 0.5  # how far a label is to be trusted


class Told(Record):
    """A label and how far it is to be trusted; empty where nothing tells."""

    label: str = ""
    confidence: float = NONE


def label_sections(layout: Layout) -> list[Told]:
    """The label of each section, by its own title or the nearest one above that tells."""
    told: list[Told] = []
    for section in layout.sections:
        above = told[section.parent] if section.parent >= 0 else Told()
        cue = headings().cue(section.title)
        if cue is None or (above.label in CLOSED and not _reopens(cue)):
            told.append(Told(label=above.label, confidence=min(above.confidence, INHERITED)))
        else:
            told.append(Told(label=cue.label, confidence=WHOLE if cue.whole else CUE))
    return told


def _reopens(cue: Cue) -> bool:
    return cue.whole or cue.label in _OPENS
