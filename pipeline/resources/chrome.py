"""What web pages print around a report: the phrases of chrome.csv as one pattern."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from pipeline.resources.tables import fault, read_rows
from pipeline.views import normal

CHROME = Path(__file__).parent / "chrome.csv"
_PLACES = {"start": r"^[-•*\s\[【]*{}", "any": "{}", "end": "{}$", "whole": r"^[\[【]?\s*{}\s*[\]】]?$"}


@cache
def chrome() -> re.Pattern[str]:
    """The pattern of the table that ships, to be searched in single lines of normal text."""
    return read_chrome(CHROME)


def read_chrome(path: Path) -> re.Pattern[str]:
    """A table of phrases as one pattern; raises ResourceError that names the faulty line."""
    patterns: list[str] = []
    for row in read_rows(path, ("phrase", "where", "example")):
        phrase, where = normal(row["phrase"]), row["where"]
        if where not in _PLACES or not phrase:
            raise fault(row.place, f"{where!r} must be one of {', '.join(_PLACES)}")
        spaced = r"\s*".join(re.escape(sign) for sign in phrase if not sign.isspace())
        pattern = _PLACES[where].format(spaced)
        if not re.search(pattern, normal(row["example"])):
            raise fault(row.place, f"{phrase} is not found in its example {row['example']}")
        patterns.append(pattern)
    return re.compile("|".join(patterns))
