"""What stands around a name: the names above it, headings, the words around its number, the agency."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.align.marks import SCOPES
from pipeline.align.memory import remember
from pipeline.align.names import REMEMBERED, NameReader
from pipeline.align.spelling import ACCOUNT, CLASSIFICATIONS, FUND, ITEM
from pipeline.records import Record

# whose reports are on health insurance
_HEALTH = re.compile("医疗|医保|合作医疗|农合|社会保险|社保|人力资源|救助")
_ASIDE = re.compile(r"[(（][^()（）]*[)）]")  # 参保9.8万人(其中脱贫人口1.2万人),参保率95%: the rate is of all
# groups of marks that a name can take from the names and headings above it, and from its sentence; no scheme from the
# sentence, for it may list several: the full name has the one that is meant
_FROM_ABOVE = (*SCOPES, "aid", "kind", "pool", "care")
_FROM_SENTENCE = ("population", "kind", "pool", "care", "purchase", "act")


class Surroundings(Record, frozen=True):
    """Everything around a name that can decide between near indicators."""

    above: str  # the enclosing names, outermost first
    around: str  # these and the context
    marks: int  # of each group the mark told nearest
    lent: int  # the same of the sentence alone
    others: frozenset[str]  # sides of ``spellings.side_of`` that are not spoken of
    foreign: bool  # the report is of a department that has nothing to do with health insurance, nor is it spoken of
    classification: str  # acct.e or acct.f where one of the two classifications is spoken of


class Watcher:
    """Reads what stands around names; headings are read once, for many names share them."""

    def __init__(self, reader: NameReader) -> None:
        self.reader = reader
        self._marks = reader.marks
        self._told: dict[str, tuple[int, int]] = {}
        self._above = reader.marks.mask(*_FROM_ABOVE)
        self._sentence = reader.marks.mask(*_FROM_SENTENCE)
        cues = reader.marks.cues
        self._fund, self._account = cues["fund"], cues["account"]
        self._economic, self._functional = cues["economic"], cues["functional"]

    def look(self, path: Sequence[str], own: str, context: str, about: str) -> Surroundings:
        """The surroundings; in ``context`` the words around the number follow the headings, after a line break.

        ``about``, the agency and the title, is the last to be asked: of a 城镇职工医疗保险中心 all is about 职工.
        """
        headings, _, sentence = context.partition("\n")
        above = ":".join(path)
        head, head_cues = self._of(headings)
        near, near_cues = self._marks.nearest(_ASIDE.sub("", sentence)) if sentence else (0, 0)
        upper, upper_cues = self._of(above) if above else (0, 0)
        _, own_cues = self._of(own)
        over, lent = self._marks.over, near & self._sentence
        marks = over(over(self._of(about)[0] & self._above, head & self._above), lent)
        by = upper_cues | own_cues
        speaks = by if by & (self._fund | self._account) else by | head_cues | near_cues
        every = by | head_cues | near_cues
        kind = "acct.e" if every & self._economic else "acct.f" if every & self._functional else ""
        return Surroundings(
            above=above,
            around=f"{above}:{context}",
            marks=over(marks, upper & self._above),
            lent=lent,
            others=_others(bool(speaks & self._account), bool(speaks & self._fund), kind),
            foreign=bool(about) and not _HEALTH.search(about) and not every & self._fund,
            classification=kind,
        )

    def _of(self, text: str) -> tuple[int, int]:
        """What a text tells that many names share."""
        if text not in self._told:
            remember(self._told, text, self._marks.nearest(text), most=REMEMBERED)
        return self._told[text]


@cache
def _others(account: bool, fund: bool, classification: str) -> frozenset[str]:
    """Whose money is not meant: a 科目 where nothing speaks of accounts, a fund's where only accounts are told."""
    items = {ITEM, *CLASSIFICATIONS}
    others = (items - {classification} if classification else set()) if account else items
    if account and not fund:
        others = others | {FUND}
    if fund and not account:
        others = others | {ACCOUNT}
    return frozenset(others)
