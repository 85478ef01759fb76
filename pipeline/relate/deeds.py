"""What a clause tells of the things that its number counts: 对30家诊所进行检查 -> 检查的诊所; see resources/relate/deeds.toml."""

from __future__ import annotations

import re
from functools import cache

from pipeline.records import Record
from pipeline.relate.bind import Bound
from pipeline.relate.sentences import Sentence
from pipeline.relate.terms import terms
from pipeline.relate.thread import Thread
from pipeline.relate.word_lists import load

_CLAUSE_END = re.compile(r"[,;:。()]|其中")
_LONGEST = 60  # characters of a clause that are looked at
_SIBLING = re.compile(r"(?:[^,;:。()、]{2,14})?[、,和及与]")  # from the end of a noun, or of a number, to the next
_YEAR = re.compile(r"(?:19|20)\d\d年度?")

_STATE = re.compile(r"(?:全部|全员|均|都|已|实现)*(?P<state>参保)(?!率|人|登记|缴费|信息)")
_DONE = re.compile(r"(?P<verb>享受)了")
_GIVEN = re.compile(
    r"(?:对|给|为)(?:全县)?(?:\d+名)?(?P<who>[^,;:。()\d]{2,20}?)(?:予以|给予)(?P<deed>资助|补助|救助|奖励)"
)
_BARE = ("出资", "投入", "安排资金", "投入资金", "支出")
_ENROLMENT = "参保"
_PEOPLE = re.compile(r"(?:人口|人员|对象|群众|老年人|户|儿童|学生|职工|居民)$")


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
            before = deed.topic if deed.topic and deed.topic in sentence.text[: bound.start] else ""
            return deed.full.format(deed=before + table.filler.sub("", found["deed"]), noun=name)
    return name


def with_verb(thread: Thread, sentence: Sentence, bound: Bound, name: str) -> str:
    """The name with the verb that a list told once: 发放城市低保金9万元、农村低保金8万元 -> 发放农村低保金."""
    at = sentence.mentions.index(bound.mention)
    if not at or len(thread.named) < 2 or bound.name is not thread.named[-1]:
        return name
    if not sentence.text.startswith("、" + bound.name.text, sentence.mentions[at - 1].end):
        return name
    first = thread.named[-2].text
    verb = terms().doing.match(first)
    alike = first.endswith(name[-2:]) and verb and len(first) > len(verb[0]) + 2
    return verb[0] + name if alike and not terms().doing.match(name) else name


def with_state(sentence: Sentence, bound: Bound, name: str) -> str:
    """The name with what is said behind its number: 老年人300人全部参保 -> 老年人参保; 20人次享受了救助 -> 享受救助."""
    if bound.choice.best.kind == "phrase_after" and (done := _DONE.match(sentence.text, bound.mention.end)):
        return done["verb"] + name
    if bound.mention.type == "MONEY" and (purpose := _GIVEN.match(sentence.text, bound.mention.end)):
        aided = f"{purpose['deed']}{purpose['who']}"
        return (
            f"{aided}{_ENROLMENT if _ENROLMENT in sentence.text[: bound.start] else ''}{name}"
            if name in _BARE
            else name
        )
    found = _STATE.match(sentence.text, bound.mention.end) if bound.mention.type == "PERSON_COUNT" else None
    return name + found["state"] if found and _PEOPLE.search(name) else name


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
