"""The label that each section's headings give it."""

from __future__ import annotations

import re

from pipeline.records import Layout, Record
from pipeline.resources.headings import Cue, headings

# Under these headings a title names its topic, not a new matter: 1.预算管理 under 改进措施 is a measure.
CLOSED = frozenset({"problems", "measures", "glossary", "duties"})
_OPENS = frozenset({"problems", "measures", "conclusion", "glossary", "closing"})

# How far a label is to be trusted, by what gave it.
FIELD, WHOLE, CUE, INHERITED, BY_PLACE = 0.97, 0.95, 0.9, 0.85, 0.85
BY_LEAD, BY_SENTENCE, GENERAL, NONE = 0.82, 0.8, 0.75, 0.5


NEAR_TOP = 1000  # characters in which a report names its year
_STATED = re.compile(r"存在|发现|面临|主要|当前|目前|自评|工作中|偏离|未完成")
# 存在问题及改进措施: the text tells the problems until a sentence turns to the measures
_PROBLEMS_FIRST = re.compile(r"(?:问题|原因|不足|困难)(?:分析)?(?:和|及|与|、|以及)")
_DONE = re.compile(r"完成|成[效绩果]|绩效|效[益果]|产出|履[职行]|工作|亮点|经验|做法")
_YEAR = re.compile(r"((?:19|20)\d\d)\s?年")


class Told(Record, frozen=True):
    """A label, how far it is to be trusted, and whether the text under it may tell otherwise."""

    label: str = ""  # empty where nothing tells
    confidence: float = NONE
    general: bool = True


def label_sections(layout: Layout) -> list[Told]:
    """The label of each section, by its own title or the nearest one above that tells."""
    told: list[Told] = []
    year = first_year(layout.normal)
    for index, section in enumerate(layout.sections):
        above = told[section.parent] if section.parent >= 0 else Told()
        named = first_year(section.title)
        if index == 0 and named and not section.number:
            told.append(Told())  # 2021年工作总结和2022年工作打算 is the title of all that follows
        elif 0 < year < named:
            told.append(Told(label="measures", confidence=CUE, general=False))
        else:
            told.append(label_title(section.title, above))
    return told


def first_year(text: str) -> int:
    """The year named first, which in a report is the one it reports on; 0 if none is."""
    match = _YEAR.search(text, 0, NEAR_TOP)
    return int(match[1]) if match else 0


def label_title(title: str, above: Told) -> Told:
    """The label of what stands under a title, itself under the label ``above``."""
    cue = headings().cue(title)
    if cue is not None and _turns(cue, title, above):
        if cue.label == "measures" and _PROBLEMS_FIRST.search(title):
            return Told(label="problems", confidence=GENERAL, general=False)
        confidence = GENERAL if cue.general else WHOLE if cue.whole else CUE
        return Told(label=cue.label, confidence=confidence, general=cue.general)
    if above.label == "conclusion":
        return Told()  # a verdict takes a sentence or two; a heading under it begins something else
    return Told(label=above.label, confidence=min(above.confidence, INHERITED), general=above.general)


def _turns(cue: Cue, title: str, above: Told) -> bool:
    """Whether a title begins a new matter under the label above it."""
    if above.label == "glossary":
        return cue.label == "closing"  # a term that a glossary explains tells nothing
    if above.label == "measures" and cue.label == "problems":
        return cue.whole or _STATED.match(title) is not None  # not 解决基层短板
    if above.label == "profile" and cue.label == "achievements":
        return _DONE.search(title) is not None  # 项目组织实施情况 under 项目概况 tells what the project is
    return above.label not in CLOSED or cue.whole or cue.label in _OPENS
