"""What is said of an indicator: a value reached, planned, last year's, a change, a share ..."""

from __future__ import annotations

import re

from pipeline.records import Record
from pipeline.relate.phrases import peel_right
from pipeline.relate.terms import terms

_COMPARISON = re.compile(
    r"(?:(?:比|较|与|同|和)[^,;]{0,14}?(?:相比|对比|比较|年|期|末|数|算|初|月|度)|同比|环比|相比|略有|分别|各|(?:[一二两三四五]年)?(?:平均|年均))*(?:有所|大幅|略|再|又|均|共)?$"
)
_LED_BY_CHANGE = re.compile(
    r"(?:主要是|原因是|主要为|其中|因|由于|因为)*(?P<verb>增加|减少|增支|减支|压减)(?!值|到|至)"
)
_SAID = re.compile(r"(?:支出)?(?:决算|预算)数?$")  # 决算数比预算数增加: the subject stands in an earlier clause
_PAY = re.compile(r"(?:费|费用)(?:\([^()]*\))?$")


class Cue(Record, frozen=True):
    """What the phrase before a number says: the measure, and where the name in it ends."""

    measure: str
    end: int
    sign: str = ""
    level: bool = False
    start: int = -1  # where the name begins, if the cue stands before it
    leads: bool = False  # it holds for a list of amounts: 减少培训费3万元、会议费2万元

    @property
    def compared(self) -> bool:
        """Whether another value is named beside it, so that 上年 is the base and not the value's year."""
        return self.measure in {"change", "change_rate", "share", "completion"}


NO_CUE = Cue("", -1)


def find_cue(text: str, start: int, end: int, kind: str, unit: str) -> Cue:
    """The cue at the end of text[start:end], a phrase before a number of this entity type and unit."""
    level = terms().level.search(text, start, end)
    if level:
        return Cue("", level.start(), level=True)
    bare = peel_right(text, start, end)
    for row in terms().cues:
        if row.types and kind not in row.types:
            continue
        found = row.pattern.search(text, start, end) if row.measure in {"share", "completion", "prior"} else None
        found = found or row.pattern.search(text, start, bare)
        if found:
            return Cue(
                _rate(row.measure, unit),
                _name_end(text, start, found.start(), row.measure),
                row.sign,
            )
    led = _LED_BY_CHANGE.match(text, start, bare)
    if led and led.end() < bare:
        sign = "+" if led["verb"].startswith("增") else "-"
        return Cue(_rate("change", unit), bare, sign, start=led.end(), leads=True)
    return Cue("", bare)


def _rate(measure: str, unit: str) -> str:
    """A change told in percent is a rate; one in percentage points is not."""
    return "change_rate" if measure == "change" and unit == "%" else measure


def _name_end(text: str, start: int, end: int, measure: str) -> int:
    """The end of the name before a cue: 比上年 and, before 决算, 支出 after the name of a cost are left out."""
    if measure in {"change", "share", "completion"}:
        found = _COMPARISON.search(text, start, end)
        end = found.start() if found else end
        said = _SAID.search(text, start, end)
        return said.start() if said else end
    if text.endswith("支出", start, end) and _PAY.search(text, start, end - 2):
        return end - 2
    if end - start == 2 and text.startswith("支出", start):
        return start
    return end
