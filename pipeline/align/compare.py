"""The marks of a name and of its surroundings against those of a spelling, all groups at once."""

from __future__ import annotations

from pipeline.align.marks import MarkTable
from pipeline.align.memory import remember
from pipeline.align.spelling import Spelling

Counts = tuple[int, ...]

REMEMBERED = 50_000  # comparisons: the same few scopes come again and again
COUNTED = 13
NOTHING: Counts = (0,) * COUNTED
ODDS, EXCLUDED = slice(2, 4), slice(2, 5)  # places in what ``compare`` tells: odds and odds_scope; with strays
MORE, UNSAID = 7, 8


class Comparer:
    """Counts groups of marks by what they say of a name and a spelling; sets of groups are bits of a number."""

    def __init__(self, marks: MarkTable) -> None:
        self._groups = marks.groups
        self._found: dict[tuple[int, int, int, int, bool], Counts] = {}
        self._apart = marks.apart
        self._scopes = marks.scopes
        self._act = marks.flags("act")
        self._tally = marks.flags("tally")  # what is counted has a signal of its own

    def compare(self, asked: int, around: int, spelling: Spelling) -> Counts:
        """How many groups say scope, fits, odds, odds_scope, strays, hinted, implied, more, unsaid, less, less_scope,
        undone and outside, as ``signals.SIGNALS`` tells them.

        ``asked`` are the marks of the report's name, ``around`` of what stands around it.
        """
        if not asked and not spelling.meant and not around & self._apart:
            return NOTHING
        key = (asked, around, spelling.told, spelling.meant, spelling.kind)
        found = self._found.get(key)
        if found is None:
            found = remember(self._found, key, self._count(asked, around, spelling), most=REMEMBERED)
        return found

    def _count(self, asked: int, around: int, spelling: Spelling) -> Counts:
        groups, scopes = self._groups, self._scopes
        told, is_open, meant = spelling.groups, spelling.open_groups, spelling.meant
        mine, near = groups[asked], groups[around]
        known = told | is_open
        odds = (mine & known & ~groups[asked & meant]) | groups[asked & self._apart & ~meant]
        odds &= ~self._tally
        less = mine & ~known & ~odds & ~self._tally
        rest, idle = told & ~mine & ~self._tally, is_open & ~mine
        agree = groups[around & meant]
        more = rest & ~near
        undone = less & self._act if spelling.kind else 0
        less &= ~undone
        return (
            (rest & agree).bit_count(),
            (idle & agree).bit_count(),
            (odds & ~scopes).bit_count(),
            (odds & scopes).bit_count(),
            (rest & near & ~agree).bit_count(),
            (idle & near & ~agree).bit_count(),
            ((mine & is_open & ~odds) | (idle & ~near)).bit_count(),
            (more & ~scopes).bit_count(),
            (more & scopes).bit_count(),
            (less & ~scopes).bit_count(),
            (less & scopes).bit_count(),
            undone.bit_count(),
            (groups[around & self._apart & ~meant] & ~mine).bit_count(),
        )
