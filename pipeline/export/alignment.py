"""What the aligner left undecided, name by name, for review: every ambiguous name, and unmatched ones that recur."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.export.schema import Row, Value

_FREQUENT = 2  # an unmatched name that occurs once is most often one report's own
_COUNT, _CANDIDATE, _REPORT = 3, 4, 9  # places in a row
_MOST_PLACES = 12  # that a row lists


@dataclass(slots=True)
class _Doubt:
    """The rows of one name, unit and best candidate: one answer settles them."""

    first: Row
    count: int = 0
    reports: set[Value] = field(default_factory=set)
    places: Counter[str] = field(default_factory=Counter)

    def row(self) -> Row:
        """A row of the list; its cell for the reviewer's decision is empty."""
        places = sorted(self.places.items(), key=lambda each: (-each[1], each[0]))[:_MOST_PLACES]
        around = "|".join(place for place, _ in places)
        before, after = self.first[:_COUNT], self.first[_COUNT + 1 : -1]
        return (*before, self.count, *after, len(self.reports), "", around)


class Doubts:
    """Gathers doubts over all reports; keeps the first of each name, unit and candidate, and counts."""

    def __init__(self) -> None:
        self._found: dict[Row, _Doubt] = {}

    def add(self, rows: Iterable[Row]) -> None:
        """Take rows of single observations, what stands around each last."""
        for row in rows:
            key = (*row[:_COUNT], row[_CANDIDATE])  # status, name, unit, candidate
            one = self._found.setdefault(key, _Doubt(row))
            one.count += 1
            one.reports.add(row[_REPORT])
            if place := str(row[-1] or ""):
                one.places[place] += 1

    def rows(self) -> list[Row]:
        """By how many observations an answer settles; of equal ones the ambiguous first, then by name and candidate."""
        kept = [each for each in self._found.items() if each[0][0] == "ambiguous" or each[1].count >= _FREQUENT]
        kept.sort(key=lambda each: (-each[1].count, each[0][0] != "ambiguous", *each[0][1:]))
        return [one.row() for _, one in kept]
