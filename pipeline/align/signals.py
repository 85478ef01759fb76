"""What speaks for and against a candidate: a table to argue about."""

from __future__ import annotations

from rapidfuzz.distance import Indel

from pipeline.align.index import Spelling
from pipeline.align.names import SCOPES, Name
from pipeline.align.query import Query

# signal -> what one unit of it adds to the score, and how a reason calls it
SIGNALS = {
    "spelling": (1.00, "spelling"),  # likeness of the cores, 0 to 1
    "same": (0.02, "same name"),  # the very words, nothing taken out
    "scope": (0.04, "the scope told around it"),
    "unit": (-0.50, "unit"),  # 1 - how well the unit fits
    "odds": (-0.40, "the name excludes it"),  # 收入 against 支出, groups of marks
    "strays": (-0.20, "the surroundings exclude it"),  # 居民 told around a 职工 indicator
    "implied": (-0.04, "the scope is the indicator's, not its name's"),
    "more": (-0.12, "says more than the report"),  # marks of the indicator that nothing around tells
    "less": (-0.05, "says less than the report"),  # marks of the name that the indicator lacks
    "hinted": (-0.06, "the surroundings hint at another"),  # as strays, where only the indicator's scheme says so
    "missed": (-0.04, "leaves out the scope"),  # the scope told around that the indicator lacks
    "place": (0.12, "place in the classification"),  # its parent is named above: 1; a 科目 whose parent is not: -2
    "domain": (-0.12, "another domain"),  # a fund's money where only the unit's accounts are told
    "tally": (0.12, "what is counted"),  # 3次 counts rounds: 1; 3家 does not: -1
}
# what makes a thing another one, so that a general indicator cannot be meant: 工伤保险参保人数 is no 参保人数
APART = frozenset(("工伤", "生育", "长护", "养老", "失业", "农险", "社保", "特殊人员", "公务员", "一般公共", "政府性基金", "国有资本", "非"))
LEAST_CORE = 0.4  # of a spelling: less is too little to know a name by its end (费收入 of 基本医疗保险费收入)
# groups of marks that a name can take from what stands around it
INHERITED = frozenset((*SCOPES, "kind", "pool", "care", "purchase"))


def find_signals(query: Query, spelling: Spelling) -> dict[str, float]:
    """The signals of a candidate that are not zero, by name."""
    names = query.names if spelling.account else (*query.names, *query.joined)
    likeness = max(_alike(read, spelling) for read in names)
    found = {
        "spelling": likeness,
        "same": any(read.text == spelling.text for read in query.names),
        "unit": 1 - query.families[spelling.indicator.unit_family],
        "place": _place(query, spelling),
        "domain": _domain(query, spelling),
        "tally": _tally(query.tally, spelling.marks.get("tally")),
        **_compare_marks(query, spelling),
    }
    return {signal: float(value) for signal, value in found.items() if value}


def score(signals: dict[str, float]) -> float:
    """The sum of the signals by their weights; above 1 where everything fits."""
    return sum(SIGNALS[signal][0] * value for signal, value in signals.items())


def explain(signals: dict[str, float]) -> str:
    """The signals in words, the weightiest first: spelling 0.91, says more than the report."""
    told = sorted(signals, key=lambda signal: -abs(SIGNALS[signal][0] * signals[signal]))
    return ", ".join(f"{SIGNALS[one][1]} {signals[one]:.2f}" if one == "spelling" else SIGNALS[one][1] for one in told[:4])


def _alike(read: Name, spelling: Spelling) -> float:
    """Likeness of a reading and a spelling; a name that only adds words before it is nearer than its letters."""
    mine = read.text if spelling.account else read.core
    if mine == spelling.core:
        return 1.0
    # a letter more or less weighs more in a short name: 村卫生室 is no 定点村卫生室
    likeness = 1 - (1 - Indel.normalized_similarity(mine, spelling.core)) * (1 + 2 / len(spelling.core))
    if mine.endswith(spelling.core) and len(spelling.core) >= LEAST_CORE * len(spelling.text):
        least = 0.8 if len(spelling.core) > 2 else 0.7
        return max(likeness, least + (1 - least) * len(spelling.core) / len(mine))
    return likeness


def _place(query: Query, spelling: Spelling) -> float:
    if any(one in query.above for one in spelling.under):
        return 1.0 if spelling.account else 0.5
    if spelling.placed:
        return 0.5 if any(one in query.around for one in spelling.under) else -2.0
    return 0.0


def _domain(query: Query, spelling: Spelling) -> bool:
    """Whether the money is another's: a 科目 where nothing speaks of accounts, a fund's where only accounts are told."""
    if spelling.account:
        return not query.account
    fund = spelling.indicator.id.startswith(("fund.", "special."))
    return query.account and not query.fund if fund else spelling.indicator.id.startswith("account.") and query.fund and not query.account


def _tally(asked: str, told: frozenset[str] | None) -> float:
    return 0.0 if not asked or not told else 1.0 if asked in told else -1.0


def _compare_marks(query: Query, spelling: Spelling) -> dict[str, int]:
    counts = {"odds": 0, "scope": 0, "implied": 0, "strays": 0, "hinted": 0, "more": 0, "less": 0, "missed": 0}
    groups = query.asked.keys() | spelling.marks.keys() | spelling.implied.keys() | (query.surroundings.keys() & INHERITED)
    for group in groups - {"tally"}:
        asked = query.asked.get(group)
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
        if meant:
            return "odds" if not asked & meant else "" if told else "implied"
        return "odds" if asked <= APART else "less"
    if around:
        return ("scope" if around & meant else "strays" if told else "hinted") if meant else "missed"
    return "more" if told else ""
