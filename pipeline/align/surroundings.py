"""What stands around a name: the names above it, headings, the words around its number, the agency."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.align.names import SCOPES, Marks, NameReader
from pipeline.records import Record
from pipeline.resources.spelling import squeeze

# whose money it is: the unit's own accounts, or the insurance funds that it looks after
_FUND = re.compile(r"基金(?!监管)|医疗保险|医保(?![局中])|参保|征缴|特殊人员")
_ACCOUNT = re.compile(
    r"\([类款项]\)|财政拨款|基本支出|项目支出|(?:功能|经济)分类|科目|工资福利|商品和服务|支出合计|收入合计|决算|一般公共预算|部门"
)
# which classification the accounts are told by; what a basic expenditure is made of goes by economic items
_CLASSIFICATIONS = (
    ("acct.e", re.compile(r"基本支出|工资福利|人员经费|公用经费|商品和服务|经济分类|对个人和家庭")),
    ("acct.f", re.compile(r"\([类款项]\)|财政拨款支出|功能分类")),
)
_ASIDE = re.compile(r"[(（][^()（）]*[)）]")  # 参保9.8万人(其中脱贫人口1.2万人),参保率95%: the rate is of all
# groups of marks that a name can take from the names and headings above it, and from its sentence; no scheme from the
# sentence, for it may list several: the full name has the one that is meant
_FROM_ABOVE = frozenset((*SCOPES, "aid", "kind", "pool", "care"))
_FROM_SENTENCE = frozenset(("population", "kind", "pool", "care", "purchase", "act"))


class Surroundings(Record, frozen=True):
    """Everything around a name that can decide between near indicators."""

    above: str  # the enclosing names, outermost first
    around: str  # these and the context
    marks: Marks  # of each group the mark told nearest
    lent: dict[str, str]  # group -> the word that the sentence tells nearest
    account: bool  # the unit's accounts are spoken of
    fund: bool  # insurance funds are spoken of
    classification: str  # acct.e or acct.f where one of the two classifications is spoken of


def look_around(path: Sequence[str], own: str, context: str, agency: str, reader: NameReader) -> Surroundings:
    """Read the surroundings; in ``context`` the words around the number follow the headings, after a line break.

    The agency is the last to be asked: of a 城镇职工医疗保险中心 all is about 职工.
    """
    headings, _, sentence = context.partition("\n")
    above = ":".join(path)
    near = _only(_FROM_SENTENCE, reader.nearest(_ASIDE.sub("", sentence)))
    upper = (_only(_FROM_ABOVE, reader.nearest(text)) for text in (agency, headings, above))
    told = next(upper) | next(upper) | near | next(upper)
    around = f"{above}:{squeeze(context)}"
    near_by = f"{above}:{squeeze(own)}"
    speaks = near_by if _FUND.search(near_by) or _ACCOUNT.search(near_by) else around
    return Surroundings(
        above=above,
        around=around,
        marks={group: frozenset((mark,)) for group, mark in told.items()},
        lent={group: reader.word(group, mark) for group, mark in near.items()},
        account=bool(_ACCOUNT.search(speaks)),
        classification=next((kind for kind, cue in _CLASSIFICATIONS if cue.search(f"{around}:{near_by}")), ""),
        fund=bool(_FUND.search(speaks)),
    )


def _only(groups: frozenset[str], told: dict[str, str]) -> dict[str, str]:
    return {group: mark for group, mark in told.items() if group in groups}
