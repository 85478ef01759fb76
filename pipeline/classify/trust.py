"""How far headings and sentence cues are to be trusted: what speaks for each label beside the wording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.classify.sections import BY_LEAD, BY_SENTENCE, CUE, FIELD, GENERAL, INHERITED, NONE, WHOLE, Told
from pipeline.classify.units import Unit
from pipeline.resources.headings import LABELS

# Headings tell of a sentence; they stand above it without telling, in a report that has no heading of problems, before the
# first such heading, behind it; there are none.
STATES = ("headed", "untold", "untold before", "untold after", "headless")

# A choice between labels: each is spoken for by named reasons, with one weight a reason, whatever the label.
Reasons = Iterator[tuple[int, str]]
INDEX = {label: index for index, label in enumerate(LABELS)}


def reasons(unit: Unit) -> Reasons:
    """What speaks for a label, as pairs of the label's index and the reason's name; for all labels, see ``state``."""
    yield from _spoken("told", unit.told)
    if unit.above.label != unit.told.label:  # a cue in the sentence, or in one before it, tells otherwise
        yield from _spoken("overruled", unit.above)


def _spoken(source: str, told: Told) -> Reasons:
    if told.label:
        label = INDEX[told.label]
        yield label, f"{source} {told.confidence:.2f}"  # every way of telling has a confidence of its own
        yield label, f"{source} {told.label}"
        yield label, f"{source} {told.label} {'in general' if told.general else 'plainly'}"


def state(unit: Unit) -> str:
    """Whether headings tell of the unit, stand above it without telling, or are not there."""
    if unit.above.label:
        return "headed"
    return f"untold {unit.side}".rstrip() if unit.titled else "headless"


def reason_names() -> Sequence[str]:
    """Every reason there can be, in the order of the weights."""
    ways = (NONE, GENERAL, BY_SENTENCE, BY_LEAD, INHERITED, CUE, WHOLE, FIELD)
    sources = [f"{source} {way:.2f}" for source in ("told", "overruled") for way in ways]
    labelled = [
        f"{source} {label}{general}"
        for source in ("told", "overruled")
        for label in LABELS
        for general in ("", " in general", " plainly")
    ]
    states = [f"{each} {label}" for each in STATES for label in LABELS]
    return ["wording", *sources, *labelled, *states]
