"""What a clause tells of the things that its number counts: 对30家诊所进行检查 -> 检查的诊所; see resources/relate/deeds.toml."""

from __future__ import annotations

import re
from functools import cache

from pipeline.records import Record
from pipeline.relate.bind import Bound
from pipeline.relate.sentences import Sentence
from pipeline.relate.word_lists import load

_CLAUSE_END = re.compile(r"[,;:。()]|其中")
_LONGEST = 60  # characters of a clause that are looked at
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
        if (deed.lead and not led) or (listed and not deed.siblings and not deed.before):
            continue
        if deed.before:
            found = deed.pattern.fullmatch(ahead) if deed.whole else deed.pattern.search(ahead)
        else:
            found = deed.pattern.search(tail) if listed else deed.pattern.match(tail, begin)
        if found:
            return deed.full.format(deed=table.filler.sub("", found["deed"]), noun=name)
    return name


def _tail(sentence: Sentence, bound: Bound) -> tuple[str, bool]:
    """What follows the noun in its clause, up to a number that counts other things; whether there are more of its kind before."""
    text, at, listed = sentence.text, bound.choice.best.stop, False
    for mention in sentence.mentions[sentence.mentions.index(bound.mention) + 1 :]:
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
