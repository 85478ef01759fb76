"""Margins: how wide a report's page is where it breaks its lines, and how far apart it prints them."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from pipeline.records import Record
from pipeline.structure.lines import Line, width
from pipeline.structure.marks import Mark

NARROWEST = 22  # columns of the narrowest page that wraps; narrower are titles and the cells of tables
WIDEST = 60  # columns of the widest; longer lines were never wrapped
NEAR = 8  # lines before and after that tell how wide the page is here
SLACK = 0.85  # of the width that a broken line fills at least: a long number moves down whole
RAGGED = 6  # columns by which the lines of a page may differ; a line far longer than the one before was not broken
FEWEST_BROKEN = 3  # lines that a report breaks at about the same width, at least
MANY_BROKEN = 20  # lines of a report that breaks its paragraphs throughout, at least
FEW_WIDE = 0.02  # of its lines may be wider than any page that wraps
PROSE = 45  # columns after which an unfinished line can only be a broken paragraph
DEEPEST_INDENT = 4  # blanks before the first line of a paragraph
ENDS = ("。", "!", "?", ";", ":", ".”", "。”", "。)")  # signs at which a line may be complete


class Margins(Record, frozen=True):
    """How wide the lines of a report print, at which widths it breaks them, and how far apart."""

    widths: list[float]
    broken: Counter[int]  # width in whole columns -> lines of it that read on in the next
    gap: int  # line breaks between the lines of a broken paragraph, usually
    wraps: bool  # whether the report breaks its paragraphs into lines throughout

    @classmethod
    def of(cls, text: str, normal: str, lines: list[Line], marks: list[Mark | None]) -> Margins:
        widths = [_printed_width(text, line) for line in lines]
        broken: Counter[int] = Counter()
        gaps: Counter[int] = Counter()
        for index, (line, following) in enumerate(pairwise(lines)):
            wide = widths[index]
            if not NARROWEST <= wide <= WIDEST or widths[index + 1] > wide + RAGGED:
                continue
            if normal.endswith(ENDS, line.start, line.end) or marks[index + 1]:
                continue
            broken[round(wide)] += 1
            gaps[following.gap] += 1
        wraps = sum(broken.values()) >= MANY_BROKEN and sum(wide > WIDEST for wide in widths) <= len(widths) * FEW_WIDE
        return cls(
            widths=widths, broken=broken, wraps=wraps, gap=max(gaps, key=lambda gap: (gaps[gap], -gap), default=1)
        )

    def full(self, index: int) -> bool:
        """Whether a line reaches the right margin of a page that wraps."""
        wide = self.widths[index]
        if not NARROWEST <= wide <= WIDEST or self.widths[index + 1] > wide + RAGGED:
            return False
        if sum(self.broken[round(wide) + step] for step in (-1, 0, 1, 2)) < FEWEST_BROKEN:
            return False
        near = self.widths[max(index - NEAR, 0) : index + NEAR + 1]
        return wide >= SLACK * max(other for other in near if other <= WIDEST)

    def breaks(self, index: int) -> bool:
        """Whether a line without a full stop was broken at the margin, or by a page."""
        return self.widths[index] > PROSE or self.full(index)


def _printed_width(text: str, line: Line) -> float:
    """The columns of a line with the indent of a paragraph's first line; a centred title is no paragraph."""
    return width(text[line.start - (line.indent if line.indent <= DEEPEST_INDENT else 0) : line.end])
