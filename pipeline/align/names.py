"""Names as the aligner compares them: one wording, scope words taken out of the core and kept as marks."""

from __future__ import annotations

import re

from pipeline.align.marks import MarkTable
from pipeline.align.memory import remember
from pipeline.align.patterns import any_of
from pipeline.records import Record
from pipeline.resources.spelling import squeeze
from pipeline.resources.taxonomy import Taxonomy

_SHORT_BRACKET = re.compile(r"\(([^()])\)")  # 因公出国(境)费 is one word
_BRACKET = re.compile(r"\([^()]*\)|\([^()]*$")  # (含退休人员), (B/A)
_FILLER = re.compile(
    r"[一-龥]{2}期间(?:开展)?|全[县市区州省乡镇]|[我本][县市区州省局]|本?部门|本单位|基本医疗保险|医疗保险|基本医疗|全年|医疗(?=基金)|基金(?=(?:当期|累计)结余)|指标\d+|局机关|机关本级|的"
    r"|^[一-龥]{0,10}(?:局|中心|机关及所属单位)(?=[一-龥]{3})|累计(?!结余)|共有|^(?:其中|实际|完成|实现|开展|组织|召开|共)+|[★:;、,.]"
)
# what a running text speaks of: the unit's own accounts, the insurance funds that it looks after, and by which
# classification accounts are told (what a basic expenditure is made of goes by economic items)
CUES = {
    "fund": ("基金", "医疗保险", "医保", "参保", "征缴", "特殊人员"),
    "": ("基金监管", "医保局", "医保中心"),
    "account": (
        *("(类)", "(款)", "(项)", "财政拨款", "基本支出", "项目支出", "功能分类", "经济分类", "科目", "工资福利"),
        *("商品和服务", "支出合计", "收入合计", "决算", "一般公共预算", "部门"),
    ),
    "economic": ("基本支出", "工资福利", "人员经费", "公用经费", "商品和服务", "经济分类", "对个人和家庭"),
    "functional": ("(类)", "(款)", "(项)", "财政拨款支出", "功能分类"),
}
LONGEST = 80  # characters of a name that are read; what a longer one measures stands at its end
REMEMBERED = 20_000  # names, and texts around them, for reports repeat both
_COUNTING = "(?:台套|[家户件起次份个台辆批人])?数|人次|人员|人口|金额|总?额|情况"
_TAIL = re.compile(f"(?<=..)(?:{_COUNTING}|(?<=费)支出)+$")
_TAIL_ALONE = re.compile(f"(?:{_COUNTING})+")


class Name(Record, frozen=True):
    """A name made ready: two names with one core and no marks at odds mean the same."""

    whole: str  # squeezed
    text: str  # brackets out, one wording
    core: str  # without scope words, filler and counting tail
    marks: int  # bits of the mark table
    stem: str = ""  # the text without its counting tail
    bare: bool = False  # nothing but scope: 城乡居民, under 参保人数
    head: frozenset[str] = frozenset()  # the unit families that its last word tells


class NameReader:
    """Reads names with the wording and the marks of a taxonomy; its patterns are compiled once."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._meant = taxonomy.wording
        self._wording = any_of(taxonomy.wording)
        printed: dict[str, list[str]] = {}
        for other, meant in taxonomy.wording.items():
            printed.setdefault(meant, []).append(other)
        self.marks = MarkTable(taxonomy.marks, CUES, printed)
        self._heads = {head: frozenset(families) for head, families in taxonomy.heads.items()}
        self._names: dict[str, Name] = {}

    def read(self, name: str) -> Name:
        """The name made ready to compare."""
        if name not in self._names:
            remember(self._names, name, self._read(name), most=REMEMBERED)
        return self._names[name]

    def _read(self, name: str) -> Name:
        whole = squeeze(name)[-LONGEST:]
        squeezed = whole
        if "(" in whole:
            whole = _SHORT_BRACKET.sub(r"\1", whole)
            squeezed = _BRACKET.sub("", whole) or whole
        text = self.reword(squeezed)
        core = _TAIL.sub("", _FILLER.sub("", self.marks.scope_words.sub("", text)))
        bare = not core or bool(_TAIL_ALONE.fullmatch(core))
        marks = self.marks.told(text) | (self.marks.told(squeezed) if squeezed != text else 0)
        return Name(
            whole=whole,
            text=text,
            core=text if bare else core,
            marks=marks,
            stem=_TAIL.sub("", text),
            bare=bare,
            head=self._head(squeezed),
        )

    def _head(self, name: str) -> frozenset[str]:
        """The unit families that the longest last word of the table tells; empty if it tells none."""
        return next((self._heads[name[-size:]] for size in (3, 2, 1) if name[-size:] in self._heads), frozenset())

    def reword(self, text: str) -> str:
        """The text in the wording that is compared: 医保 is 医疗保险."""
        return self._wording.sub(lambda found: self._meant[found[0]], text)
