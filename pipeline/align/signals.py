"""What speaks for and against a candidate: a table to argue about. What each is worth is learned: models/align."""

from __future__ import annotations

from pipeline.align.compare import MORE, ODDS, UNSAID
from pipeline.align.index import Index
from pipeline.align.letters import LetterWorth
from pipeline.align.likeness import likeness_of, read_as, share
from pipeline.align.query import Query
from pipeline.align.spelling import Spelling
from pipeline.align.surroundings import Surroundings

# signal -> how a reason calls it
SIGNALS = {
    "spelling": "spelling",  # likeness of the cores, 0 to 1
    "core": "same core",  # the cores are one
    "same": "same name",  # the very words, nothing taken out; 0.5 without what measure or stage say
    "end": "the name ends so",  # after other words
    "asked": "what the report says",  # share of the name's letters, by rarity, that the spelling has
    "told": "what the indicator says",  # share of the spelling's letters that the name has
    "lent": "the rest is told around it",  # share of the spelling's letters that only the surroundings have
    "unit": "unit",  # 1 - how well the unit fits
    "head": "its last word tells the unit",
    "misled": "its last word tells another unit",
    "thin": "little but a scope",  # of a spelling that says more than the report: 工伤保险基金 of 基金
    "scope": "the scope told around it",  # groups of marks of its name that the surroundings confirm
    "fits": "a scope that fits",  # the same where only the indicator's scope says so
    "odds": "the name excludes it",  # 收入 against 支出: groups of marks
    "odds_scope": "another scheme",  # the same of schemes and populations
    "strays": "the surroundings exclude it",  # 居民 told around a 职工 name
    "hinted": "the surroundings hint at another",  # the same where only the indicator's scope says 职工
    "implied": "the scope is the indicator's, not its name's",
    "more": "says more than the report",  # marks of the indicator's name that nothing tells
    "unsaid": "a scope that the report does not tell",  # the same of schemes and populations
    "less": "says less than the report",  # marks of the name that the indicator lacks
    "less_scope": "leaves a scope of the report out",  # the same of schemes and populations
    "undone": "another deed",  # 暂停协议的定点机构 against 定点机构: what was done to what is counted
    "outside": "the surroundings speak of another insurance",  # 生育 told above 支出, and the indicator is not of it
    "place": "place in the classification",  # what it is a part of is named above
    "displaced": "another place in the classification",  # of a 科目 known by its place; 0.25 if it is the only one
    "tally": "what is counted",  # 3次 counts rounds
    "mistold": "something else is counted",  # 3家 does not
    "domain": "another domain",  # a fund's money where only the unit's accounts are told
    "foreign": "another department's report",  # of what only health insurance has
    "cue": "a word around it",  # that tells the indicator
    "derived": "a name of the whole",  # of which the indicator is a part that the name does not tell
    "part": "the name tells which part of it",  # 职工 before a name of the whole
    "joined": "the names above complete it",  # 生育保险基金运行: 支出
    "slip": "but for a slip of the pen",  # 门珍统筹: letters that no spelling has beside one another
    "bare": "the surroundings alone",  # the name says no more than what is counted
    "item": "an item of a classification",
    "shared": "a name of several",
    "letters": "letters that only one of them has",  # what they were found to tell: see ``LetterWorth``
}
# signals that make a search for other spellings worth while
AGAINST = (
    *("odds", "odds_scope", "strays", "hinted", "unsaid", "less", "less_scope", "undone"),
    *("displaced", "mistold", "domain", "unit"),
)
_THIN = 2  # characters of a core


def find_signals(query: Query, spelling: Spelling, around: set[str], index: Index, worth: LetterWorth) -> list[float]:
    """The signals of a candidate in the order of the table; ``around`` are the grams of what stands near."""
    same, read = read_as(query, spelling)
    item, family, surroundings = spelling.item, spelling.indicator.unit_family, query.surroundings
    mine = read.text if item else read.core
    if mine == spelling.core:
        likeness = asked = told = 1.0
        lent = letters = 0.0
        joined = slip = False
    else:
        likeness = likeness_of(query, spelling)
        asked, told, lent, letters, slip = share(query, spelling, around, index.letters, worth)
        joined = bool(query.longer) and _is_joined(query, spelling, index)
    marks = index.compare(read.marks, surroundings.marks, spelling)
    head = query.names[0].head
    place, displaced = _place(surroundings, spelling) if spelling.placed or surroundings.above else (0.0, 0.0)
    counted = spelling.told & index.tallies if query.tally else 0
    return [
        likeness,
        likeness >= 1,
        same,
        likeness < 1 and mine.endswith(spelling.core),
        asked,
        told,
        lent,
        1 - query.families[family],
        family in head,
        bool(head) and family not in head,
        len(spelling.core) <= _THIN and (marks[MORE] or marks[UNSAID]) > 0,
        *marks,
        place,
        displaced,
        bool(counted & query.tally),
        bool(counted and not counted & query.tally),
        spelling.side in surroundings.others,
        spelling.health and surroundings.foreign,
        bool(spelling.cues) and any(cue in surroundings.around for cue in spelling.cues),
        bool(spelling.scope) and read.marks & spelling.scope != spelling.scope,
        bool(spelling.scope) and read.marks & spelling.scope == spelling.scope,
        joined,
        slip,
        read.bare,
        item,
        spelling.shared,
        letters,
    ]


def _is_joined(query: Query, spelling: Spelling, index: Index) -> bool:
    """Whether a longer reading is the spelling, and nothing of it excludes the indicator."""
    met = (name for name in query.longer if name.core == spelling.core)
    return any(not any(index.compare(name.marks, query.surroundings.marks, spelling)[ODDS]) for name in met)


def _place(surroundings: Surroundings, spelling: Spelling) -> tuple[float, float]:
    """How well the names above fit, and how much a 科目 stands elsewhere."""
    above = surroundings.above
    if above and any(map(above.__contains__, spelling.under)):
        return 1.0 if spelling.item else 0.5, 0.0
    if not spelling.placed:
        return 0.0, 0.0
    if any(map(surroundings.around.__contains__, spelling.under)):
        return 0.5, 0.0
    return 0.0, 0.25 if spelling.alone else 1.0
