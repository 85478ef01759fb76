"""Simpler ways to name a number, for the ablation of the model card."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.relate.sentences import Name
from pipeline.resources.taxonomy import Taxonomy
from pipeline.training.relating.reading import Reading

_REACH = 60  # characters before a number
_AFTER = 16  # and after it
_SIGNS = re.compile(r"[。;]")
_NOUNS = ("own_phrase", "counted_noun", "phrase_after")


class Known(NamedTuple):
    """The names of the taxonomy."""

    pattern: re.Pattern[str]

    @classmethod
    def load(cls) -> Known:
        """Those of the taxonomy that ships, the longest first."""
        names = {name for one in Taxonomy.load().indicators.values() for name in (one.name, *one.aliases)}
        ranked = sorted((name for name in names if len(name) > 1), key=lambda name: (-len(name), name))
        return cls(re.compile("|".join(map(re.escape, ranked))))


def by_dictionary(reading: Reading, known: Known) -> dict[int, Name]:
    """The nearest name of the taxonomy in the number's sentence, before it or else after it."""
    text = reading.layout.normal
    named = {}
    for seen in reading.trace:
        value = reading.quantities[seen.entity]
        low = max(0, value.start - _REACH)
        start = max((found.end() for found in _SIGNS.finditer(text, low, value.start)), default=low)
        inside = list(known.pattern.finditer(text, start, value.start))
        found = inside[-1] if inside else known.pattern.search(text, value.end, value.end + _AFTER)
        if found:
            named[seen.entity] = Name(found.start(), found.end(), found[0])
    return named


def nearest(reading: Reading) -> dict[int, Name]:
    """The noun phrase before the number, or else after it; nothing is carried on from elsewhere."""
    named = {}
    for seen in reading.trace:
        nouns = [one for kind in _NOUNS for one in seen.candidates if one.kind == kind]
        if nouns:
            named[seen.entity] = nouns[0].name
    return named
