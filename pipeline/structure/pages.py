"""Page numbers and running heads: what a printer adds to every page."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.structure.lines import Line

# A page number with its ornaments: - 12 -, —12—, 第12页, 第12页 共30页, 12/30; or bare.
_PAGE = re.compile(
    r"(?P<ornament>[-—–·]+\s*|第\s*)?(?P<number>\d{1,3})(?(ornament)\s*(?:[-—–·]+|页.{0,10})|(?:\s?/\s?\d{1,3}|\s*页)?)"
)
_ORNAMENTS = "-—–·第"
LONGEST_HEAD = 40  # characters of a running head
PAGE_APART = 60  # characters between two page numbers, at least


def page_numbers(normal: str, lines: list[Line]) -> dict[int, int]:
    """Lines that hold nothing but a page number, and the number.

    Ornaments tell one; a bare number must be in step with one before or after it: 11, a page on 12.
    """
    found: dict[int, int] = {}
    waiting: dict[int, int] = {}  # the number that would come next -> the line of the one before it
    for index, line in enumerate(lines):
        first = normal[line.start]
        if line.end - line.start > LONGEST_HEAD or not (first.isdecimal() or first in _ORNAMENTS):
            continue
        match = _PAGE.fullmatch(normal, line.start, line.end)
        if match is None:
            continue
        number = int(match["number"])
        before = waiting.pop(number, None)
        if before is not None and line.start - lines[before].start >= PAGE_APART:
            found[before], found[index] = number - 1, number
        elif len(match[0]) > len(match["number"]):
            found[index] = number
        waiting[number + 1] = index
    return found


def part_glued_numbers(normal: str, lines: list[Line]) -> list[Line]:
    """The lines, a page number that was run into a sentence being a line of its own: 应当对 / 15 服务对象.

    Looked for only where the numbers before and after it are there and it alone is missing.
    """
    pages = sorted(page_numbers(normal, lines).items())
    if len(pages) < 2:
        return lines
    cuts: dict[int, list[Line]] = {}
    for (index, number), (after, later) in pairwise(pages):
        if later != number + 2:
            continue
        for between in range(index + 1, after):
            if parts := _parts(normal, lines[between], str(number + 1)):
                cuts[between] = parts
                break
    return [part for index, line in enumerate(lines) for part in cuts.get(index, [line])]


def _parts(normal: str, line: Line, number: str) -> list[Line]:
    """A line as number and text or text and number, parted by a blank; empty if it does not hold the number so."""
    text = normal[line.start : line.end]
    size = len(number)
    if text.startswith(number) and text[size : size + 1].isspace() and text[size:].lstrip()[:1] >= "\u4e00":
        rest = len(text) - len(text[size:].lstrip())
        head = Line(start=line.start, end=line.start + size, gap=line.gap, indent=line.indent)
        return [head, Line(start=line.start + rest, end=line.end, gap=1)]
    if text.endswith(number) and text[-size - 1 : -size].isspace() and text[:-size].rstrip()[-1:] >= "\u4e00":
        kept = len(text[:-size].rstrip())
        head = Line(start=line.start, end=line.start + kept, gap=line.gap, indent=line.indent)
        return [head, Line(start=line.end - size, end=line.end, gap=1)]
    return []


def running_heads(normal: str, lines: list[Line], pages: dict[int, int]) -> set[int]:
    """Short lines that are printed again and again right beside a page number."""
    beside: dict[str, list[int]] = {}
    for page in sorted(pages):
        for index in (page - 1, page + 1):
            if 0 <= index < len(lines) and index not in pages and lines[index].end - lines[index].start <= LONGEST_HEAD:
                beside.setdefault(normal[lines[index].start : lines[index].end], []).append(index)
    return {index for group in beside.values() if len(group) >= 3 for index in group}
