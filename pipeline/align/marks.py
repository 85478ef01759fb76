"""What the marks of a name, of what stands around it and of a spelling say of one another.

A mark is a meaning that excludes the others of its group (收入 against 支出). Marks are kept as bits of a number, so that
a comparison of all groups at once is a few operations: the aligner makes thousands of them for a report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.align.patterns import any_of
from pipeline.resources.taxonomy import Mark

# told by the scope, not by the thing: the core of 城乡居民医疗保险基金收入 and of 职工医保基金收入 is 基金收入
SCOPES = ("scheme", "population", "budget")
# groups of marks that a name can take from what stands around it
LENT = (*SCOPES, "aid", "kind", "pool", "care", "purchase", "act")
# what makes a thing another one, so that a general indicator cannot be meant: 工伤保险参保人数 is no 参保人数
APART = (
    *("工伤", "生育", "长护", "养老", "失业", "农险", "社保", "特殊人员", "公务员"),
    *("一般公共", "政府性基金", "国有资本", "非"),
)


class _Groups(dict[int, int]):
    """Marks to the flags of their groups, remembered."""

    def __init__(self, masks: Mapping[int, int]) -> None:
        super().__init__()
        self._masks = masks

    def __missing__(self, bits: int) -> int:
        self[bits] = sum(flag for flag, mask in self._masks.items() if bits & mask)
        return self[bits]


class MarkTable:
    """The marks of a taxonomy as bits: which words tell them, which group they are of.

    ``cues`` are further words that a running text may hold; a cue without a name only keeps a shorter one from being
    found in it. ``printed`` are other ways to write a word, by the word that the marks go by.
    """

    def __init__(
        self, marks: Iterable[Mark], cues: Mapping[str, Iterable[str]], printed: Mapping[str, Sequence[str]]
    ) -> None:
        marks = tuple(marks)
        self._bit = {(mark.group, mark.mark): 1 << at for at, mark in enumerate(marks)}
        of_word = {word: self._bit[mark.group, mark.mark] for mark in marks for word in mark.words}
        self._of_word = of_word
        self._word_of = {self._bit[mark.group, mark.mark]: mark.words[0] for mark in marks}
        names = dict.fromkeys(mark.group for mark in marks)
        self._flag = {group: 1 << at for at, group in enumerate(names)}
        self._mask = {
            group: sum(self._bit[mark.group, mark.mark] for mark in marks if mark.group == group) for group in names
        }
        self.groups = _Groups({flag: self._mask[group] for group, flag in self._flag.items()})
        self._find = any_of(of_word)
        self.cues = {name: 1 << at for at, name in enumerate(name for name in cues if name)}
        self._told = _with_cues(of_word, cues, self.cues, printed)
        self._find_told = any_of(self._told)
        self.scope_words = any_of(word for mark in marks if mark.group in SCOPES for word in mark.words)
        self.apart = self.bits(*APART)
        self.scopes = self.flags(*SCOPES)

    def bits(self, *names: str) -> int:
        """The marks of these names, of whatever group."""
        return sum(bit for (_, mark), bit in self._bit.items() if mark in names)

    def flags(self, *groups: str) -> int:
        """The groups as flags."""
        return sum(self._flag.get(group, 0) for group in groups)

    def mask(self, *groups: str) -> int:
        """All marks of the groups."""
        return sum(self._mask.get(group, 0) for group in groups)

    def told(self, name: str) -> int:
        """The marks that a name tells."""
        bits = 0
        for found in self._find.findall(name):
            bits |= self._of_word[found]
        return bits

    def nearest(self, text: str) -> tuple[int, int]:
        """Of each group the mark that a running text tells last, in whatever wording; and the cues that it holds."""
        bits = cues = 0
        groups = 0
        for found in reversed(self._find_told.findall(text)):
            one, cue = self._told[found]
            cues |= cue
            if one and not (group := self.groups[one]) & groups:
                bits |= one
                groups |= group
        return bits, cues

    def over(self, far: int, near: int) -> int:
        """The marks told near, and of the groups that they leave open those told farther away."""
        if not near or not far:
            return near | far
        shared = self.groups[near] & self.groups[far]
        if shared:
            far &= ~sum(self._mask[group] for group, flag in self._flag.items() if flag & shared)
        return near | far

    def words(self, bits: int, groups: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Of each of the groups that has a mark among ``bits``: the group, and the word that stands for the mark."""
        for group in groups:
            if one := bits & self._mask.get(group, 0):
                yield group, self._word_of[one & -one]


def _with_cues(
    of_word: Mapping[str, int],
    cues: Mapping[str, Iterable[str]],
    bit_of: Mapping[str, int],
    printed: Mapping[str, Sequence[str]],
) -> dict[str, tuple[int, int]]:
    """Each word of a running text with its mark and its cues; a word holds the cues of the words within it."""
    cue_words = [(word, bit_of[name]) for name, words in cues.items() if name for word in words]
    marked = {other: bit for word, bit in of_word.items() for other in _variants(word, printed)}
    marked.update(of_word)
    silent = list(cues.get("", ()))
    words = dict.fromkeys((*marked, *(word for word, _ in cue_words)))
    found = {word: (marked.get(word, 0), sum({bit for cue, bit in cue_words if cue in word})) for word in words}
    return dict.fromkeys(silent, (0, 0)) | found


def _variants(word: str, printed: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The word, and with one of its parts in another wording: 职工医保 for 职工医疗保险."""
    yield word
    for meant, others in printed.items():
        if meant in word:
            yield from (word.replace(meant, other) for other in others)
