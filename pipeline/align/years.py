"""What a report's fiscal year leaves of the candidates: no 长护险 before its pilots, no 科目 before its code."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.align.candidates import Rated
from pipeline.align.signals import SIGNALS

_SAME = tuple(SIGNALS).index("same")


def of_year(ranked: Sequence[Rated], year: int) -> Sequence[Rated]:
    """The candidates that a report on this year can tell, in their order; 0 is a year that nobody told.

    One of other years stays if the report calls it by its very name and no candidate of the year goes by that: a pilot may
    have been earlier than the country's, an account may close late.
    """
    known = [rated.spelling.indicator.known_in(year) for rated in ranked]
    if all(known):
        return ranked
    called = any(here and rated.signals[_SAME] >= 1 for here, rated in zip(known, ranked, strict=True))
    return [
        rated for here, rated in zip(known, ranked, strict=True) if here or (not called and rated.signals[_SAME] >= 1)
    ]
