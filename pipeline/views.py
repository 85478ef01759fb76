"""Reading copies of a report's text, each with the way back to the report's own offsets.

``normal`` changes characters one for one, so its offsets are the report's. A ``View`` leaves characters out (the line
breaks of a wrapped paragraph, the blanks of a letter-spaced word) and maps its offsets back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec

from pipeline.errors import ResourceError

CHARACTERS = Path(__file__).parent / "resources" / "characters.tsv"  # traditional, tab, simplified

_MOST = (
    "，；：（）％"  # full-width signs that every report is full of: replaced one by one, sooner than found by a pattern
)
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}


def normal(text: str) -> str:
    """The text narrowed and simplified, character for character: the same length, the same offsets.

    Full-width signs become half-width ones, traditional characters simplified ones. Raises ResourceError if
    the table of characters is broken.

    >>> normal("１２．５％，（一）醫療救助２萬元")
    '12.5%,(一)医疗救助2万元'
    """
    characters, pairs = _characters()
    for sign in _MOST:
        text = text.replace(sign, pairs[sign])
    return characters.sub(lambda found: pairs[found[0]], text)


@cache
def _characters() -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds a character to replace (at several times the speed of ``str.translate``), and what by."""
    pairs = {chr(code): chr(by) for code, by in (_NARROW | read_characters(CHARACTERS)).items()}
    return re.compile(f"[{re.escape(''.join(pairs))}]"), pairs


def read_characters(path: Path) -> dict[int, int]:
    """The pairs of a table of characters; raises ResourceError that names the faulty line."""
    pairs: dict[int, int] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#"):
            continue
        left, tab, right = line.partition("\t")
        if not tab or len(left) != 1 or len(right) != 1 or ord(left) in pairs:
            message = f"{path.name}:{number}: {line!r} is no new pair of two characters"
            raise ResourceError(message, stage="resources", advice="write: traditional character, tab, simplified one")
        pairs[ord(left)] = ord(right)
    return pairs


class View(msgspec.Struct, frozen=True):
    """A running text made of stretches of the report, in order.

    ``starts[i]`` is where stretch i begins in ``text``; ``shifts[i]`` is what to add to get the report's offset.
    """

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    @classmethod
    def of(cls, source: str, stretches: Iterable[tuple[int, int]]) -> View:
        """Join stretches (start, end) of a text into one view; empty stretches are left out."""
        stretches = [(start, end) for start, end in stretches if start < end]
        if len(stretches) == 1:
            [(start, end)] = stretches
            return cls(source[start:end], (0,), (start,))
        parts: list[str] = []
        starts: list[int] = []
        shifts: list[int] = []
        length = 0
        for start, end in stretches:
            parts.append(source[start:end])
            starts.append(length)
            shifts.append(start - length)
            length += end - start
        return cls("".join(parts), tuple(starts), tuple(shifts))

    def at(self, offset: int) -> int:
        """The report's offset of the character at ``offset`` of this view."""
        if len(self.starts) == 1:
            return offset + self.shifts[0]
        return offset + self.shifts[max(bisect_right(self.starts, offset) - 1, 0)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The report's offsets of a non-empty stretch of this view; left-out characters inside are spanned."""
        return self.at(start), self.at(end - 1) + 1

    def find(self, source_offset: int) -> int:
        """The offset in this view of the report's character at ``source_offset``; the next kept one if left out."""
        for start, shift, stop in zip(self.starts, self.shifts, (*self.starts[1:], len(self.text)), strict=True):
            if source_offset < stop + shift:
                return max(source_offset - shift, start)
        return len(self.text)
