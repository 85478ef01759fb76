"""The year that a value is about: the date that governs it, 上年, the total it is part of, the report's own year."""

from __future__ import annotations

import re
from bisect import bisect_left

from pipeline.records import Entity
from pipeline.relate.cues import Cue
from pipeline.relate.sentences import Mention, Sentence

_NEAR = 8  # dates; one further back governs nothing
_YEAR = re.compile(r"(?:19|20)\d\d")
_COMPARED = frozenset("与比较同和")  # 与2020年相比: the date governs nothing
OF_DATE = {"", "的", "度的", "底的", "末的", "度", "底", "末"}  # between a date and its own number
_OF_YEAR = re.compile(
    r"度?(?:年初)?(?:预算|执行|决算|完成|同期)(?:数|额|总额|安排数|安排)?(?:为|的)?$"
)  # 比2020年预算30万元
_FROM = frozenset("由从")
_LEVEL = re.compile(r"(?:19|20)\d\d年[度底末]?的?\d")  # 由2020年的82%提高到88%: of the first number only
_LEAD = 8  # characters; room for a sign and 截止至
_CLAUSE_START = re.compile(r"(?:\A|[,;:。、()])(?:截至|截止|截止至|到|至|示例:|纳入|在)?$")
_LAST_YEAR = re.compile(r"(?:上年|去年|上一年)(?:度|同期|全年)?(?!结转|末结转|结余|度结转|末)")
_NEXT_YEAR = re.compile(r"(?:明|来|次|下(?<!结转下)(?<!转入下)一?)年(?!初|第|内)")
_SIGN = re.compile(r"[,;。]")


def year_of(sentence: Sentence, mention: Mention, phrase_start: int, cue: Cue, date: str, own: int | None) -> str:
    """The year told in the sentence for a mention, which a date of this value governs; empty if none is told."""
    text = sentence.text
    relative = own if sentence.years and not cue.compared else None
    if relative and _LAST_YEAR.search(text, phrase_start, mention.start):
        return str(relative - 1)
    if date:
        return str(_YEAR.findall(date)[-1])  # of a period its last
    return str(relative + 1) if relative and _NEXT_YEAR.search(text, 0, mention.start) else ""


def governing_date(sentence: Sentence, mention: Mention, quantities: tuple[Entity, ...]) -> Mention | None:
    """The nearest date before a mention that tells a year and is about it."""
    if not sentence.dates:
        return None
    before = bisect_left(sentence.dates, mention.start, key=lambda date: date.start)
    for date in sentence.dates[max(before - _NEAR, 0) : before][::-1]:
        if _YEAR.search(quantities[date.entity].value) and _governs(sentence.text, date, mention):
            return date
    return None


def _governs(text: str, date: Mention, mention: Mention) -> bool:
    """Whether a date is about the number: in its clause, or at a clause's start as an adverb of what follows."""
    if text[date.end : mention.start] in OF_DATE or _OF_YEAR.match(text, date.end, mention.start):
        return True
    before = text[date.start - 1] if date.start else ""
    if before in _COMPARED or (before in _FROM and _LEVEL.match(text, date.start)) or text.startswith("以前", date.end):
        return False
    if not _SIGN.search(text, date.end, mention.start):
        return True
    if _closed(text, date.end, mention.start):
        return False
    return bool(_CLAUSE_START.search(text, max(date.start - _LEAD, 0), date.start)) and not _event(text, date)


def _closed(text: str, start: int, end: int) -> bool:
    """Whether a bracket that was open at ``start`` is closed before ``end``: (2022年为84万元)，增长8%."""
    shut = text.find(")", start, end)
    return shut >= 0 and text.find("(", start, shut) < 0


def _event(text: str, date: Mention) -> bool:
    """Whether the date's clause tells an event, after or before which the number was reached: 6月迁入新址后."""
    sign = _SIGN.search(text, date.end)
    clause_end = sign.start() if sign else len(text)
    return text[max(clause_end - 1, 0)] in "后前时" and clause_end > date.end
