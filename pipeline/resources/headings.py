"""What headings mean: cue phrases with which titles end, each under the label of its segment (headings.csv)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from pipeline.records import Record
from pipeline.resources.tables import fault, read_rows

HEADINGS = Path(__file__).parent / "headings.csv"
LABELS = (
    *("front_matter", "profile", "duties", "goals", "finance", "evaluation", "achievements"),
    *("problems", "measures", "conclusion", "glossary", "table", "closing"),
)

# What a title may end with without telling anything: 支出决算总体情况说明 is about 支出决算.
_TAIL = re.compile(r"(?:的?(?:总体|具体|有关|相关|主要)?(?:情况|说明|分析|如下|内容|等|方面|部分)|[:。.])$")
_LONGEST_TAIL = 5  # characters: 的总体情况
_TAIL_ENDS = tuple("况明析下容等面分:。.")
_LAST_SIGNS = (
    *_TAIL_ENDS,
    *")”\"'*# ",
)  # with which a tail or an aside ends; titles that end otherwise are not looked at
# the signs that come first stand first: they are found at many times the speed of the whole
_ASIDE = re.compile(r"[(\s“”\"'*#](?:(?<=\()[^()]*\)|(?<!\())")
# 加强预算管理 tells what someone does; it does not head a section on the budget.
_VERB = re.compile(
    r"(?:进一步|全面|积极|切实|着力|努力|扎实|大力|持续|不断|深入|严格|认真)?"
    r"(?:加强|完善|提高|提升|强化|推进|推动|落实|规范|健全|深化|加大|加快|优化|抓|做好|做实|夯实|聚焦|突出|创新|坚持|贯彻|"
    r"开展|确保|保障|实施|建立|探索|统筹|狠抓|筑牢|细化|科学|增强|充实|严控|控制|压减|明确|合理|严抓|拓宽|强|围绕|以|增加|增设|扩大|争取|配备|配齐|压缩|更新|引进|培养|充分|及时|按时|继续|大幅|层层|逐步|牢固|从严|补齐|补强|补短板|破解|解决|化解|直面|正视)"
)
_NEXT = re.compile(r"下一步|下步|下一阶段|下阶段|今后|明年|下年")
_FORWARD = frozenset({"goals", "achievements", "measures"})  # 下一步重点工作 looks forward, 下一步存在的问题 does not
LONGEST_TITLE = 60  # characters; a longer one is a sentence and tells nothing by its end


class Phrase(Record, frozen=True):
    """A row of the table."""

    label: str
    text: str
    general: bool  # 基本情况: the text under it may turn out to tell something else


class Cue(Record, frozen=True):
    """What a title says about the text under it."""

    label: str
    whole: bool  # the title is the phrase and nothing else
    general: bool


class Headings:
    """The cue phrases, looked up by the end of a title."""

    def __init__(self, phrases: dict[str, Phrase]) -> None:
        self.phrases = phrases
        self.sizes: dict[
            str, list[int]
        ] = {}  # last two characters -> lengths of the phrases that end so, longest first
        for phrase in sorted(phrases, key=len, reverse=True):
            sizes = self.sizes.setdefault(phrase[-2:], [])
            if len(phrase) not in sizes:
                sizes.append(len(phrase))
        self.last_signs = {phrase[-1] for phrase in phrases} | set(_LAST_SIGNS)

    @classmethod
    def load(cls, path: Path = HEADINGS) -> Headings:
        """Read the table; raises ResourceError that names the faulty line."""
        return cls(read_phrases(path))

    def cue(self, title: str) -> Cue | None:
        """What a title tells, by the longest phrase that it ends with; None where it tells nothing.

        >>> Headings.load().cue("存在的主要问题").label
        'problems'
        """
        if len(title) > LONGEST_TITLE or title[-1:] not in self.last_signs:
            return None
        bare = _ASIDE.sub("", title)
        cores = [bare]
        while cores[-1].endswith(_TAIL_ENDS) and (
            tail := _TAIL.search(cores[-1], max(len(cores[-1]) - _LONGEST_TAIL, 0))
        ):
            cores.append(cores[-1][: tail.start()])
        phrase = self.phrases.get(max(map(self._ending, reversed(cores)), key=len))
        if phrase is None:
            return None
        whole = phrase.text in cores or phrase.text == cores[-1].rpartition(",")[2]  # 居安思危,存在的问题
        if not whole and (_VERB.match(bare) or "," in bare):
            return None
        ahead = phrase.label in _FORWARD and _NEXT.search(bare)
        return Cue(label="measures" if ahead else phrase.label, whole=whole, general=phrase.general)

    def _ending(self, title: str) -> str:
        """The longest cue phrase that a title ends with."""
        for size in self.sizes.get(title[-2:], ()):
            if title[-size:] in self.phrases:
                return title[-size:]
        return ""


@cache
def headings() -> Headings:
    """The table that ships, read once."""
    return Headings.load()


def read_phrases(path: Path) -> dict[str, Phrase]:
    """The phrases of a table by their text; raises ResourceError that names the faulty line."""
    phrases: dict[str, Phrase] = {}
    for row in read_rows(path, ("label", "cue", "general", "example")):
        label, cue = row["label"], row["cue"]
        if label not in LABELS or len(cue) < 2 or row["general"] not in ("", "1"):
            raise fault(
                row.place, f"{label},{cue}: needs a label, a phrase of two characters or more, and 1 or nothing"
            )
        if cue not in row["example"]:
            raise fault(row.place, f"the example {row['example']} does not hold {cue}")
        if cue in phrases:
            raise fault(row.place, f"{cue} stands twice; keep it under {label} or {phrases[cue].label}")
        phrases[cue] = Phrase(label=label, text=cue, general=bool(row["general"]))
    return phrases
