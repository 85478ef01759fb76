"""What stands above the text of a marked report: its facts, and the relations between its figures."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from pipeline.records import plain
from pipeline.review.marks import fault
from pipeline.review.vocabulary import COLUMNS, OUTCOMES, REPORT_TYPES

_RULE = "====\n"  # ends the header


def read_header(source: str, name: str) -> tuple[int, dict[str, object], list[dict[str, object]]]:
    """Where the text begins, the row of ``document.csv`` and the rows of ``checks.csv``.

    >>> read_header("county 云溪县\\nyear 2020\\nreport_type budget\\n====\\n正文", "a.txt")[1]["county"]
    '云溪县'
    """
    head, rule, _ = source.partition(_RULE)
    if not rule:
        raise fault(name, "no ==== ends the header")
    facts: dict[str, object] = dict.fromkeys(COLUMNS["document"], "")
    checks = []
    for number, line in enumerate(head.splitlines(), 1):
        word, _, rest = line.partition(" ")
        where = f"{name}:{number}"
        if word == "check":
            checks.append(_read_check(rest, where))
        elif word in facts:
            facts[word] = rest.strip()
        elif line.strip():
            raise fault(where, f"“{word}” is no fact of document.csv")
    if facts["report_type"] not in REPORT_TYPES or not str(facts["year"]).isdigit():
        raise fault(name, "the header lacks a year or a report_type of annotations/guidelines.md")
    return len(head) + len(rule), facts, checks


def _read_check(rest: str, where: str) -> dict[str, object]:
    """``check kind ¦ where ¦ identity ¦ left ¦ right ¦ outcome ¦ figure|figure ¦ note``; the note may be left out."""
    parts = [part.strip() for part in rest.split("¦")]
    if len(parts) not in (7, 8) or parts[5] not in OUTCOMES:
        raise fault(where, "a check has kind, where, identity, left, right, outcome, figures and perhaps a note")
    kind, place, identity, left, right, outcome, figures, *note = parts
    try:
        difference = plain(Decimal(left) - Decimal(right))
    except InvalidOperation:
        raise fault(where, f"{left} and {right} are no two numbers") from None
    row = (kind, place, identity, left, right, difference, outcome, figures, *note)
    return dict(zip(COLUMNS["checks"], (*row, "")[:9], strict=True))
