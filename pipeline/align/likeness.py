"""How like a name and a spelling are: letter for letter, by what their letters tell, and by what only one of them has."""

from __future__ import annotations

from rapidfuzz.distance import Indel

from pipeline.align.letters import Letters, LetterTable, LetterWorth
from pipeline.align.names import Name
from pipeline.align.query import Query
from pipeline.align.spelling import Spelling

LEAST_CORE = 0.45  # of a spelling: less is too little to know a name by its end (费收入 of 基本医疗保险费收入)
# taken from a reading without what measure or stage say: 项目全年预算数 is met as a whole, if it is met
SHORTENED = 0.03
MOST_STRANGE = 4  # letters and pairs of them that one slip of the pen, or two, make
CUT = 0.9  # likeness of a name of which only what was done is met: 暂停医保协议 of 暂停医保协议的定点机构


def rest_of(query: Query, spelling: Spelling, around: set[str], letters: LetterTable) -> tuple[frozenset[str], ...]:
    """The letters that only the name has, and those that only the spelling has, nor what stands near."""
    read = read_as(query, spelling)[1]
    if (read.text if spelling.item else read.core) == spelling.core:
        return frozenset(), frozenset()
    own, its = _letters(query, spelling, letters).grams, spelling.letters.grams
    return own - its, its - own - around


def _letters(query: Query, spelling: Spelling, letters: LetterTable) -> Letters:
    """The letters of a name that a spelling is compared by: of a 科目 all of them."""
    name = query.names[-1]
    return letters.of(name.text if spelling.item and not name.bare else query.letters)


def share(
    query: Query, spelling: Spelling, around: set[str], letters: LetterTable, worth: LetterWorth
) -> tuple[float, float, float, float, bool]:
    """What the name and a spelling share, of all that each tells; what the surroundings add to that of the spelling;

    what the rest of either speaks for, and whether that of the name is a slip of the pen."""
    own, its = _letters(query, spelling, letters), spelling.letters
    whole = its.mass or 1
    common = letters.weigh(own.grams & its.grams)
    missing = its.grams - own.grams
    lent = letters.weigh(missing & around) if around else 0
    asked = common / own.mass if own.mass else 1.0
    rest = own.grams - its.grams
    slip = 0 < len(own.strange) <= MOST_STRANGE and rest <= own.strange
    return asked, common / whole, lent / whole, worth.weigh(rest, missing - around), slip


def read_as(query: Query, spelling: Spelling) -> tuple[float, Name]:
    """Whether a reading is the spelling to the letter, and the reading to compare: that one, else the shortest."""
    whole, *shorter = query.names
    if whole.whole in spelling.wholes:
        return 1.0, whole
    if not shorter:
        return 0.0, whole
    found = next((name for name in shorter if name.whole in spelling.wholes), None)
    return (0.5, found) if found else (0.0, shorter[-1])


def likeness_of(query: Query, spelling: Spelling) -> float:
    """Of the reading that is most like the spelling."""
    names = query.names
    likeness = _alike(names[0], spelling)
    if len(names) > 1:
        likeness = max([likeness, *(_alike(read, spelling) - SHORTENED for read in names[1:])])
    if spelling.item or not query.longer:
        return likeness
    if not names[-1].bare:  # with other words added to it a name must be met in full
        met = [read for read in query.longer if read.core == spelling.core]
        return max([likeness, *(1.0 if len(read.text) > len(names[-1].text) else CUT for read in met)])
    return max([likeness, *(_alike(read, spelling) for read in query.longer)])


def _alike(read: Name, spelling: Spelling) -> float:
    """Likeness of a reading and a spelling; a name that only adds words before it is nearer than its letters."""
    mine, core = read.text if spelling.item else read.core, spelling.core
    if mine == core:
        return 1.0
    # a letter more or less weighs more in a short name: 村卫生室 is no 定点村卫生室
    likeness = 1 - (1 - Indel.normalized_similarity(mine, core)) * (1 + 2 / len(core))
    if not spelling.shared and mine.endswith(core) and len(core) >= LEAST_CORE * len(spelling.text):
        least = 0.8 if len(core) > 2 else 0.7
        return max(likeness, least + (1 - least) * len(core) / len(mine))
    return max(likeness, 0.0)
