"""Which form field running text belongs to: 职能职责概述 above it, 年初设定目标 at the end of the table before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.records import Section, Table
from pipeline.resources.headings import headings
from pipeline.structure.titles import Piece
from pipeline.structure.tree import PLAIN, Open

NEAR_END = 80  # characters of a table in which the labels of the text after it stand
_NAMED = re.compile(r"(?:目标|任务|指标)\s?(\d{1,3})")
_CELL = re.compile(r"[^\n\t|]+")


class Fields:
    """The form field that is open as the blocks of a report go by."""

    def __init__(self, normal: str, tables: Sequence[Table]) -> None:
        self.normal = normal
        self.tables = tables
        self.forms: set[int] = set()  # sections in which a form's table stood
        self.waiting: list[str] = []  # labels at the end of the last form, for the text that follows it
        self.last = -1  # the number of the last item that was read under them; -1 before the first

    def table(self, index: int, open_sections: list[Open]) -> None:
        """A table goes by."""
        table = self.tables[index]
        self.waiting = []
        if table.kind == "form":
            self.forms.update(entry.section for entry in open_sections)
            self.waiting = self._labels_at_end(table)
            self.last = -1

    def heading(self) -> None:
        """A heading goes by: it ends the field."""
        self.waiting = []

    def label(self, piece: Piece, open_sections: list[Open], sections: list[Section]) -> str:
        """The label of a paragraph: of the text after a form, else of the unnumbered heading inside a form above it."""
        if self.waiting:
            return self._next_waiting(piece)
        for depth in range(len(open_sections) - 1, 0, -1):
            entry = open_sections[depth]
            if entry.scheme == PLAIN and open_sections[depth - 1].section in self.forms:
                return sections[entry.section].title
        return ""

    def _labels_at_end(self, table: Table) -> list[str]:
        """The last cells of a table that name a field: 年初设定目标, 全年实际完成情况."""
        found: list[str] = []
        for match in _CELL.finditer(self.normal, max(table.start, table.end - NEAR_END), table.end):
            cue = headings().cue(match[0].strip())
            if cue and cue.label in ("goals", "achievements", "duties", "problems", "measures"):
                found.append(match[0].strip())
            else:
                found = []
        return found[-2:]

    def _next_waiting(self, piece: Piece) -> str:
        """The text belongs to the first label until its list begins again or a text without a list follows."""
        number = _number(piece)
        if len(self.waiting) > 1 and self.last >= 0 and number <= self.last:
            self.waiting = self.waiting[1:]
        self.last = number
        return self.waiting[0]


def _number(piece: Piece) -> int:
    """The number of an item of a list, also of 目标3:; 0 for text without one."""
    if piece.mark:
        return piece.mark.value
    named = _NAMED.match(piece.view.text)
    return int(named[1]) if named else 0
