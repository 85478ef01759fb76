"""The names that a 分别 chain lists, each made whole: heads that they share, schemes told before."""

from __future__ import annotations

import re

import msgspec

from pipeline.relate.names import name_before
from pipeline.relate.sentences import Name

_HEAD = re.compile(
    r"(?:基本医疗保险|医疗保险|医保)?(?:统筹|基金|参保|住院|门诊|实际|政策范围内|补偿|报销|人均|次均|筹资|的)*"
    r"(?P<what>收入|支出|结余|率|比例?|人数|人次|标准|金额|费用|面|度)$"
)
_SCHEME = re.compile(r"(?:城镇)?职工|(?:城乡|城镇)?居民|新农合|大病保险|医疗救助|城市|农村")
# What parts the names, the finest first: 与 may join two names or stand inside one (社会保障与就业).
PARTINGS = tuple(
    re.compile(pattern)
    for pattern in (
        r"、|以及|(?<![公平温])和|(?<!参)与|(?<![普涉危以])及(?!时|格|以)",
        r"、|(?<![公平温])和(?=[^和]*$)|以及",
        r"、",
    )
)


def names_in(text: str, start: int, end: int, parting: re.Pattern[str]) -> list[tuple[int, int]]:
    """The spans of the names in text[start:end], parted by a pattern."""
    edges = [start, *(edge for found in parting.finditer(text, start, end) for edge in found.span()), end]
    spans = [name_before(text, edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    return [span for span in spans if span[1] > span[0] and text[slice(*span)] not in {"同比", "环比"}]


def after_word(text: str, word: int, end: int) -> tuple[int, int] | None:
    """The name between 分别 and the first number: 当期分别结余4、5万元."""
    start, end = name_before(text, word + 2, end)
    return (start, end) if end - start > 1 and _HEAD.fullmatch(text, start, end) else None


def schemes(recent: list[Name], count: int) -> list[str]:
    """The schemes of the last names, if each has one of its own: 职工参保4万人、居民参保38万人，报销比例分别为82%和69%."""
    found = [_SCHEME.search(name.text) for name in recent[-count:]]
    told = [each[0] for each in found if each]
    return told if len(told) == count == len(set(told)) else []


def of_subject(subject: Name, head: Name) -> Name:
    """What a later chain tells of one of its subjects: 职工 of 职工基金收入, and 支出."""
    told = subject.full or subject.text
    known = _HEAD.search(told)
    before = told[: known.start()] if known and known.start() else told
    return msgspec.structs.replace(head, full=before + head.text)


def with_head(names: list[Name]) -> list[Name]:
    """The names, those that leave their head to the last one with it in full: 职工、居民参保率 -> 职工参保率."""
    head = _HEAD.search(names[-1].text)
    if not head or any(_HEAD.search(name.text) for name in names[:-1]):
        return names
    lent = head["what"] if head[0] == names[-1].text else head[0]  # 门诊、住院人次: 人次 alone is lent
    return [*(msgspec.structs.replace(name, full=_joined(name.text, lent)) for name in names[:-1]), names[-1]]


def _joined(name: str, lent: str) -> str:
    """A name with the head lent to it, what both hold told once: 职工医保, 医保基金收入 -> 职工医保基金收入."""
    shared = next((n for n in range(min(len(name), len(lent)), 0, -1) if name.endswith(lent[:n])), 0)
    return name + lent[shared:]
