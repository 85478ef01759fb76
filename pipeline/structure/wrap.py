"""Which lines belong together: a paragraph that was broken at the margin, or by a page, reads on in the next line."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from pipeline.records import Record, Table
from pipeline.structure.lines import Line, width
from pipeline.structure.marks import find_mark
from pipeline.structure.titles import is_plain_heading

Pieces = list[tuple[int, int]]  # the lines of one heading or paragraph, as offsets

NARROWEST = 22  # columns of the narrowest page that wraps; narrower are titles and the cells of tables
WIDEST_TITLE = 28  # columns of a line of a title
WIDEST = 60  # columns of the widest; longer lines were never wrapped
NARROW = 10  # columns of the lines of a form's label that is broken over several
NEAR = 8  # lines before and after that tell how wide the page is here
SLACK = 0.85  # of the width that a broken line fills at least: a long number moves down whole
PROSE = 45  # columns after which an unfinished line can only be a broken paragraph

_ENDS = ("。", "!", "?", ";", ":", ".”", "。”", "。)")
_READS_ON = (",", "、", "(", "“", "《", "〔")
_NEVER_FIRST = (",", "。", ";", ":", "、", ")", "”", "》", "%", "!", "?", "〕")


class Margins(Record, frozen=True):
    """How wide the lines of a report print, and at which widths it breaks them."""

    widths: list[float]
    broken: Counter[int]  # width in whole columns -> lines of it that end in the middle of a sentence

    @classmethod
    def of(cls, text: str, normal: str, lines: list[Line]) -> Margins:
        widths = [width(text[line.start : line.end]) for line in lines]
        broken = Counter(
            round(wide)
            for line, wide in zip(lines, widths, strict=True)
            if NARROWEST <= wide <= WIDEST and not normal.endswith(_ENDS, line.start, line.end)
        )
        return cls(widths=widths, broken=broken)

    def full(self, index: int) -> bool:
        """Whether a line reaches the right margin of a page that wraps."""
        wide = self.widths[index]
        if not NARROWEST <= wide <= WIDEST or sum(self.broken[round(wide) + step] for step in (-1, 0, 1, 2)) < 3:
            return False
        near = self.widths[max(index - NEAR, 0) : index + NEAR + 1]
        return wide >= SLACK * max(other for other in near if other <= WIDEST)

    def breaks(self, index: int) -> bool:
        """Whether a line without a full stop was broken at the margin, or by a page."""
        return self.widths[index] > PROSE or self.full(index)


def find_paragraphs(
    text: str, normal: str, lines: list[Line], left_out: set[int], tables: Sequence[Table]
) -> list[Pieces]:
    """The lines grouped into headings and paragraphs; the lines left out interrupt nothing, a table does."""
    page = Page(normal=normal, lines=lines, margins=Margins.of(text, normal, lines))
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
    margins: Margins

    def joins(self, group: list[int], after: int) -> bool:
        """Whether a line reads on from the last one of a group."""
        normal, line, following = self.normal, self.lines[group[-1]], self.lines[after]
        if normal.startswith(_NEVER_FIRST, following.start):
            return True
        if self._waits_for_title(group[0]):
            return len(group) < 3 and self._may_be_title(after)
        if find_mark(normal, following.start, following.end):
            return False
        if normal.endswith(_READS_ON, line.start, line.end):
            return True
        if normal.endswith(_ENDS, line.start, line.end):
            return (
                self.margins.full(group[-1]) and following.gap <= line.gap and following.indent <= min(line.indent, 1)
            )
        return self.margins.breaks(group[-1]) and not is_plain_heading(self._text(after))

    def _text(self, index: int) -> str:
        return self.normal[self.lines[index].start : self.lines[index].end]

    def _waits_for_title(self, index: int) -> bool:
        """Whether a line is 第二部分 or 附件1 and nothing else: its title stands on the next ones."""
        line = self.lines[index]
        mark = find_mark(self.normal, line.start, line.end)
        return mark is not None and mark.scheme in ("part", "annex") and mark.end == line.end

    def _may_be_title(self, index: int) -> bool:
        line = self.lines[index]
        mark = find_mark(self.normal, line.start, line.end)
        ends = self.normal.endswith(_ENDS, line.start, line.end)
        return self.margins.widths[index] <= WIDEST_TITLE and not ends and (not mark or mark.scheme == "annex")

    def label_end(self, index: int) -> int:
        """One past the last line of a form's label that begins at a line and is broken over several; 0 if none does."""
        label = ""
        for end in range(index, min(index + 4, len(self.lines))):
            if not self._may_be_label(end):
                return 0
            label += self._text(end)
            if is_plain_heading(label):
                return end + 1 if end > index else 0
        return 0

    def _may_be_label(self, index: int) -> bool:
        text = self._text(index)
        narrow = self.margins.widths[index] <= NARROW and not text.endswith(_ENDS)
        return narrow and not any(sign.isdigit() for sign in text) and not find_mark(text)
