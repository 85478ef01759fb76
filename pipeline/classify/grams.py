"""Phrases of up to four characters, looked up at every place of many texts at once.

A phrase is kept as one number, its UTF-16 units side by side, so that a sorted array finds it. ``^`` does not occur in
texts: it stands before a text's first character.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.classify.arrays import Codes, Integers, Places, Truths, Units
from pipeline.records import Record

LONGEST = 4
_START = "^"
# 一是 and the like tell nothing: deeds, problems and measures are all listed so.
_LISTED = re.compile(r"[一二三四五六七八九十]是(?=[^，,。])")
_LIST_NUMBER = re.compile(r"\(?[一二三四五六七八九十\d]{1,3}[)、.]|第[一二三四五六七八九],?|——")
_NUMBER = re.compile(r"\d[\d,.]*")
_UNITS = 1 << 16  # of UTF-16
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

        plain = [text.replace(_START, " ") for text in texts]
        joined = _START + _START.join(
            [_LIST_NUMBER.sub("", text, count=1) if _LIST_NUMBER.match(text) else text for text in plain]
        )
        wording = _NUMBER.sub("0", _LISTED.sub("", joined))
        units = np.frombuffer(wording.encode("utf-16-le", "surrogatepass"), dtype="<u2")
        ends = np.zeros(_UNITS, dtype=bool)
        ends[[ord(sign) for sign in _CLAUSE_ENDS]] = True
        clause = np.ones(len(units), dtype=bool)
        clause[1:] = ends.take(units[:-1])
        return cls(units=units, of=np.cumsum(units == ord(_START)) - 1, clause=clause)

    def codes(self, length: int) -> Codes:
        """The number of the phrase of this length that begins at each place."""
        import numpy as np

        wide = self.units.astype(np.uint64)
        found = wide
        for step in range(1, length):
            found = (found[:-1] << np.uint64(16)) | wide[step:]
        return found


class Lexicon(Record, frozen=True):
    """The phrases that are known, by their numbers in rising order, and as a tree: a step for each unit of a text."""

    codes: Codes
    columns: Places  # of each UTF-16 unit its column in the steps; 0 where no phrase has it
    steps: Places  # nodes that go on x columns: the next node; 0 is nowhere, 1 the beginning
    entries: Integers  # of each node the phrase that ends there, or -1

    @classmethod
    def of(cls, codes: Codes) -> Lexicon:
        """The tree follows from the numbers."""
        import numpy as np

        numbers = codes.tolist()
        inner = sorted({0} | {number >> 16 * size for number in numbers for size in range(1, LONGEST)})
        nodes = {path: node for node, path in enumerate(dict.fromkeys([*inner, *numbers]), 1)}
        signs = sorted({path % _UNITS for path in nodes} - {0})
        columns = np.zeros(_UNITS, dtype=np.int32)
        columns[signs] = range(1, len(signs) + 1)
        steps = np.zeros((len(inner) + 1, len(signs) + 1), dtype=np.int32)
        for path, node in nodes.items():
            if path:
                steps[nodes[path // _UNITS], columns[path % _UNITS]] = node
        entries = np.full(len(nodes) + 1, -1, dtype=np.int64)
        entries[[nodes[number] for number in numbers]] = range(len(numbers))
        return cls(codes=codes, columns=columns, steps=steps, entries=entries)

    @property
    def longest(self) -> int:
        """The length of the longest phrase."""
        return -(-int(self.codes[-1]).bit_length() // 16) if len(self.codes) else 0

    def hits(self, texts: Texts) -> tuple[Integers, Integers]:
        """Places where known phrases begin, the shorter first, and which they are (indices into ``codes``)."""
        import numpy as np

        places, entries = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
        goes_on, width = self.steps.shape
        steps, columns = self.steps.ravel(), self.columns.take(texts.units)
        nodes = np.ones(len(columns), dtype=np.int32)
        for length in range(1, self.longest + 1):
            nodes = nodes[: len(columns) - length + 1]
            nodes = steps.take(np.where(nodes < goes_on, nodes, 0) * width + columns[length - 1 :])
            found = self.entries.take(nodes)
            [known] = np.nonzero(found >= 0)
            places.append(known)
            entries.append(found.take(known))
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
