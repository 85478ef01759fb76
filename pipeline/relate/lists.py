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


@dataclass
class Lists:
    """The totals, by measure, of the list that is being read."""

    statements: list[Statement]
    totals: dict[str, int] = field(default_factory=dict)
    by_heading: bool | None = (
        None  # the parts are named by heading lines, or in their own paragraphs; None: not yet seen
    )

    def open(self, last: range, ending: str) -> None:
        """A paragraph ended; if with 其中：, the one thing that its last sentence tells is the total of what follows."""
        values = [i for i in last if self.statements[i].measure in VALUES and self.statements[i].unit != "%"]
        if _FOLLOWS.search(ending) and len({self.statements[i].start for i in values}) == 1:
            self.totals = {self.statements[i].measure: i for i in values}
            self.by_heading = None

    def close(self) -> None:
        """Other matter begins."""
        self.totals = {}

    def part(self, index: int, by_heading: bool) -> int:
        """The total, of its own measure, of the statement at ``index``; -1 if the list is over or has none."""
        statement = self.statements[index]
        total = self.totals.get(statement.measure, -1)
        if total < 0:
            return -1
        whole = self.statements[total]
        if whole.unit != statement.unit:
            return -1
        told_again = whole.full_name in statement.full_name
        if told_again or self.by_heading not in {None, by_heading} or Decimal(statement.value) > Decimal(whole.value):
            self.close()
            return -1
        self.by_heading = by_heading
        return total
