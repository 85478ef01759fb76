"""Names as the aligner compares them: one wording, scope words taken out of the core and kept as marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pipeline.records import Record
from pipeline.resources.spelling import squeeze
from pipeline.resources.taxonomy import Taxonomy

Marks = dict[str, frozenset[str]]  # group -> marks told: {"scheme": {"居民"}, "flow": {"收入"}}

# told by the scope, not by the thing: the core of 城乡居民医疗保险基金收入 and of 职工医保基金收入 is 基金收入
SCOPES = ("scheme", "population", "budget")
# groups of marks that a name can take from what stands around it
LENT = frozenset((*SCOPES, "aid", "kind", "pool", "care", "purchase", "act"))
_SHORT_BRACKET = re.compile(r"\(([^()])\)")  # 因公出国(境)费 is one word
_BRACKET = re.compile(r"\([^()]*\)|\([^()]*$")  # (含退休人员), (B/A)
_FILLER = re.compile(
    r"全[县市区州省乡镇]|[我本][县市区州省局]|本?部门|本单位|基本医疗保险|医疗保险|基本医疗|全年|医疗(?=基金)|基金(?=(?:当期|累计)结余)|指标\d+|局机关|机关本级|的"
    r"|^[一-龥]{0,10}(?:局|中心|机关及所属单位)(?=[一-龥]{3})|累计(?!结余)|共有|^(?:其中|实际|完成|实现|开展|组织|召开|共)+|[★:;、,.]"
)
LONGEST = 80  # characters of a name that are read; what a longer one measures stands at its end
REMEMBERED = 20_000  # names, for reports repeat them
_COUNTING = "(?:台套|[家户件起次份个台辆批人])?数|人次|人员|人口|金额|总?额|情况"
_TAIL = re.compile(f"(?<=..)(?:{_COUNTING}|(?<=费)支出)+$")
_TAIL_ALONE = re.compile(f"(?:{_COUNTING})+")


class Name(Record, frozen=True):
    """A name made ready: two names with one core and no marks at odds mean the same."""

    whole: str  # squeezed
    text: str  # brackets out, one wording
    core: str  # without scope words, filler and counting tail
    marks: Marks
    stem: str = ""  # the text without its counting tail
    bare: bool = False  # nothing but scope: 城乡居民, under 参保人数


class NameReader:
    """Reads names with the wording and the marks of a taxonomy; its patterns are compiled once."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._meant = taxonomy.wording
        self._wording = any_of(taxonomy.wording)
        self._mark_of = {word: mark for mark in taxonomy.marks for word in mark.words}
        self._words = {(mark.group, mark.mark): mark.words[0] for mark in taxonomy.marks}
        self._marks = any_of(self._mark_of)
        self._scopes = any_of(word for word, mark in self._mark_of.items() if mark.group in SCOPES)
        self.read = lru_cache(REMEMBERED)(self._read)
        self.nearest = lru_cache(REMEMBERED)(self._nearest)

    def _read(self, name: str) -> Name:
        """The name made ready to compare."""
        whole = _SHORT_BRACKET.sub(r"\1", squeeze(name)[-LONGEST:])
        squeezed = _BRACKET.sub("", whole) or whole
        text = self.reword(squeezed)
        core = _TAIL.sub("", _FILLER.sub("", self._scopes.sub("", text)))
        bare = not core or bool(_TAIL_ALONE.fullmatch(core))
        marks = self.marks(squeezed) | self.marks(text)
        return Name(
            whole=whole, text=text, core=text if bare else core, marks=marks, stem=_TAIL.sub("", text), bare=bare
        )

    def reword(self, text: str) -> str:
        """The text in the wording that is compared: 医保 is 医疗保险."""
        return self._wording.sub(lambda found: self._meant[found[0]], text)

    def marks(self, text: str) -> Marks:
        """Which marks a text tells, by group; several of one group where it tells several."""
        told: Marks = {}
        for group, mark in self.told(text):
            told[group] = told.get(group, frozenset()) | {mark}
        return told

    def _nearest(self, text: str) -> dict[str, str]:
        """Of each group the mark that a running text tells last."""
        return dict(self.told(self.reword(squeeze(text))))

    def group(self, mark: str) -> str:
        """The group that a mark is of; "" for none."""
        return next((group for group, known in self._words if known == mark), "")

    def word(self, group: str, mark: str) -> str:
        """The word that stands for a mark: 意外伤害."""
        return self._words[group, mark]

    def told(self, text: str) -> Iterator[tuple[str, str]]:
        """Group and mark of each word that tells one, in reading order."""
        for found in self._marks.finditer(text):
            mark = self._mark_of[found[0]]
            yield mark.group, mark.mark


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the words, of overlapping ones the longest; nothing if there are none."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
