"""Totals whose parts follow in paragraphs of their own.

财政拨款支出预算为80万元，支出决算为76万元，其中：
1.教育支出（类）普通教育（款）小学教育（项）。
预算为50万元，支出决算为48万元。
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.records import Statement
from pipeline.relate.totals import VALUES

_FOLLOWS = re.compile(r"其中[:,]?$")
_NUMBERED = re.compile(r"\s*(?:\(?[一二三四五六七八九十\d]{1,3}[)、.]|[①-⑳])")


@dataclass
class Lists:
    """The totals, by measure, of the list that is being read."""

    statements: list[Statement]
    totals: dict[str, int] = field(default_factory=dict)
    numbered: bool | None = None  # whether its paragraphs begin with a number; None before the first
    head: int = -1  # where the name of this paragraph's first number stands

    def open(self, last: range, ending: str) -> None:
        """A paragraph ended; if with 其中：, the one thing that its last sentence tells is the total of what follows."""
        values = [i for i in last if self.statements[i].measure in VALUES and self.statements[i].unit != "%"]
        if _FOLLOWS.search(ending) and len({self.statements[i].start for i in values}) == 1:
            self.totals = {self.statements[i].measure: i for i in values}
            self.numbered = None

    def begin(self, text: str, *, by_heading: bool) -> None:
        """A paragraph with numbers begins; one of another kind than those before it ends the list."""
        self.head = -1
        numbered = by_heading or bool(_NUMBERED.match(text))
        if self.numbered not in {None, numbered}:
            self.close()
        self.numbered = numbered

    def close(self) -> None:
        """Other matter begins."""
        self.totals = {}

    def part(self, index: int) -> int:
        """The total, of its own measure, of the statement at ``index``; -1 if it is not what its paragraph is about."""
        statement = self.statements[index]
        self.head = statement.start if self.head < 0 else self.head
        total = self.totals.get(statement.measure, -1)
        if total < 0 or self.statements[total].unit != statement.unit or statement.start != self.head:
            return -1
        whole = self.statements[total]
        if whole.full_name in statement.full_name or Decimal(statement.value) > Decimal(whole.value):
            self.close()
            return -1
        return total
