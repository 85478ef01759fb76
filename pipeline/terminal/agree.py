"""``xianbao annotate agree``: reports that were annotated twice, compared."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.evaluate.agreement import agreement, agreement_table, compare_annotations
from pipeline.evaluate.rows import Pair, Row
from pipeline.evaluate.show import error_lines
from pipeline.review.compile import compile_report, known_indicators
from pipeline.review.vocabulary import COLUMNS


def agree_lines(annotations: Path, names: Sequence[str], *, errors: int = 0) -> Iterator[str]:
    """The agreement of ``second/NAME.txt`` with ``marked/NAME.txt``, all that are there or those named, as lines.

    Raises UsageError where a second annotation is missing, does not compile, or is of another text.
    """
    places = sorted((annotations / "second").glob("*.txt"))
    missing = sorted(set(names) - {place.stem for place in places})
    if missing or not places:
        message = f"no second annotation {missing[0] + ' ' if missing else ''}in {annotations / 'second'}"
        raise UsageError(message, stage="review", advice="write it as second/NAME.txt, the markup of the same text")
    known = known_indicators()
    chosen = [place for place in places if not names or place.stem in names]
    scores, labels = agreement(_pair(annotations, place, known) for place in chosen)
    yield f"{len(chosen)} reports: {', '.join(place.stem for place in chosen)}"
    yield from agreement_table(scores, labels)
    yield from error_lines(scores, errors)


def _pair(annotations: Path, second: Path, known: frozenset[str]) -> Pair:
    first = annotations / "marked" / second.name
    if not first.exists():
        message = f"{second}: there is no {first}"
        raise UsageError(message, stage="review", advice="a second annotation bears the name of the first")
    tables = [compile_report(path, known) for path in (first, second)]
    texts = [table["report.txt"] for table in tables]
    if texts[0] != texts[1]:
        raise UsageError(_apart(second, *texts), stage="review", advice="take the text from reports/, only add marks")
    one, two = ({layer: _rows(table[f"{layer}.csv"]) for layer in COLUMNS} for table in tables)
    return compare_annotations(second.stem, texts[0], one, two)


def _rows(content: str) -> list[Row]:
    return list(csv.DictReader(io.StringIO(content)))


def _apart(second: Path, first_text: str, second_text: str) -> str:
    """Where two texts part, as a line and what stands there."""
    lines = zip(first_text.split("\n"), second_text.split("\n"), strict=False)
    for number, (one, two) in enumerate(lines, 1):
        if one != two:
            return f"{second}: line {number} of its text is {two[:30]!r}, of the first annotation's {one[:30]!r}"
    return f"{second}: its text has another length than the first annotation's"
