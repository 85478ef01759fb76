"""What the aligner left undecided, name by name, for review: every ambiguous name, and unmatched ones that recur."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.export.schema import Row

_FREQUENT = 2  # an unmatched name that occurs once is most often one report's own


class Doubts:
    """Gathers doubts over all reports; keeps the first of each name and a count."""

    def __init__(self) -> None:
        self._first: dict[Row, Row] = {}
        self._count: dict[Row, int] = {}

    def add(self, rows: Iterable[Row]) -> None:
        for row in rows:
            key = row[:3]  # status, name, unit
            self._first.setdefault(key, row)
            self._count[key] = self._count.get(key, 0) + 1

    def rows(self) -> list[Row]:
        """Ambiguous ones first, then by how often the name occurs, then by name."""
        kept = [key for key, count in self._count.items() if key[0] == "ambiguous" or count >= _FREQUENT]
        kept.sort(key=lambda key: (key[0] != "ambiguous", -self._count[key], key[1], key[2]))
        return [(*key, self._count[key], *self._first[key][4:]) for key in kept]
