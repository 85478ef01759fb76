"""Which total a value is part of: 其中, 包括, bracketed breakdowns, several levels deep.

A stack of open totals is kept while reading. What opens a level stands in the gap between two numbers; a level ends at
its bracket, at a semicolon that separates its parent's siblings, at the full stop, or when its parts reach the total.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.records import Statement
from pipeline.relate.totals import VALUES, last_total, may_be_part, named_total, of_unit, scale

_DEEPEST = 6  # levels
_SLACK = Decimal("1.02")  # parts that add to a little more than the total are a slip of the report
BALANCED = re.compile(r"\([^()]*\)")
_SIGN = r"\(|\)|;|。|"
_NAMED = r"(?P<named>[^,;:。()]{2,14}?)(?:(?<!其)中,|的?具体构成(?:为|如下)?:|构成(?:为|如下):)|"
_WORD = (
    r"其中|资金来源(?:为|于|包括|:)|主要包括|包括|包含|主要是|主要为|主要有|主要用于|以下方面|明细如下|具体为|分别是|"
    r"从[^,;:。()]{1,8}(?:看|分|划分|分类)[,:]|按[^,;:。()]{1,8}(?:看|分|划分|分类)[,:]"
)
_EVENT = re.compile(_SIGN + _NAMED + _WORD)
_PLAIN_EVENT = re.compile(_SIGN + _WORD)  # without a name: several times as fast
_ENDS = {"。", ";", ")"}
_MAY_BE_EVENT = re.compile("[();。中构源包主以明体别从按]")  # every event holds one of these
_NEW_MATTER = re.compile(r"[;。](?:\(?\d+\)|[一二三四五六七八九]是|\d+[.、])|全年|此外|另外|总(?:收入|支出|计)")


@dataclass
class Level:
    """An open total and what of it was told so far."""

    total: int  # index into the statements
    kind: str  # bracket, list
    parts: list[int] = field(default_factory=list)
    told: Decimal = Decimal(0)
    semicolons: int = 0  # between its parts
    full: bool = False  # its parts have reached the total: only a nought may follow


@dataclass
class Breakdowns:
    """The stack of open totals over the statements read so far."""

    statements: list[Statement]
    levels: list[Level] = field(default_factory=list)
    resumable: Level | None = None  # the outermost level that the last full stop closed
    sentence: int = 0  # the first statement of the last sentence that has any
    next: int = 0  # the first statement after it
    paragraph: int = 0  # the first statement of this paragraph
    before: int = 0  # the first statement of the paragraph before it

    def begin(self, text: str) -> None:
        """A paragraph begins; with 其中 it tells the parts of a total in the one before."""
        if text.lstrip().startswith("其中"):
            self.paragraph = self.before

    def enter(self, gap: str, unit: str, value: str) -> None:
        """Read the text between the last number and the next, which has this unit and value."""
        plain = BALANCED.sub("", gap) if "(" in gap else gap
        may_be_event = _MAY_BE_EVENT.search(plain)
        if not (may_be_event or self.levels or self.resumable):
            return
        amount = Decimal(value)
        event = _EVENT if "中," in plain or "构成" in plain else _PLAIN_EVENT
        opened = [self._event(found, unit, amount) for found in event.finditer(plain)] if may_be_event else []
        if self.levels and not any(opened) and _NEW_MATTER.search(plain):
            self.levels = [level for level in self.levels if level.kind == "bracket"]
        while self.levels and self._exceeds(self.levels[-1], unit, amount):
            self.levels.pop()
        self._resume(unit, amount)

    def part(self, index: int, said: str) -> int:
        """The total of the statement at ``index``, just read, of which a cue says this measure; -1 if it is no part."""
        statement = self.statements[index]
        if not self.levels or statement.measure not in VALUES:
            return -1
        level = self.levels[-1]
        total = of_unit(self.statements, level.total, statement.unit)
        whole = self.statements[total]
        if not may_be_part(whole, statement, said):
            return -1
        if total != level.total:
            return total
        level.parts.append(index)
        level.told += Decimal(statement.value) * (scale(whole.unit, statement.unit) or 1)
        level.full = level.told == Decimal(whole.value) != 0
        return level.total

    def stop(self) -> None:
        """A full stop: every level ends; the outermost may be resumed by the part that completes it."""
        if len(self.statements) > self.next:
            self.sentence, self.next = self.next, len(self.statements)
        if self.levels:
            self.resumable = self.levels[0]
        self.levels = []

    def leave(self) -> range:
        """The end of a paragraph: nothing is carried on. Gives the statements of its last sentence that has any."""
        self.stop()
        self.resumable = None
        last = range(max(self.sentence, self.paragraph), len(self.statements))
        if self.paragraph < len(self.statements):
            self.before, self.paragraph = self.paragraph, len(self.statements)
        return last

    def _event(self, found: re.Match[str], unit: str, amount: Decimal) -> bool:
        """Take note of a sign or word between two numbers; True if it opens a list of parts."""
        sign = found[0]
        if sign in _ENDS:
            self._end(sign)
            return False
        if found.re is _EVENT and found["named"]:
            total = named_total(self.statements, found["named"], unit, amount)
        else:
            least = Decimal(0) if sign == "(" else amount
            total = last_total(self.statements, self.paragraph, unit, least)
        self._open(total, "bracket" if sign == "(" else "list")
        return sign != "("

    def _end(self, sign: str) -> None:
        if sign == "。":
            self.stop()
        elif sign == ";":
            self._semicolon()
        else:
            self._close_bracket()

    def _open(self, total: int, kind: str) -> None:
        """Open a level, unless it is open already and has no parts yet: 120万元（其中 opens one."""
        again = bool(self.levels) and self.levels[-1].total == total and not self.levels[-1].parts
        if total >= 0 and not again and len(self.levels) < _DEEPEST:
            self.levels.append(Level(total, kind))

    def _close_bracket(self) -> None:
        for at in range(len(self.levels) - 1, -1, -1):
            if self.levels[at].kind == "bracket":
                del self.levels[at:]
                return

    def _semicolon(self) -> None:
        while self.levels and self.levels[-1].kind == "list" and not self.levels[-1].parts:
            self.levels.pop()  # 主要包括 with names and no numbers
        inner = self.levels[-1] if len(self.levels) > 1 else None
        if inner and inner.kind == "list" and not inner.semicolons and not self.levels[-2].full:
            self.levels.pop()  # its parts stood between commas: the semicolon is its parent's
        if self.levels:
            self.levels[-1].semicolons += 1

    def _exceeds(self, level: Level, unit: str, amount: Decimal) -> bool:
        """Whether one more part is too much; parts between semicolons are trusted, though a report may add wrongly."""
        whole = self.statements[level.total]
        factor = scale(whole.unit, unit)
        if level.kind != "list" or factor is None:
            return False
        if level.full:
            return amount > 0
        adds = unit == "万元" and level.semicolons < 2  # persons and cases may be counted under two parts
        return (level.told if adds else 0) + amount * factor > Decimal(whole.value) * _SLACK

    def _resume(self, unit: str, amount: Decimal) -> None:
        level, self.resumable = self.resumable, None
        if level and not self.levels and amount:
            whole = self.statements[level.total]
            if whole.unit == unit and level.told + amount == Decimal(whole.value) != 0:
                self.levels.append(level)
