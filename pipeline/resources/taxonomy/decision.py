"""What somebody decided of a name that several indicators go by, or of one that is none of ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pipeline.records import Record
from pipeline.resources.spelling import squeeze

NONE = "none"  # in the place of an id: no indicator of the taxonomy
_TELLING = 4  # letters of a word that may be a part of a title: 支出 alone is in most of them
_CHANGES = re.compile(r"[\d.%()]+")  # figures, years and brackets change from report to report


class Decision(Record, frozen=True):
    """A name means this indicator where its unit and what stands around it are of these."""

    indicator: str  # an id; empty for "none of these"
    unit_family: str = ""  # that the printed unit tells; empty for any
    own_family: str = ""  # of the indicator: a value that cannot be of it is none
    context: tuple[
        str, ...
    ] = ()  # one of these stands around the name, as ``place_word`` gives them; empty for anywhere


def place_word(text: str) -> str:
    """A heading, a title or words around a name, without what changes from report to report.

    >>> place_word("表3  2021年度 部门收支总表（万元）")
    '部门收支总表万元'
    """
    return re.sub(r"^表|^年度?", "", _CHANGES.sub("", squeeze(re.sub(r"^\s*表\s*\d+", "", text)))).strip("年度:、.,")


def decided(decisions: Iterable[Decision], fits: Mapping[str, float], places: Iterable[str]) -> Decision | None:
    """The decision that holds: of those whose unit fits and whose context is told, the one that says most of where.

    ``fits`` is how well unit families go with the value (1.0 are those that its unit tells), ``places`` the names, titles and
    headings above the name. None where there is none, or two that disagree.
    """
    above = {place_word(place) for place in places}
    kept: list[tuple[tuple[int, bool, float], Decision]] = []
    for one in decisions:
        fit = fits.get(one.own_family, 0.0) if one.own_family else 1.0
        words = [len(word) for word in one.context if _stands(word, above)]
        if fit and fits.get(one.unit_family, 1.0) >= 1.0 and (words or not one.context):
            kept.append(((max(words, default=0), bool(one.unit_family), fit), one))
    if not kept:
        return None
    most = max(rank for rank, _ in kept)
    best = {one.indicator: one for rank, one in kept if rank == most}
    return next(iter(best.values())) if len(best) == 1 else None


def _stands(word: str, above: Iterable[str]) -> bool:
    """Whether a word is one of the places, or one that says enough is a part of one."""
    return any(word == place or (len(word) >= _TELLING and word in place) for place in above)
