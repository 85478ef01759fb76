"""What speaks for and against a candidate: a table to argue about."""

from __future__ import annotations

from rapidfuzz.distance import Indel

from pipeline.align.index import Spelling
from pipeline.align.marks import compare_marks
from pipeline.align.names import Name
from pipeline.align.query import Query

# signal -> what one unit of it adds to the score, and how a reason calls it
SIGNALS = {
    "spelling": (1.00, "spelling"),  # likeness of the cores, 0 to 1
    "same": (0.04, "same name"),  # the very words, nothing taken out
    "scope": (0.07, "the scope told around it"),  # groups of marks of its name that the surroundings confirm
    "fits": (0.04, "a scope that fits"),  # the same where only the indicator's scope says so
    "place": (0.12, "place in the classification"),  # what it is a part of is named above: 1, of a 科目; -2 if not
    "tally": (0.12, "what is counted"),  # 3次 counts rounds: 1; 3家 does not: -1
    "unit": (-0.50, "unit"),  # 1 - how well the unit fits
    "odds": (-0.40, "the name excludes it"),  # 收入 against 支出: groups of marks
    "strays": (-0.20, "the surroundings exclude it"),  # 居民 told around a 职工 name
    "hinted": (-0.06, "the surroundings hint at another"),  # the same where only the indicator's scope says 职工
    "implied": (-0.04, "the scope is the indicator's, not its name's"),
    "more": (-0.12, "says more than the report"),  # marks of the indicator's name that nothing tells
    "unsaid": (-0.30, "a scope that the report does not tell"),  # the same of schemes and populations
    "less": (-0.08, "says less than the report"),  # marks of the name that the indicator lacks
    "undone": (-0.25, "another deed"),  # 暂停协议的定点机构 against 定点机构: what was done to what is counted
    "domain": (-0.12, "another domain"),  # a fund's money where only the unit's accounts are told
}
LEAST_CORE = 0.45  # of a spelling: less is too little to know a name by its end (费收入 of 基本医疗保险费收入)
SHORTENED = (
    0.03  # taken from a reading without what measure or stage say: 项目全年预算数 is met as a whole, if it is met
)
CUT = 0.9  # likeness of a name of which only what was done is met: 暂停医保协议 of 暂停医保协议的定点机构
_FUNDS = ("fund.", "special.")  # whose money the insurance funds' is


def find_signals(query: Query, spelling: Spelling) -> dict[str, float]:
    """The signals of a candidate by name; a signal that is zero may be left out."""
    found: dict[str, float] = {"spelling": _likeness(query, spelling)}
    same = next((name for name in query.names if name.whole == spelling.whole), None)
    found["same"] = same is not None
    found["unit"] = 1 - query.families[spelling.indicator.unit_family]
    found["place"] = _place(query, spelling)
    found["domain"] = _domain(query, spelling)
    found["tally"] = _tally(query.tally, spelling)
    asked = same.marks if same else query.asked
    for signal in compare_marks(asked, query.surroundings.marks, spelling.marks, spelling.implied):
        found[signal] = found.get(signal, 0) + 1
    return found


def score(signals: dict[str, float]) -> float:
    """The sum of the signals by their weights; above 1 where everything fits."""
    return sum(SIGNALS[signal][0] * value for signal, value in signals.items())


def explain(signals: dict[str, float]) -> str:
    """The weightiest signals in words: spelling 0.91, says more than the report."""
    told = sorted(
        (signal for signal in signals if signals[signal]), key=lambda one: -abs(SIGNALS[one][0] * signals[one])
    )
    return ", ".join(
        f"{SIGNALS[one][1]} {signals[one]:.2f}" if one == "spelling" else SIGNALS[one][1] for one in told[:4]
    )


def _likeness(query: Query, spelling: Spelling) -> float:
    """Of the reading that is most like the spelling."""
    whole, *shorter = (_alike(read, spelling, may_end=True) for read in query.names)
    likeness = max([whole, *(one - SHORTENED for one in shorter)])
    if spelling.account:
        return likeness
    if not query.names[-1].bare:  # with other words added to it a name must be met in full
        met = [read for read in query.longer if read.core == spelling.core]
        return max([likeness, *(1.0 if len(read.text) > len(query.names[-1].text) else CUT for read in met)])
    return max([likeness, *(_alike(read, spelling, may_end=True) for read in query.longer)])


def _alike(read: Name, spelling: Spelling, *, may_end: bool) -> float:
    """Likeness of a reading and a spelling; a name that only adds words before it is nearer than its letters."""
    mine = read.text if spelling.account else read.core
    if mine == spelling.core:
        return 1.0
    # a letter more or less weighs more in a short name: 村卫生室 is no 定点村卫生室
    likeness = 1 - (1 - Indel.normalized_similarity(mine, spelling.core)) * (1 + 2 / len(spelling.core))
    may_end = may_end and not spelling.shared and len(spelling.core) >= LEAST_CORE * len(spelling.text)
    if may_end and mine.endswith(spelling.core):
        least = 0.8 if len(spelling.core) > 2 else 0.7
        return max(likeness, least + (1 - least) * len(spelling.core) / len(mine))
    return likeness


def _place(query: Query, spelling: Spelling) -> float:
    above = query.surroundings.above
    if above and any(one in above for one in spelling.under):
        return 1.0 if spelling.account else 0.5
    if spelling.placed:
        told = any(one in query.surroundings.around for one in spelling.under)
        return 0.5 if told else -0.5 if spelling.alone else -2.0
    return 0.0


def _domain(query: Query, spelling: Spelling) -> bool:
    """Whether the money is another's: a 科目 where nothing speaks of accounts, a fund's where only accounts are told."""
    if spelling.account:
        kind = query.surroundings.classification
        return not query.surroundings.account or bool(kind and not spelling.indicator.id.startswith(kind))
    if spelling.indicator.id.startswith(_FUNDS):
        return query.surroundings.account and not query.surroundings.fund
    return spelling.indicator.id.startswith("account.") and query.surroundings.fund and not query.surroundings.account


def _tally(asked: str, spelling: Spelling) -> float:
    told = spelling.marks.get("tally") if asked else None
    return 0.0 if not told else 1.0 if asked in told else -1.0
