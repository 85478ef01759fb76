"""What headings mean: cue phrases with which titles end, each under the label of its segment (headings.csv)."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

from pipeline.errors import ResourceError
from pipeline.records import Record

HEADINGS = Path(__file__).parent / "headings.csv"
LABELS = (
    *("front_matter", "profile", "duties", "goals", "finance", "evaluation", "achievements"),
    *("problems", "measures", "conclusion", "glossary", "table", "closing"),
)

# What a title may end with without telling anything: 支出决算总体情况说明 is about 支出决算.
_TAIL = re.compile(r"(?:的?(?:总体|具体|有关|相关|主要)?(?:情况|说明|分析|如下|内容|等|方面|部分)|[:。.])$")
_ASIDE = re.compile(r"\([^()]*\)|[\s“”\"'*#]")
# 加强预算管理 tells what someone does; it does not head a section on the budget.
_VERB = re.compile(
    r"(?:进一步|全面|积极|切实|着力|努力|扎实|大力|持续|不断|深入|严格|认真)?"
    r"(?:加强|完善|提高|提升|强化|推进|推动|落实|规范|健全|深化|加大|加快|优化|抓|做好|做实|夯实|聚焦|突出|创新|坚持|贯彻|"
    r"开展|确保|保障|实施|建立|探索|统筹|狠抓|筑牢|细化|科学|增强|充实|严控|控制|压减|明确|合理|严抓|拓宽|强|围绕|以)"
)
_NEXT = re.compile(r"下一步|下步|下一阶段|下阶段|今后|明年|下年")


class Cue(Record):
    """What a title says about the text under it."""

    label: str
    phrase: str  # the cue phrase found
    whole: bool  # the title is the phrase and nothing else


class Headings:
    """The cue phrases, looked up by the end of a title."""

    def __init__(self, phrases: dict[str, str]) -> None:
        self.phrases = phrases
        self.longest = max(map(len, phrases), default=0)

    @classmethod
    def load(cls, path: Path = HEADINGS) -> Headings:
        """Read the table; raises ResourceError that names the faulty line."""
        return cls(read_phrases(path))

    def cue(self, title: str) -> Cue | None:
        """What a title tells, by the longest phrase that it ends with; None where it tells nothing.

        >>> Headings.load().cue("存在的主要问题").label
        'problems'
        """
        bare = _ASIDE.sub("", title)
        cores = [bare]
        while (core := _TAIL.sub("", cores[-1])) != cores[-1]:
            cores.append(core)
        found = max(map(self._ending, cores), key=len)
        if not found:
            return None
        whole = found in cores
        if not whole and (_VERB.match(bare) or "," in bare):
            return None
        label = "measures" if _NEXT.search(bare) and self.phrases[found] in _FORWARD else self.phrases[found]
        return Cue(label=label, phrase=found, whole=whole)

    def _ending(self, title: str) -> str:
        """The longest cue phrase that a title ends with."""
        for size in range(min(self.longest, len(title)), 1, -1):
            if title[-size:] in self.phrases:
                return title[-size:]
        return ""


_FORWARD = frozenset({"goals", "achievements", "measures"})  # 下一步重点工作 looks forward, 下一步存在的问题 does not


@cache
def headings() -> Headings:
    """The table that ships, read once."""
    return Headings.load()


def read_phrases(path: Path) -> dict[str, str]:
    """Cue phrase -> label; raises ResourceError that names the faulty line."""
    phrases: dict[str, str] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            label, cue = row["label"], row["cue"]
            if label not in LABELS or len(cue) < 2:
                raise _broken(path, number, f"{label},{cue}", f"the label must be one of {', '.join(LABELS)}")
            if cue in phrases:
                raise _broken(path, number, f"{cue} stands twice", f"keep it under {label} or {phrases[cue]}")
            phrases[cue] = label
    return phrases


def _broken(path: Path, number: int, what: str, advice: str) -> ResourceError:
    return ResourceError(f"{path.name}:{number}: {what}", stage="resources", advice=advice)
