"""分别 chains: several names, then as many numbers: 门诊、住院人次分别为20、30万人次."""

from __future__ import annotations

import re

import msgspec

from pipeline.relate.chain_names import PARTINGS, after_word, names_in, of_subject, schemes, with_head
from pipeline.relate.sentences import Name, Sentence

_WORD = 16  # characters between 分别 and its first number: 分别比上年同期增长
_NAMES = 60  # characters that the names before it may take
_BETWEEN = re.compile(
    r"(?:以上|以下|左右|多|余)*(?:、|,|和|与|及|以及)(?:每人每月|每人每年|每人)?$|"
    r"(?:、|和|与)(?:同比|比上年)?(?:增加|增长|减少|下降|提高|降低|上升)(?:了)?$"
)
_LAST_YEARS = re.compile(r"近(?P<count>[两三四五])年")
_COUNTS = "两三四五"


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
    for parting in PARTINGS:
        spans = names_in(text, begin, word, parting)
        if len(spans) == count:
            return with_head([sentence.name(*span) for span in spans])
    head = after_word(text, word, mention.start) or (spans[0] if len(spans) == 1 else None)
    if head and len(subjects) == count:
        return [of_subject(subject, sentence.name(*head)) for subject in subjects]
    if head and (told := schemes(recent, count)):
        name = sentence.name(*head)
        return [msgspec.structs.replace(name, full=scheme + name.text) for scheme in told]
    return recent[-count:] if not spans and len(recent) >= count else []


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


def chain_word(text: str, low: int, high: int) -> int:
    """Where 分别 or 依次 stands before a number; -1 if neither does."""
    low = max(low, high - _WORD)
    found = text.rfind("分别", low, high)
    return found if found >= 0 else text.rfind("依次", low, high)


def _numbers(sentence: Sentence, at: int) -> int:
    """How many numbers of one unit follow each other with nothing but 、 or 和 between."""
    last = at
    while last + 1 < len(sentence.mentions) and _follows(sentence, last):
        last += 1
    return last - at + 1


def _follows(sentence: Sentence, at: int) -> bool:
    this, following = sentence.mentions[at], sentence.mentions[at + 1]
    return this.type == following.type and bool(_BETWEEN.match(sentence.text[this.end : following.start]))
