"""What web pages print around a report: the phrases of chrome.csv as one pattern."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from pipeline.records import Record
from pipeline.resources.tables import fault, read_rows
from pipeline.views import normal

CHROME = Path(__file__).parent / "chrome.csv"
_PLACES = {
    "start": r"[-•*\s\[【]*(?:{})",
    "whole": r"[\[【]?\s*(?:{})\s*[\]】]?$",
    "any": "{}",
    "end": "{}$",
}
_FIRST = ("start", "whole")  # places at the beginning of a line


class Chrome(Record, frozen=True):
    """The phrases of a table as patterns: those with which a line begins, those that stand anywhere in it."""

    first: re.Pattern[str]
    inside: re.Pattern[str]

    def tells(self, line: str) -> bool:
        """Whether a line of normal text is web chrome."""
        return self.first.match(line) is not None or self.inside.search(line) is not None


@cache
def chrome() -> Chrome:
    """The table that ships, read once."""
    return read_chrome(CHROME)


def read_chrome(path: Path) -> Chrome:
    """A table of phrases as patterns; raises ResourceError that names the faulty line."""
    phrases: dict[str, list[str]] = {where: [] for where in _PLACES}
    for row in read_rows(path, ("phrase", "where", "example")):
        phrase, where = normal(row["phrase"]), row["where"]
        if where not in _PLACES or not phrase:
            raise fault(row.place, f"{where!r} must be one of {', '.join(_PLACES)}")
        spaced = r"\s*".join(re.escape(sign) for sign in phrase if not sign.isspace())
        pattern = _PLACES[where].format(spaced)
        if not (re.match if where in _FIRST else re.search)(pattern, normal(row["example"])):
            raise fault(row.place, f"{phrase} is not found in its example {row['example']}")
        phrases[where].append(spaced)
    # what may stand before a phrase is tried once a line, not once a phrase
    first = [_PLACES[where].format("|".join(phrases[where])) for where in _FIRST if phrases[where]]
    inside = [_PLACES[where].format(spaced) for where in ("any", "end") for spaced in phrases[where]]
    return Chrome(first=_any_of(first), inside=_any_of(inside))


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns) or r"(?!)")
