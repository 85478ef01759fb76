"""分别 chains: several names, then as many numbers: 门诊、住院人次分别为20、30万人次."""

from __future__ import annotations

import re

import msgspec

from pipeline.relate.names import name_before
from pipeline.relate.sentences import Name, Sentence

_WORD = 16  # characters between 分别 and its first number: 分别比上年同期增长
_NAMES = 60  # characters that the names before it may take
_HEAD = re.compile(
    r"(?:基本医疗保险|医疗保险|医保)?(?:统筹|基金|参保|住院|门诊|实际|政策范围内|补偿|报销|人均|次均|筹资|的)*"
    r"(?P<what>收入|支出|结余|率|比例?|人数|人次|标准|金额|费用|面|度)$"
)
_BETWEEN = re.compile(
    r"(?:以上|以下|左右|多|余)*(?:、|,|和|与|及|以及)(?:每人每月|每人每年|每人)?$|"
    r"(?:、|和|与)(?:同比|比上年)?(?:增加|增长|减少|下降|提高|降低|上升)(?:了)?$"
)
_JOINT = re.compile("[、和与及]")
_INCOME_AND_SPENDING = re.compile(r"收(?:入)?、支(?:出)?(?P<what>总计|合计|总额)")  # one value, two indicators
_LAST_YEARS = re.compile(r"近(?P<count>[两三四五])年")
_COUNTS = "两三四五"
_SCHEME = re.compile(r"(?:城镇)?职工|(?:城乡|城镇)?居民|新农合|大病保险|医疗救助|城市|农村")
_EACH = re.compile(r"(?:分别)?(?:均|各|都)(?:为|达到?|是)?$")  # 收入总计、支出总计均为80万元
_RATE_ENDS = ("率", "满意度", "覆盖面")
_RATES = re.compile(r".{2,}(?:率|满意度|覆盖面)(?:、|和|与|及|以及).{2,}")
# What parts the names, the finest first: 与 may join two names or stand inside one (社会保障与就业).
_PARTINGS = tuple(
    re.compile(pattern)
    for pattern in (
        r"、|以及|(?<![公平温])和|(?<!参)与|(?<![普涉危以])及(?!时|格|以)",
        r"、|(?<![公平温])和(?=[^和]*$)|以及",
        r"、",
    )
)


def chain(
    sentence: Sentence, at: int, low: int, recent: list[Name], subjects: list[Name], *, unnamed: bool
) -> list[Name]:
    """The names of the numbers from mention ``at`` on, if it begins a chain of two or more; else nothing.

    ``recent`` are the names of earlier numbers, which a chain without names refers to: 立案30件，罚款20万元，比上年增长5%和8%;
    ``subjects`` are those of the last chain, which one with a single name refers to: 职工、居民基金收入分别为3、5亿元，支出分别为2、4亿元.
    ``unnamed`` says that there is but a verb before the first number.
    """
    text, mention = sentence.text, sentence.mentions[at]
    word = chain_word(text, low, mention.start)
    count = _numbers(sentence, at) if word >= 0 or unnamed else 0
    if count < 2:
        return []
    if word < 0:
        return recent[-count:] if len(recent) >= count else []
    begin = max(low, word - _NAMES, *(text.rfind(sign, low, word) + 1 for sign in ",;:。()"))
    for parting in _PARTINGS:
        spans = _names(text, begin, word, parting)
        if len(spans) == count:
            return _with_head([sentence.name(*span) for span in spans])
    head = _after_word(text, word, mention.start) or (spans[0] if len(spans) == 1 else None)
    if head and len(subjects) == count:
        return [_of_subject(subject, sentence.name(*head)) for subject in subjects]
    if head and (schemes := _schemes(recent, count)):
        name = sentence.name(*head)
        return [msgspec.structs.replace(name, full=scheme + name.text) for scheme in schemes]
    return recent[-count:] if not spans and len(recent) >= count else []


def _after_word(text: str, word: int, end: int) -> tuple[int, int] | None:
    """The name between 分别 and the first number: 当期分别结余4、5万元."""
    start, end = name_before(text, word + 2, end)
    return (start, end) if end - start > 1 and _HEAD.fullmatch(text, start, end) else None


def _schemes(recent: list[Name], count: int) -> list[str]:
    """The schemes of the last names, if each has one of its own: 职工参保4万人、居民参保38万人，报销比例分别为82%和69%."""
    found = [_SCHEME.search(name.text) for name in recent[-count:]]
    told = [each[0] for each in found if each]
    return told if len(told) == count == len(set(told)) else []


def _of_subject(subject: Name, head: Name) -> Name:
    """What a later chain tells of one of its subjects: 职工 of 职工基金收入, and 支出."""
    told = subject.full or subject.text
    known = _HEAD.search(told)
    before = told[: known.start()] if known and known.start() else told
    return msgspec.structs.replace(head, full=before + head.text)


def chain_years(sentence: Sentence, at: int, low: int, dated: list[str], own: int | None) -> list[str]:
    """The years of the numbers from mention ``at`` on, where it is years that 分别 goes over; else nothing.

    2019年、2020年住院人次分别为3、4万人次; ``dated`` are the years told before the number without a sign but 、.
    """
    word = chain_word(sentence.text, low, sentence.mentions[at].start)
    count = _numbers(sentence, at) if word >= 0 else 0
    if count < 2:
        return []
    if len(dated) >= count:
        return dated[-count:]
    last = _LAST_YEARS.search(sentence.text, max(0, word - _NAMES), word)
    if last and own and _COUNTS.find(last["count"]) + 2 == count:
        return [str(own - count + 1 + i) for i in range(count)]
    return []


def sharing(sentence: Sentence, name: Name, end: int) -> list[Name]:
    """The names that share the number which begins at ``end``: 征收率和完好率均为100%; else the name alone."""
    if not _JOINT.search(name.text):
        return [name]
    if both := _INCOME_AND_SPENDING.fullmatch(name.text):
        return [msgspec.structs.replace(name, full=flow + both["what"]) for flow in ("收入", "支出")]
    joined = name.text.endswith(_RATE_ENDS) and _RATES.fullmatch(name.text)
    start = sentence.text.rfind(name.text, 0, end)
    if start < 0 or not (joined or _EACH.match(sentence.text, start + len(name.text), end)):
        return [name]
    spans = _names(sentence.text, start, start + len(name.text), _PARTINGS[0])
    names = [sentence.name(*span) for span in spans]
    alike = all(len(each.text) > 2 and each.text[-1] == name.text[-1] for each in names)
    rates = all(each.text.endswith(_RATE_ENDS) for each in names)
    return names if rates or (alike and not joined) else [name]


def chain_word(text: str, low: int, high: int) -> int:
    """Where 分别 or 依次 stands before a number; -1 if neither does."""
    low = max(low, high - _WORD)
    found = text.rfind("分别", low, high)
    return found if found >= 0 else text.rfind("依次", low, high)


def _names(text: str, start: int, end: int, parting: re.Pattern[str]) -> list[tuple[int, int]]:
    edges = [start, *(edge for found in parting.finditer(text, start, end) for edge in found.span()), end]
    spans = [name_before(text, edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    return [span for span in spans if span[1] > span[0] and text[slice(*span)] not in {"同比", "环比"}]


def _with_head(names: list[Name]) -> list[Name]:
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


def _numbers(sentence: Sentence, at: int) -> int:
    """How many numbers of one unit follow each other with nothing but 、 or 和 between."""
    last = at
    while last + 1 < len(sentence.mentions) and _follows(sentence, last):
        last += 1
    return last - at + 1


def _follows(sentence: Sentence, at: int) -> bool:
    this, following = sentence.mentions[at], sentence.mentions[at + 1]
    return this.type == following.type and bool(_BETWEEN.match(sentence.text[this.end : following.start]))
