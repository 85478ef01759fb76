"""What the aligner left undecided, name by name, for review: every ambiguous name, and unmatched ones that recur."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.export.schema import Row

_FREQUENT = 2  # an unmatched name that occurs once is most often one report's own
_COUNT, _REPORT = 3, 9  # places in a row


class Doubts:
    """Gathers doubts over all reports; keeps the first of each name, a count and the number of reports."""

    def __init__(self) -> None:
        self._first: dict[Row, Row] = {}
        self._count: dict[Row, int] = {}
        self._reports: dict[Row, set[object]] = {}

    def add(self, rows: Iterable[Row]) -> None:
        for row in rows:
            key = row[:_COUNT]  # status, name, unit
            self._first.setdefault(key, row)
            self._count[key] = self._count.get(key, 0) + 1
            self._reports.setdefault(key, set()).add(row[_REPORT])

    def rows(self) -> list[Row]:
        """By how many observations an answer settles; of equal ones the ambiguous first, then by name.

        The last cell of each is left for the reviewer's decision.
        """
        kept = [key for key, count in self._count.items() if key[0] == "ambiguous" or count >= _FREQUENT]
        kept.sort(key=lambda key: (-self._count[key], key[0] != "ambiguous", key[1], key[2]))
        return [(*key, self._count[key], *self._first[key][_COUNT + 1 :], len(self._reports[key]), "") for key in kept]
