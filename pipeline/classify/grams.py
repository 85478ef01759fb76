"""Phrases of up to four characters, looked up at every place of many texts at once.

A phrase is kept as one number, its UTF-16 units side by side, so that a sorted array finds it. ``^`` does not occur in
texts: it stands before a text's first character.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.classify.arrays import Codes, Integers, Truths, Units
from pipeline.records import Record

LONGEST = 4
_START = "^"
# 一是 and the like tell nothing: deeds, problems and measures are all listed so.
_LISTED = re.compile(
    r"[一二三四五六七八九十]是(?=[^，,。])|(?<=\^)(?:\(?[一二三四五六七八九十\d]{1,3}[)、.]|第[一二三四五六七八九],?|——)"
)
_NUMBER = re.compile(r"\d[\d,.]*")
_CLAUSE_ENDS = "^,;:。、)!?是"  # what stands behind them begins a clause


class Texts(Record, frozen=True):
    """Texts joined into one array of UTF-16 units, each after a ``^``."""

    units: Units
    of: Integers  # the text in which each unit stands
    clause: Truths  # whether a clause begins here

    @classmethod
    def join(cls, texts: Sequence[str]) -> Texts:
        """Every number becomes one 0, and list numbers go; what they are has no part in what a sentence tells."""
        import numpy as np

        joined = _START + _START.join(text.replace(_START, " ") for text in texts)
        plain = _NUMBER.sub("0", _LISTED.sub("", joined))
        units = np.frombuffer(plain.encode("utf-16-le", "surrogatepass"), dtype="<u2")
        ends = np.array([ord(sign) for sign in _CLAUSE_ENDS], dtype=np.uint16)
        before = np.concatenate([ends[:1], units[:-1]])
        return cls(units=units, of=np.cumsum(units == ord(_START)) - 1, clause=np.isin(before, ends))

    def codes(self, length: int) -> Codes:
        """The number of the phrase of this length that begins at each place."""
        import numpy as np

        wide = self.units.astype(np.uint64)
        found = wide
        for step in range(1, length):
            found = (found[:-1] << np.uint64(16)) | wide[step:]
        return found


class Lexicon(Record, frozen=True):
    """The phrases that are known, by their numbers in rising order."""

    codes: Codes
    bounds: tuple[int, ...]  # where the phrases of 1, 2, 3, 4 characters begin, and the end

    @classmethod
    def of(cls, codes: Codes) -> Lexicon:
        """The bounds follow from the size of the numbers."""
        lengths = [sum(1 for number in codes.tolist() if number >> 16 * size == 0) for size in range(LONGEST + 1)]
        return cls(codes=codes, bounds=tuple(lengths))

    def hits(self, texts: Texts) -> tuple[Integers, Integers]:
        """Places where known phrases begin, and which they are (indices into ``codes``)."""
        import numpy as np

        places, entries = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
        for length in range(1, LONGEST + 1):
            low, high = self.bounds[length - 1 : length + 1]
            if low < high:
                asked = texts.codes(length)
                found = low + np.minimum(np.searchsorted(self.codes[low:high], asked), high - low - 1)
                [known] = np.nonzero(self.codes[found] == asked)
                places.append(known)
                entries.append(found[known])
        return np.concatenate(places), np.concatenate(entries)


def code(phrase: str) -> int:
    """The number of a phrase.

    >>> hex(code("下一"))
    '0x4e0b4e00'
    """
    return int.from_bytes(phrase.encode("utf-16-be"), "big")


def phrase(number: int) -> str:
    """The phrase of a number.

    >>> phrase(code("下一"))
    '下一'
    """
    return number.to_bytes(8, "big").decode("utf-16-be").lstrip("\0")
