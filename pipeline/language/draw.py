"""Span groups for displaCy, by characters: ``displacy.render(drawing(doc, "quantities"), **ENTITY_STYLE)``."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

from pipeline.language.spans import record_of

COLOURS = {
    "MONEY": "#ffd8a8",
    "PERCENT": "#b2f2bb",
    "PERSON_COUNT": "#a5d8ff",
    "COUNT": "#d0ebff",
    "RATE": "#ffec99",
    "SCORE": "#fcc2d7",
    "DATE": "#e9ecef",
    "INDICATOR": "#d0bfff",
    "achievements": "#b2f2bb",
    "problems": "#ffc9c9",
    "measures": "#a5d8ff",
    "goals": "#ffec99",
    "finance": "#ffd8a8",
    "table": "#e9ecef",
}
"""Labels not named here are drawn grey."""

ENTITY_STYLE: dict[str, Any] = {"style": "ent", "manual": True, "options": {"colors": COLOURS}}


def drawing(doc: Doc, *groups: str, start: int = 0, end: int | None = None) -> dict[str, Any]:
    """What displaCy draws: the text from ``start`` to ``end`` and the groups' spans in it, exact to the character.

    Of spans that overlap the first is drawn; one that reaches beyond the text is cut.
    """
    end = len(doc.text) if end is None else end
    records = ((span.label_, record_of(span)) for group in groups for span in doc.spans[group])
    marks = sorted((record.start, record.end, label) for label, record in records if record)
    drawn: list[dict[str, Any]] = []
    free = start
    for first, last, label in marks:
        first, last = max(first, start), min(last, end)
        if free <= first < last:
            drawn.append({"start": first - start, "end": last - start, "label": label})
            free = last
    return {"text": doc.text[start:end], "ents": drawn}
