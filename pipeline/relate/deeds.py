"""What a clause tells of the things that its number counts: 对30家诊所进行检查 -> 检查的诊所; see resources/relate/deeds.toml."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from operator import attrgetter

from pipeline.records import Record
from pipeline.relate.bind import Bound
from pipeline.relate.sentences import Sentence
from pipeline.relate.word_lists import load

_CLAUSE_END = re.compile(r"[,;:。()]|其中")
_LONGEST = 60  # characters of a clause that are looked at
_FARTHEST = 240  # characters between a noun and the deed that a list shares
_SIBLING = re.compile(r"(?:[^,;:。()、]{2,14})?[、,和及与]")  # from the end of a noun, or of a number, to the next
_YEAR = re.compile(r"(?:19|20)\d\d年度?")


class Deed(Record, frozen=True):
    """One row of deeds.toml."""

    pattern: re.Pattern[str]
    full: str
    before: bool
    lead: bool
    siblings: bool
    whole: bool
    anywhere: bool
    topic: str  # a word that belongs to the deed where the sentence told it before


class _Deeds(Record, frozen=True):
    rows: tuple[Deed, ...]
    lead: re.Pattern[str]
    edge: re.Pattern[str]  # adverbs before the verb
    filler: re.Pattern[str]
    region: re.Pattern[str]


@cache
def _deeds() -> _Deeds:
    table = load("deeds.toml")
    words = table["words"]
    rows = tuple(
        Deed(
            pattern=re.compile(row["pattern"]),
            full=row["full"],
            before=row["side"] == "before",
            lead=row.get("lead", False),
            siblings=row.get("siblings", False),
            whole=row.get("whole", False),
            anywhere=row.get("anywhere", False),
            topic=row.get("topic", ""),
        )
        for row in table["deed"]
    )
    return _Deeds(
        rows=rows,
        lead=re.compile(f"(?:{words['lead']})$"),
        edge=re.compile(f"(?:{words['adverb']})+"),
        filler=re.compile(f"(?:{words['filler']})"),
        region=re.compile(f"(?:{words['region']}|{words['adverb']}|了|共|其中)+$"),
    )


def with_deed(sentence: Sentence, bound: Bound, name: str) -> str:
    """The name of a counted noun with what the clause tells of it; the name alone where it tells nothing."""
    table = _deeds()
    ahead = table.region.sub("", sentence.text[bound.start : bound.mention.start])
    tail, listed = _tail(sentence, bound)
    adverbs = table.edge.match(tail)
    begin = adverbs.end() if adverbs else 0
    led = bool(table.lead.search(ahead))
    for deed in table.rows:
        if (deed.lead and not led) or (listed and not (deed.siblings or deed.before)):
            continue
        if deed.before:
            found = deed.pattern.fullmatch(ahead) if deed.whole else deed.pattern.search(ahead)
        else:
            found = deed.pattern.search(tail) if listed or deed.anywhere else deed.pattern.match(tail, begin)
        if found:
            told = table.filler.sub("", found["deed"])
            return deed.full.format(deed=_topic(deed, sentence, bound) + told, noun=name)
    return name


def _topic(deed: Deed, sentence: Sentence, bound: Bound) -> str:
    """The word that belongs to a deed, if the sentence told it before: 落实参保补助，……予以资助."""
    low = max(bound.start - _LONGEST, 0)
    return deed.topic if deed.topic and sentence.text.rfind(deed.topic, low, bound.start) >= 0 else ""


def _tail(sentence: Sentence, bound: Bound) -> tuple[str, bool]:
    """What follows the noun in its clause, up to a number that counts other things; whether there are more of its kind before."""
    text, at, listed = sentence.text, bound.choice.best.stop, False
    first = bisect_right(sentence.mentions, bound.mention.start, key=attrgetter("start"))
    for index in range(first, len(sentence.mentions)):
        mention = sentence.mentions[index]
        if mention.start - bound.mention.end > _FARTHEST:
            break
        if mention.type == "DATE":
            continue
        glued = mention.type == "PERSON_COUNT" and mention.start == at  # 6户企业120人缓缴
        alike = mention.type == bound.mention.type and _SIBLING.fullmatch(text, at, mention.start)
        if not glued and not alike:
            return _clause(text, at, mention.start), listed
        at, listed = mention.end, listed or not glued
    return _clause(text, at, len(text)), listed


def _clause(text: str, start: int, stop: int) -> str:
    stop = min(stop, start + _LONGEST)
    end = _CLAUSE_END.search(text, start, stop)
    return _YEAR.sub("", text[start : end.start() if end else stop])
