"""Which lines belong together: a paragraph that was broken at the margin, or by a page, reads on in the next line."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from pipeline.numerals.units import begins_with_unit
from pipeline.records import Record, Table
from pipeline.structure.lines import Line
from pipeline.structure.margins import ENDS, NARROWEST, WIDEST, Margins
from pipeline.structure.marks import Mark
from pipeline.structure.titles import is_plain_heading

Pieces = list[tuple[int, int]]  # the lines of one heading or paragraph, as offsets

WIDEST_TITLE = 28  # columns of a line of a title
NARROW = 10  # columns of the lines of a form's label that is broken over several
READS_ON = (",", "、", "(", "“", "《", "〔")
NEVER_FIRST = (",", "。", ";", ":", "、", ")", "”", "》", "%", "!", "?", "〕")
MOST_LABEL_LINES = 4
_LABEL = re.compile(r"[\u4e00-\u9fff()、/“”\s]+")
_NUMBER_GOES_ON = re.compile(r"[\d.]*\s?[万亿元%人户次个件家起批年月日]")

_LEAVES_UNIT = re.compile(r"[\u4e00-\u9fff为约近≥≤:(,、;]\s?\d[\d,.]{0,14}\s{0,2}[十百千万亿]{0,2}$")

_PROSE = re.compile(r"[一-鿿)%”][,;。]")
_UNIT_WAITS = ",.十百千万亿\t"  # with which it ends, or with a digit


def find_paragraphs(page: Page, left_out: set[int], tables: Sequence[Table]) -> list[Pieces]:
    """The lines grouped into headings and paragraphs; the lines left out interrupt nothing, a table does."""
    lines = page.lines
    walls = [table.start for table in tables]
    groups: list[list[int]] = []
    label_end = 0
    for index, line in enumerate(lines):
        if index in left_out:
            continue
        last = groups[-1][-1] if groups else index
        joins = last < index and (index < label_end or page.joins(groups[-1], index))
        if joins and not _wall_between(walls, lines[last], line):
            groups[-1].append(index)
        else:
            groups.append([index])
            label_end = page.label_end(index)
    return [[(lines[index].start, lines[index].end) for index in group] for group in groups]


def _wall_between(walls: list[int], line: Line, following: Line) -> bool:
    place = bisect_left(walls, line.end)
    return place < len(walls) and walls[place] <= following.start


class Page(Record, frozen=True):
    """The lines of a report with their margins: which of them reads on from which."""

    normal: str
    lines: list[Line]
    marks: list[Mark | None]  # the number at the head of each line
    margins: Margins
    narrow: list[bool]  # lines that may be a part of a form's label
    tabbed: list[bool]  # lines that are rows of a table

    @classmethod
    def of(cls, text: str, normal: str, lines: list[Line], marks: list[Mark | None]) -> Page:
        margins = Margins.of(text, normal, lines, marks)
        narrow = [
            wide <= NARROW and _LABEL.fullmatch(normal, line.start, line.end) is not None
            for line, wide in zip(lines, margins.widths, strict=True)
        ]
        tabbed = [normal.find("\t", line.start, line.end) >= 0 for line in lines]
        return cls(normal=normal, lines=lines, marks=marks, margins=margins, narrow=narrow, tabbed=tabbed)

    def joins(self, group: list[int], after: int) -> bool:
        """Whether a line reads on from the last one of a group."""
        normal, line, following = self.normal, self.lines[group[-1]], self.lines[after]
        if self.tabbed[group[-1]] or self.tabbed[after]:
            return False
        if normal.startswith(NEVER_FIRST, following.start):
            return True
        if self._waits_for_title(group[0]):
            return len(group) < 3 and self._may_be_title(after)
        if self.marks[after]:
            return False
        if normal.endswith(READS_ON, line.start, line.end) or self._parts_number(line, following):
            return True
        if normal.endswith(ENDS, line.start, line.end):
            flush = following.gap <= self.margins.gap and following.indent <= min(line.indent, 1)
            return flush and self.margins.full(group[-1])
        breaks = self.margins.breaks(group[-1]) or self._tells(group[-1], after)
        return breaks and not is_plain_heading(self._text(after))

    def _tells(self, index: int, after: int) -> bool:
        """Whether running text without an end is followed by running text, in a report whose lines are broken."""
        if not self.margins.wraps or not NARROWEST <= self.margins.widths[index] <= WIDEST:
            return False
        return bool(_PROSE.search(self._text(index)) and _PROSE.search(self._text(after)))

    def _parts_number(self, line: Line, following: Line) -> bool:
        """Whether a line breaks off inside a quantity: 统筹基金支付386.5 / 1万元,其中; 惠及群众2300 / 人."""
        last = self.normal[line.end - 1]
        if not (last.isdigit() or last in _UNIT_WAITS):
            return False  # nearly all lines
        if _LEAVES_UNIT.search(self.normal, max(line.start, line.end - 24), line.end):
            return self.normal[following.start] in "万亿月日" or begins_with_unit(self.normal, following.start)
        if not (last.isdigit() and _NUMBER_GOES_ON.match(self.normal, following.start)):
            return False
        return line.end - line.start >= NARROWEST and "," in self._between(line)

    def _between(self, line: Line) -> str:
        return self.normal[line.start : line.end]

    def _text(self, index: int) -> str:
        return self._between(self.lines[index])

    def _waits_for_title(self, index: int) -> bool:
        """Whether a line is 第二部分 or 附件1 and nothing else: its title stands on the next ones."""
        mark = self.marks[index]
        return mark is not None and mark.scheme in ("part", "annex") and mark.end == self.lines[index].end

    def _may_be_title(self, index: int) -> bool:
        line = self.lines[index]
        mark = self.marks[index]
        ends = self.normal.endswith(ENDS, line.start, line.end)
        return self.margins.widths[index] <= WIDEST_TITLE and not ends and (not mark or mark.scheme == "annex")

    def label_end(self, index: int) -> int:
        """One past the last line of a form's label that begins at a line and is broken over several; 0 if none does."""
        label = ""
        for end in range(index, min(index + MOST_LABEL_LINES, len(self.lines))):
            if not self.narrow[end]:
                return 0
            label += self._text(end)
            if is_plain_heading(label):
                return end + 1 if end > index else 0
        return 0
