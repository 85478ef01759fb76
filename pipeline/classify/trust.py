"""How far headings and sentence cues are to be trusted: what speaks for each label beside the wording."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.classify.sections import BY_LEAD, BY_SENTENCE, CUE, FIELD, GENERAL, INHERITED, NONE, WHOLE, Told
from pipeline.classify.units import Unit
from pipeline.resources.headings import LABELS

# Headings tell of a sentence; they stand above it without telling, in a report that has no heading of problems, before the
# first such heading, behind it; there are none.
STATES = ("headed", "untold", "untold before", "untold after", "headless")

# Sentences that turn from deeds to what is wrong, and from there to what is done about it, under whatever heading:
# 不过零星报销仍占一定比重。对此,明年将把窗口前移到乡镇。
_OPENINGS = (
    (
        "problems",
        "contrast",
        re.compile(
            r"但|不过|然而|可是|只是|当然|尽管|也(?:要|应|必须)|同时,?也|(?:还|更)要看到|(?:需要|应当|必须)(?:指出|说明|看到|承认)|"
            r"(?:主要)?(?:不足之处|短板|差距|问题)|美中不足|究其|.{0,8}(?:也|还)(?:暴露|发现|存在|有)"
        ),
    ),
    (
        "measures",
        "remedy",
        re.compile(
            r"对此|为此|对(?:上述|以上|这)|针对|下一?步|今后|明年|来年|接下来|下一年|(?:我.{0,4})?(?:拟|将|已建议)"
        ),
    ),
    ("measures", "coming year", re.compile(r"20\d\d年.{0,6}(?:起|将|拟|力争|计划)")),
)

_WAYS = 1024  # of telling a label, which there are few of

# A choice between labels: each is spoken for by named reasons, with one weight a reason, whatever the label.
Reasons = Sequence[tuple[int, str]]
INDEX = {label: index for index, label in enumerate(LABELS)}


def reasons(unit: Unit) -> Reasons:
    """What speaks for a label, as pairs of the label's index and the reason's name; for all labels, see ``state``."""
    found = [*_spoken("told", unit.told)]
    if unit.above.label != unit.told.label:  # a cue in the sentence, or in one before it, tells otherwise
        found += _spoken("overruled", unit.above)
    found += [(INDEX[label], name) for label, name, pattern in _OPENINGS if pattern.match(unit.text)]
    return found


@lru_cache(_WAYS)
def _spoken(source: str, told: Told) -> tuple[tuple[int, str], ...]:
    if not told.label:
        return ()
    label = INDEX[told.label]
    way = f"{source} {told.confidence:.2f}"  # every way of telling has a confidence of its own
    plain = f"{source} {told.label}"
    return (label, way), (label, plain), (label, f"{plain} {'in general' if told.general else 'plainly'}")


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
    return ["wording", *(name for _, name, _ in _OPENINGS), *sources, *labelled, *states]
