"""The best plain matcher, for comparison: rapidfuzz's ratio under a unit filter, with a fitted threshold."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from pipeline.resources.spelling import squeeze
from pipeline.resources.taxonomy import Taxonomy
from pipeline.training.corpus import Row

Answer = tuple[str, float, str]  # best id, its ratio, the right id or nothing


def score_plain(train: Sequence[Row], test: Sequence[Row], taxonomy: Taxonomy) -> dict[str, float]:
    """Its scores on the test rows, at the threshold that is best on the training rows."""
    fitted, asked = _answers(train, taxonomy), _answers(test, taxonomy)
    threshold = max(range(101), key=lambda at: (_right(fitted, at), -at))
    given = [best == right for best, ratio, right in asked if ratio >= threshold]
    return {
        "threshold": threshold,
        "rows": len(asked),
        "right": _right(asked, threshold) / max(len(asked), 1),
        "answered": len(given),
        "precision": sum(given) / max(len(given), 1),
    }


def _right(answers: Sequence[Answer], threshold: float) -> int:
    return sum((best if ratio >= threshold else "") == right for best, ratio, right in answers)


def _answers(rows: Sequence[Row], taxonomy: Taxonomy) -> list[Answer]:
    owner: dict[str, dict[str, str]] = {}
    for one in taxonomy.indicators.values():
        for name in (one.name, *one.aliases):
            for family in (one.unit_family, ""):
                owner.setdefault(family, {}).setdefault(squeeze(name), one.id)
    found = []
    for row in rows:
        names = owner.get(row["unit_family"], owner[""])
        best = process.extractOne(squeeze(row["name"]), list(names), scorer=fuzz.ratio)
        found.append((names[best[0]], best[1], row["indicator_id"]) if best else ("", 0.0, row["indicator_id"]))
    return found
