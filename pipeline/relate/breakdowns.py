"""Which total a value is part of: 其中, 包括, bracketed breakdowns, several levels deep.

A stack of open totals is kept while reading. What opens a level stands in the gap between two numbers; a level ends at
its bracket, at a semicolon that separates its parent's siblings, at the full stop, or when its parts reach the total.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.records import Statement

VALUES = {"actual", "budget", "target", "prior"}  # measures that have parts
_BALANCED = re.compile(r"\([^()]*\)")
_EVENT = re.compile(r"[();。]|其中|主要包括|包括|包含|主要是|主要为|明细如下|具体为|分别是")
_NEW_MATTER = re.compile(r"[;。](?:\(?\d+\)|[一二三四五六七八九]是|\d+[.、])|全年|总(?:收入|支出|计)")


@dataclass
class Level:
    """An open total and what of it was told so far."""

    total: int  # index into the statements
    kind: str  # bracket, list
    parts: list[int] = field(default_factory=list)
    told: Decimal = Decimal(0)
    separated: bool = False  # its parts are separated by semicolons


@dataclass
class Breakdowns:
    """The stack of open totals over the statements read so far."""

    statements: list[Statement]
    levels: list[Level] = field(default_factory=list)
    resumable: Level | None = None  # the outermost level that the last full stop closed

    def enter(self, gap: str, unit: str, value: str) -> None:
        """Read the text between the last number and the next, which has this unit and value."""
        plain = _BALANCED.sub("", gap)
        for found in _EVENT.finditer(plain):
            self._event(found[0], unit)
        if _NEW_MATTER.search(plain):
            self.levels = [level for level in self.levels if level.kind == "bracket"]
        amount = Decimal(value)
        while self.levels and self._exceeds(self.levels[-1], unit, amount):
            self.levels.pop()
        self._resume(unit, amount)

    def _event(self, sign: str, unit: str) -> None:
        if sign == "(":
            self._open("bracket", unit)
        elif sign == ")":
            self._close_bracket()
        elif sign == ";":
            self._semicolon()
        elif sign == "。":
            self.stop()
        else:
            self._open("list", unit)

    def stop(self) -> None:
        """A full stop: every level ends; the outermost may be resumed by the part that completes it."""
        if self.levels:
            self.resumable = self.levels[0]
        self.levels = []

    def part(self, index: int) -> int:
        """The total of the statement at ``index``, which was just read; -1 if it is none's part."""
        statement = self.statements[index]
        if not self.levels or statement.measure not in VALUES:
            return -1
        level = self.levels[-1]
        if self.statements[level.total].unit != statement.unit:
            return -1
        level.parts.append(index)
        level.told += Decimal(statement.value)
        total = level.total
        while self.levels and self.levels[-1].kind == "list" and self._complete(self.levels[-1]):
            self.levels.pop()
            break
        return total

    def _open(self, kind: str, unit: str) -> None:
        total = self._last_of(unit)
        if total >= 0 and not (self.levels and self.levels[-1].total == total and not self.levels[-1].parts):
            self.levels.append(Level(total, kind))

    def _last_of(self, unit: str) -> int:
        """The last statement with this unit that has parts; beyond a full stop the last that is itself no part."""
        for back in range(1, min(len(self.statements), 8) + 1):
            index = len(self.statements) - back
            statement = self.statements[index]
            if statement.unit == unit and statement.measure in VALUES:
                return index
        return -1

    def _close_bracket(self) -> None:
        for at in range(len(self.levels) - 1, -1, -1):
            if self.levels[at].kind == "bracket":
                del self.levels[at:]
                return

    def _semicolon(self) -> None:
        if (
            len(self.levels) > 1
            and self.levels[-1].kind == "list"
            and self.levels[-1].parts
            and not self.levels[-1].separated
        ):
            self.levels.pop()
        if self.levels:
            self.levels[-1].separated = True

    def _exceeds(self, level: Level, unit: str, amount: Decimal) -> bool:
        total = self.statements[level.total]
        return (
            level.kind == "list"
            and total.unit == unit
            and level.told + amount > Decimal(total.value) * Decimal("1.001")
        )

    def _complete(self, level: Level) -> bool:
        return level.told == Decimal(self.statements[level.total].value) != 0

    def _resume(self, unit: str, amount: Decimal) -> None:
        level, self.resumable = self.resumable, None
        if level and not self.levels:
            total = self.statements[level.total]
            if total.unit == unit and level.told + amount == Decimal(total.value):
                self.levels.append(level)
