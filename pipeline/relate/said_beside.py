"""What stands beside a number for its name: the verb that a list told once, what follows the number."""

from __future__ import annotations

import re

from pipeline.relate.bind import Bound
from pipeline.relate.sentences import Sentence
from pipeline.relate.terms import terms
from pipeline.relate.thread import Thread

_STATE = re.compile(r"(?:全部|全员|均|都|已|实现)*(?P<state>参保)(?!率|人|登记|缴费|信息)")
_DONE = re.compile(r"(?P<verb>享受)了")
_GIVEN = re.compile(
    r"(?:对|给|为)(?:全县)?(?:\d+名)?(?P<who>[^,;:。()\d]{2,20}?)(?:予以|给予)(?P<deed>资助|补助|救助|奖励)"
)
_BARE = ("出资", "投入", "安排资金", "投入资金", "支出")
_ENROLMENT = "参保"
_FAR = 80  # characters before a number
_PEOPLE = re.compile(r"(?:人口|人员|对象|群众|老年人|户|儿童|学生|职工|居民)$")


def with_verb(thread: Thread, sentence: Sentence, bound: Bound, name: str) -> str:
    """The name with the verb that a list told once: 发放城市低保金9万元、农村低保金8万元 -> 发放农村低保金."""
    if len(thread.named) < 2 or bound.name is not thread.named[-1]:
        return name
    if not sentence.text.startswith("、" + bound.name.text, bound.start):
        return name
    first = thread.named[-2].text
    verb = terms().doing.match(first)
    if not verb or len(first) <= len(verb[0]) + 2 or not first.endswith(name[-2:]) or terms().doing.match(name):
        return name
    return verb[0] + name


def with_what_follows(sentence: Sentence, bound: Bound, name: str) -> str:
    """The name with what is told behind its number: 老年人300人全部参保, 20人次享受了救助, 出资9万元对贫困人口予以资助."""
    text, end = sentence.text, bound.mention.end
    if bound.choice.best.kind == "phrase_after" and (done := _DONE.match(text, end)):
        return done["verb"] + name
    if name in _BARE and (given := _GIVEN.match(text, end)):
        enrolment = _ENROLMENT if text.rfind(_ENROLMENT, max(bound.start - _FAR, 0), bound.start) >= 0 else ""
        return f"{given['deed']}{given['who']}{enrolment}{name}"
    state = _STATE.match(text, end) if bound.mention.type == "PERSON_COUNT" else None
    return name + state["state"] if state and _PEOPLE.search(name) else name
