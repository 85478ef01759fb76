"""The record of one spelling: one way to name one indicator."""

from __future__ import annotations

from pipeline.align.letters import NO_LETTERS, Letters
from pipeline.records import Record
from pipeline.resources.taxonomy import Indicator

ITEM = "item"  # the 科目 are searched apart: few names are of one
FUND, ACCOUNT, CLASSIFICATIONS = "fund", "account", ("acct.e", "acct.f")  # with ITEM, whose money is told


class Spelling(Record, frozen=True):
    """One way to name one indicator."""

    indicator: Indicator
    wholes: frozenset[str]  # its names that read the same, squeezed
    text: str  # as the reader of names makes it
    core: str  # of a 科目 the whole text: 职工 and 公务员 in 缴费 names are no scopes
    told: int  # bits of the marks that the spelling tells
    meant: int  # these, and of the groups they leave open what the indicator means: 统筹基金收入 is of the scheme 职工
    groups: int  # flags of the groups that are told
    open_groups: int  # flags of the groups that are meant and not told
    kind: bool  # an institution
    family: str  # unit family; ``ITEM`` of a 科目
    item: bool = False  # a 科目
    under: tuple[str, ...] = ()  # the names of the indicators above
    placed: bool = False  # known by its place only: 行政运行 stands under many
    alone: bool = False  # though placed, no other 科目 of its classification goes by it
    shared: bool = False  # with other indicators: 覆盖率 says nothing at the end of a longer name
    whole: bool = False  # counts only where it is met as a whole: no name is likened to it
    can_end: bool = False  # a name that ends with it, after other words, can be the same
    side: str = ""  # whose money: see ``side_of``
    health: bool = False  # of health insurance, and of nothing else: 立案数 of its inspections
    cues: tuple[str, ...] = ()  # words that tell the indicator where they stand around a name
    scope: int = 0  # marks that set the indicator apart from the one above whose name this is; 0: the name is its own
    letters: Letters = NO_LETTERS  # of the core


def side_of(indicator: str, *, item: bool) -> str:
    """Whose money an indicator tells: an insurance fund's, the unit's by one of the two classifications, or in all; else "".

    >>> side_of("fund.income", item=False), side_of("acct.e.30215", item=True)
    ('fund', 'acct.e')
    """
    if item:
        return next((kind for kind in CLASSIFICATIONS if indicator.startswith(kind)), ITEM)
    if indicator.startswith(("fund.", "special.")):
        return FUND
    return ACCOUNT if indicator.startswith("account.") else ""
