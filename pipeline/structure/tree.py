"""The tree of sections: levels out of numbers that are missing, doubled, or begin again."""

from __future__ import annotations

from pipeline.records import Record
from pipeline.structure.marks import RANK, Mark

PLAIN = "plain"  # a heading without a number
_UNDER = ("part", "annex", "han")  # what a heading without a number may stand under
_TOP = ("part", "annex")
DEEPEST = 10  # levels; a list that begins again that deep stands beside the last one


class Open(Record, frozen=True):
    """A section that is still open: what comes may stand under it."""

    section: int
    scheme: str
    value: int


def place(open_sections: list[Open], mark: Mark | None) -> int:
    """How many of the open sections stay open above a new heading.

    The heading follows the innermost open number that it counts on from (二 after 一, though （三） came between);
    a number that begins again at one opens a list inside the innermost section.
    """
    if mark is None:
        return _depth_of_plain(open_sections)
    if mark.scheme in _TOP:
        return 0
    same = [depth for depth, entry in enumerate(open_sections) if entry.scheme == mark.scheme]
    for depth in reversed(same):
        if open_sections[depth].value + 1 == mark.value:
            return depth
    if same and mark.value == 1 and len(open_sections) < DEEPEST:
        return len(open_sections)
    if same:
        return same[-1]
    return _depth_by_rank(open_sections, mark.scheme)


def _depth_of_plain(open_sections: list[Open]) -> int:
    for depth in range(len(open_sections) - 1, -1, -1):
        if open_sections[depth].scheme in _UNDER:
            return depth + 1
    return 0


def _depth_by_rank(open_sections: list[Open], scheme: str) -> int:
    """A scheme seen here for the first time stands under every one that is usually further out."""
    for depth, entry in enumerate(open_sections):
        if entry.scheme != PLAIN and RANK[entry.scheme] > RANK[scheme]:
            return depth
    return len(open_sections)
