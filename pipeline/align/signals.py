"""What speaks for and against a candidate: a table to argue about."""

from __future__ import annotations

from rapidfuzz.distance import Indel

from pipeline.align.index import Spelling
from pipeline.align.names import SCOPES
from pipeline.align.query import Query

# signal -> what one unit of it adds to the score, and how a reason calls it
SIGNALS = {
    "spelling": (1.00, "spelling"),  # likeness of the cores, 0 to 1
    "same": (0.02, "same name"),  # the very words, nothing taken out
    "unit": (-0.50, "unit"),  # 1 - how well the unit fits
    "odds": (-0.40, "the name excludes it"),  # 收入 against 支出, groups of marks
    "strays": (-0.20, "the surroundings exclude it"),  # 居民 told around a 职工 indicator
    "more": (-0.12, "says more than the report"),  # marks of the indicator that nothing around tells
    "less": (-0.08, "says less than the report"),  # marks of the name that the indicator lacks
    "missed": (-0.07, "leaves out the scope"),  # the scope told around that the indicator lacks
    "place": (0.12, "place in the classification"),  # its parent is named above: 1; a 科目 whose parent is not: -2
    "domain": (-0.12, "another domain"),  # a 科目 where nothing speaks of accounts
    "tally": (0.12, "what is counted"),  # 3次 counts rounds: 1; 3家 does not: -1
}
# groups of marks that a name can take from what stands around it
INHERITED = frozenset((*SCOPES, "kind", "pool", "care"))


def find_signals(query: Query, spelling: Spelling) -> dict[str, float]:
    """The signals of a candidate that are not zero, by name."""
    name = query.names[0]
    likeness = max(Indel.normalized_similarity(read.core, spelling.core) for read in query.names)
    found = {
        "spelling": likeness,
        "same": any(read.text == spelling.text for read in query.names),
        "unit": 1 - query.families[spelling.indicator.unit_family],
        "place": _place(query, spelling),
        "domain": spelling.account and not query.account,
        "tally": _tally(query.tally, spelling.marks.get("tally")),
        **_compare_marks(query, spelling),
    }
    return {signal: float(value) for signal, value in found.items() if value}


def score(signals: dict[str, float]) -> float:
    """The sum of the signals by their weights, kept within 0 and 1."""
    return min(max(sum(SIGNALS[signal][0] * value for signal, value in signals.items()), 0.0), 1.0)


def explain(signals: dict[str, float]) -> str:
    """The signals in words, the weightiest first: spelling 0.91, says more than the report."""
    told = sorted(signals, key=lambda signal: -abs(SIGNALS[signal][0] * signals[signal]))
    return ", ".join(f"{SIGNALS[one][1]} {signals[one]:.2f}" if one == "spelling" else SIGNALS[one][1] for one in told[:4])


def _place(query: Query, spelling: Spelling) -> float:
    if spelling.under:
        return 1.0 if any(name in spelling.under or any(one in name for one in spelling.under) for name in query.path) else -2.0
    return 0.0


def _tally(asked: str, told: frozenset[str] | None) -> float:
    return 0.0 if not asked or not told else 1.0 if asked in told else -1.0


def _compare_marks(query: Query, spelling: Spelling) -> dict[str, int]:
    counts = {"odds": 0, "strays": 0, "more": 0, "less": 0, "missed": 0}
    name = query.names[0].marks
    for group in name.keys() | spelling.marks.keys() | spelling.implied.keys() | (query.surroundings.keys() & INHERITED):
        asked = name.get(group)
        around = query.surroundings.get(group) if group in INHERITED else None
        told = spelling.marks.get(group)
        if signal := _compare(asked, around, told, spelling.implied.get(group)):
            counts[signal] += 1
    return counts


def _compare(
    asked: frozenset[str] | None, around: frozenset[str] | None, told: frozenset[str] | None, implied: frozenset[str] | None
) -> str:
    """What one group of marks says: of the name, of what stands around it, of the spelling, of the indicator beyond it."""
    meant = told or implied
    if asked:
        return ("" if asked & meant else "odds") if meant else "less"
    if around:
        return ("" if around & meant else "strays") if meant else "missed"
    return "more" if told else ""
