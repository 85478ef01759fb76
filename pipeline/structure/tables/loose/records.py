"""Records: what names a row and the figures printed for it. ``coded``, ``ranked`` and ``named`` read them out of tokens."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.structure.tables.pieces import Piece

TOTAL = re.compile(r"(?:人员经费|公用经费|本年收入|本年支出|收入|支出|本年)?(?:合计|总计|小计)")


class Record(NamedTuple):
    """One row, or one row of one block where several stand side by side."""

    code: str
    names: tuple[Piece, ...]  # the parts of the name, in order
    slots: tuple[Piece | None, ...]  # its figures, None for a dash
    line: int  # where it begins
    place: int  # 0 for the first record of its line

    @property
    def name(self) -> str:
        return "".join([part.text for part in self.names])

    @property
    def figures(self) -> tuple[Piece, ...]:
        return tuple([slot for slot in self.slots if slot is not None])


class OpenRecord:
    """A record while it is being read."""

    def __init__(self, code: str, line: int, place: int) -> None:
        self.code, self.line, self.place = code, line, place
        self.names: list[Piece] = []
        self.slots: list[Piece | None] = []

    def closed(self) -> Record:
        return Record(self.code, tuple(self.names), tuple(self.slots), self.line, self.place)
