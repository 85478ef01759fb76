"""Which total a value is part of: 其中, 包括, bracketed breakdowns, several levels deep.

A stack of open totals is kept while reading. What opens a level stands in the gap between two numbers; a level ends at
its bracket, at a semicolon that separates its parent's siblings, at the full stop, or when its parts reach the total.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.records import Statement

VALUES = {"actual", "budget", "target", "prior", "score", "points"}  # measures that have parts
_NEAR = 8  # statements; a total stands no further back when 其中 comes
_DEEPEST = 6  # levels
_SLACK = Decimal("1.02")  # parts that add to a little more than the total are a slip of the report
_OPPOSITE = {"收入": "支出", "支出": "收入"}
BALANCED = re.compile(r"\([^()]*\)")
_EVENT = re.compile(
    r"[();。]|其中|主要包括|包括|包含|主要是|主要为|主要用于|以下方面|明细如下|构成为|构成如下|构成:|具体为|分别是"
)
_NEW_MATTER = re.compile(r"[;。](?:\(?\d+\)|[一二三四五六七八九]是|\d+[.、])|全年|总(?:收入|支出|计)")


@dataclass
class Level:
    """An open total and what of it was told so far."""

    total: int  # index into the statements
    kind: str  # bracket, list
    parts: list[int] = field(default_factory=list)
    told: Decimal = Decimal(0)
    semicolons: int = 0  # between its parts


@dataclass
class Breakdowns:
    """The stack of open totals over the statements read so far."""

    statements: list[Statement]
    levels: list[Level] = field(default_factory=list)
    resumable: Level | None = None  # the outermost level that the last full stop closed
    sentence: int = 0  # the first statement of the last sentence that has any
    next: int = 0  # the first statement after it
    paragraph: int = 0  # the first statement of this paragraph

    def enter(self, gap: str, unit: str, value: str) -> None:
        """Read the text between the last number and the next, which has this unit and value."""
        plain = BALANCED.sub("", gap)
        amount = Decimal(value)
        for found in _EVENT.finditer(plain):
            self._event(found[0], unit, amount)
        if _NEW_MATTER.search(plain):
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
        whole = self.statements[level.total]
        if not _may_be_part(whole, statement) or (said and said != whole.measure):
            return -1
        level.parts.append(index)
        level.told += Decimal(statement.value)
        if level.kind == "list" and level.told == Decimal(whole.value) != 0:
            self.levels.pop()
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
        self.paragraph = len(self.statements)
        return last

    def _event(self, sign: str, unit: str, amount: Decimal) -> None:
        if sign == "(":
            self._open("bracket", unit, Decimal(0))
        elif sign == ")":
            self._close_bracket()
        elif sign == ";":
            self._semicolon()
        elif sign == "。":
            self.stop()
        else:
            self._open("list", unit, amount)

    def _open(self, kind: str, unit: str, part: Decimal) -> None:
        total = self._last_of(unit, part)
        if (
            len(self.levels) < _DEEPEST
            and total >= 0
            and not (self.levels and self.levels[-1].total == total and not self.levels[-1].parts)
        ):
            self.levels.append(Level(total, kind))

    def _last_of(self, unit: str, part: Decimal) -> int:
        """The last statement with this unit that is not smaller than its part; -1 if none is near."""
        for index in range(len(self.statements) - 1, max(self.paragraph, len(self.statements) - _NEAR) - 1, -1):
            statement = self.statements[index]
            if statement.unit == unit and statement.measure in VALUES and Decimal(statement.value) >= part:
                return self._reached(index, part)
        return -1

    def _reached(self, index: int, part: Decimal) -> int:
        """The value reached of the same name rather than the budget or last year's value that it is compared with."""
        name = self.statements[index].start
        for earlier in range(index, max(self.paragraph, index - _NEAR) - 1, -1):
            statement = self.statements[earlier]
            if statement.start == name and statement.measure == "actual" and Decimal(statement.value) >= part:
                return earlier
        return index

    def _close_bracket(self) -> None:
        for at in range(len(self.levels) - 1, -1, -1):
            if self.levels[at].kind == "bracket":
                del self.levels[at:]
                return

    def _semicolon(self) -> None:
        while self.levels and self.levels[-1].kind == "list" and not self.levels[-1].parts:
            self.levels.pop()  # 主要包括 with names and no numbers
        inner = self.levels[-1] if len(self.levels) > 1 else None
        if inner and inner.kind == "list" and not inner.semicolons:
            self.levels.pop()  # its parts stood between commas: the semicolon is its parent's
        if self.levels:
            self.levels[-1].semicolons += 1

    def _exceeds(self, level: Level, unit: str, amount: Decimal) -> bool:
        """Whether one more part is too much; parts between semicolons are trusted, though a report may add wrongly."""
        whole = self.statements[level.total]
        if level.kind != "list" or whole.unit != unit:
            return False
        told = level.told if level.semicolons < 2 else Decimal(0)
        return told + amount > Decimal(whole.value) * _SLACK

    def _resume(self, unit: str, amount: Decimal) -> None:
        level, self.resumable = self.resumable, None
        if level and not self.levels:
            whole = self.statements[level.total]
            if whole.unit == unit and level.told + amount == Decimal(whole.value) != 0:
                self.levels.append(level)


def _may_be_part(whole: Statement, part: Statement) -> bool:
    """Whether the kind of a total allows a part: the same unit, another name, marks of marks."""
    if whole.unit != part.unit or whole.start == part.start:
        return False
    if part.unit == "分" and whole.measure != part.measure:
        return False
    return not _opposite(whole.full_name, part.full_name)


def _opposite(whole: str, part: str) -> bool:
    """Whether a name is no part of a total because it is its counterpart: 支出 after 收入."""
    other = _OPPOSITE.get(whole[-2:])
    return other is not None and other in part and whole[-2:] not in part
