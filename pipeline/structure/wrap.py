"""Which lines belong together: a paragraph that was broken at the margin, or by a page, reads on in the next line."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from pipeline.records import Record, Table
from pipeline.structure.lines import Line, width
from pipeline.structure.marks import find_mark

Pieces = list[tuple[int, int]]  # the lines of one heading or paragraph, as offsets

NARROWEST = 22  # columns of the narrowest page that wraps; narrower are titles and the cells of tables
WIDEST = 60  # columns of the widest; longer lines were never wrapped
NEAR = 8  # lines before and after that tell how wide the page is here
SLACK = 0.85  # of the width that a broken line fills at least: a long number moves down whole
PROSE = 45  # columns after which an unfinished line can only be a broken paragraph

_ENDS = ("。", "!", "?", ";", ":", ".”", "。”", "。)")
_READS_ON = (",", "、", "(", "“", "《", "〔")
_NEVER_FIRST = (",", "。", ";", ":", "、", ")", "”", "》", "%", "!", "?", "〕")


class Margins(Record):
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


def find_paragraphs(
    text: str, normal: str, lines: list[Line], left_out: set[int], tables: Sequence[Table]
) -> list[Pieces]:
    """The lines grouped into headings and paragraphs; the lines left out interrupt nothing, a table does."""
    margins = Margins.of(text, normal, lines)
    walls = [table.start for table in tables]
    groups: list[list[int]] = []
    for index, line in enumerate(lines):
        if index in left_out:
            continue
        last = groups[-1][-1] if groups else -1
        if last < 0 or _wall_between(walls, lines[last], line) or not _joins(normal, lines, margins, groups[-1], index):
            groups.append([index])
        else:
            groups[-1].append(index)
    return [[(lines[index].start, lines[index].end) for index in group] for group in groups]


def _wall_between(walls: list[int], line: Line, following: Line) -> bool:
    place = bisect_left(walls, line.end)
    return place < len(walls) and walls[place] <= following.start


def _joins(normal: str, lines: list[Line], margins: Margins, group: list[int], after: int) -> bool:
    """Whether a line reads on from the last one of a group."""
    index = group[-1]
    line, following = lines[index], lines[after]
    if normal.startswith(_NEVER_FIRST, following.start):
        return True
    if find_mark(normal, following.start, following.end):
        return False
    if _waits_for_title(normal, lines[group[0]]):
        return len(group) < 3 and margins.widths[after] <= NARROWEST and not normal.endswith(_ENDS, 0, following.end)
    if normal.endswith(_READS_ON, line.start, line.end):
        return True
    if normal.endswith(_ENDS, line.start, line.end):
        return margins.full(index) and following.gap <= line.gap and following.indent <= min(line.indent, 1)
    return margins.widths[index] > PROSE or margins.full(index)


def _waits_for_title(normal: str, line: Line) -> bool:
    """Whether a line is 第二部分 or 附件1 and nothing else: its title stands on the next ones."""
    mark = find_mark(normal, line.start, line.end)
    return mark is not None and mark.scheme in ("part", "annex") and mark.end == line.end
