"""What is said of an indicator: a value reached, planned, last year's, a change, a share ..."""

from __future__ import annotations

import re

from pipeline.records import Record
from pipeline.relate.phrases import peel_right
from pipeline.relate.terms import terms

_COMPARISON = re.compile(
    r"(?:(?:比|较|与|同|和)[^,;]{0,14}?(?:相比|对比|比较|年|期|末|数|算|初|月|度)|同比|环比|相比|略有|分别|各|(?:[一二两三四五]年)?(?:平均|年均)){0,4}(?:有所|大幅|略|再|又|均|共)?$"
)
_PER_HEAD = re.compile(r"(?:每人|每户|每亩|每月|每年)+$")  # 标准提高到每人每年600元
_PER_ENDS = frozenset("人户亩月年")
_HELD = re.compile(
    r"(?:增幅|增速|降幅|增长率|涨幅)(?P<how>(?:严格)?(?:控制|保持|稳定|维持)在)$"
)  # a rate, not a change
_LEVEL_ENDS = frozenset("到至为的末底前在年")  # of edges.toml [right.level], and 年末的 after it
_WITH_PARTICLE = {"share", "completion", "prior"}  # 完成预算的, 由: what stands right at the number belongs to the cue
_SAID = re.compile(r"(?:支出)?(?:决算|预算)数?$")  # 决算数比预算数增加: the subject stands in an earlier clause
_PAY = re.compile(r"(?:费|费用)(?:\([^()]*\))?$")


_COMPARED = {"change", "change_rate", "share", "completion"}


class Cue(Record, frozen=True):
    """What the phrase before a number says: the measure, and where the name in it ends."""

    measure: str
    end: int
    sign: str = ""
    start: int = -1  # where the name begins, if the cue stands before it
    leads: bool = False  # it holds for a list of amounts: 减少培训费3万元、会议费2万元
    said: str = ""  # the measure, where the cue tells one
    compared: bool = False  # another value is named beside it, so that 上年 is the base and not the value's year


def cue_of(measure: str, end: int, sign: str = "", *, start: int = -1, leads: bool = False) -> Cue:
    """A cue that says something, with what follows from its measure: every number asks for that several times."""
    said = "" if measure == "base" else measure
    return Cue(measure, end, sign, start=start, leads=leads, said=said, compared=measure in _COMPARED)


NO_CUE = Cue("", -1)


def find_cue(text: str, start: int, end: int, kind: str, unit: str) -> Cue:
    """The cue in text[start:end], a phrase before a number of this entity type and unit."""
    phrase = text[start:end]
    if phrase[-1:] in _PER_ENDS:
        phrase = _PER_HEAD.sub("", phrase)
    if phrase[-1:] in _LEVEL_ENDS and (level := _level(phrase)) >= 0:
        return Cue("", start + level)
    end = start + peel_right(phrase, 0, len(phrase))
    hints = terms().cue_characters.intersection(phrase)
    cue = _told(phrase, start, end, hints, kind, unit) if hints else None
    return cue or Cue("", end)


def _level(phrase: str) -> int:
    """Where a verb begins that tells the level reached; -1 where none does."""
    if held := _HELD.search(phrase):
        return held.start("how")
    level = terms().level.search(phrase)
    return level.start() if level else -1


def _told(phrase: str, start: int, end: int, hints: frozenset[str], kind: str, unit: str) -> Cue | None:
    """The cue that a row of measures.toml finds in a phrase at ``start``, which without copulas reaches to ``end``."""
    bare = phrase[: end - start]
    for row in terms().cues[kind]:
        if row.needs.isdisjoint(hints):
            continue
        if found := row.pattern.search(phrase if row.measure in _WITH_PARTICLE else bare):
            return cue_of(_rate(row.measure, unit), start + _name_end(phrase, found.start(), row.measure), row.sign)
    for row in terms().led[kind]:
        led = None if row.needs.isdisjoint(hints) else row.pattern.match(bare)
        if led and led.end() < len(bare):
            return cue_of(_rate(row.measure, unit), end, row.sign, start=start + led.end(), leads=True)
    return None


def _rate(measure: str, unit: str) -> str:
    """A change told in percent is a rate; one in percentage points is not."""
    return "change_rate" if measure == "change" and unit in {"%", "倍"} else measure


def _name_end(phrase: str, end: int, measure: str) -> int:
    """The end of the name before a cue: 比上年 and, before 决算, 支出 after the name of a cost are left out."""
    if measure in {"change", "share", "completion"}:
        found = _COMPARISON.search(phrase, 0, end)
        end = found.start() if found else end
        said = _SAID.search(phrase, 0, end)
        return said.start() if said else end
    if phrase.endswith("支出", 0, end) and (end == 2 or _PAY.search(phrase, 0, end - 2)):
        return end - 2
    return end
