"""Why a number has its name: the candidates with their signals and scores, the decision, and what its confidence rests on."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from pipeline.records import Entity, Facts, Layout, Record, Segment, Statement
from pipeline.relate import relate_with
from pipeline.relate.choice import Candidate, weigh
from pipeline.relate.doubtful import is_doubtful
from pipeline.relate.marks import Marks
from pipeline.relate.model import Model, model
from pipeline.relate.signals import SIGNALS
from pipeline.relate.trace import Considered


class Weight(NamedTuple):
    """What one signal or mark adds, and its name in Chinese."""

    name: str
    said: str
    weight: float


class Ranked(Record, frozen=True):
    """A candidate name with its score."""

    name: str
    score: float
    chosen: bool
    signals: tuple[Weight, ...]


class Explanation(Record, frozen=True):
    """All that was considered for one number; a number may state nothing, or several things at once."""

    value: Entity
    candidates: tuple[Ranked, ...]  # best first; none for a figure of a table
    statements: tuple[tuple[Statement, tuple[Weight, ...]], ...]  # each with what its confidence rests on
    wholes: dict[int, str]  # full names of the totals by the index that ``Statement.part_of`` holds


def explain(
    layout: Layout, segments: tuple[Segment, ...], quantities: tuple[Entity, ...], facts: Facts, offset: int
) -> Explanation | None:
    """Explain the number that stands at an offset of the report; None where none does."""
    number = next((i for i, one in enumerate(quantities) if one.start <= offset < one.end and one.type != "DATE"), None)
    if number is None:
        return None
    learned = model()
    trace: list[Considered] = []
    marked: dict[str, list[tuple[Statement, Marks]]] = {}
    relate_with(learned, layout, segments, quantities, facts, trace=trace, marked=marked)
    seen = next((one for one in trace if one.entity == number), None)
    return Explanation(
        value=quantities[number],
        candidates=_ranked(seen, learned) if seen else (),
        statements=tuple(
            (one, reasons)
            for one, reasons in _reasons(marked, number, learned)
            if one.source != "text" or not is_doubtful(quantities[number], one.confidence, layout.text)
        ),
        wholes={at: one.full_name for source in marked.values() for at, (one, _) in enumerate(source)},
    )


def _ranked(seen: Considered, learned: Model) -> tuple[Ranked, ...]:
    chosen = seen.choice.best if seen.choice else None
    ranked = [_rank(one, learned, chosen=one is chosen) for one in seen.candidates]
    return tuple(sorted(ranked, key=lambda one: (not one.chosen, -one.score)))


def _rank(candidate: Candidate, learned: Model, *, chosen: bool) -> Ranked:
    signals = tuple(Weight(name, SIGNALS[name].said, learned.weights[name]) for name in candidate.signals)
    return Ranked(candidate.name.text, weigh(candidate, learned.weights), chosen, signals)


def _reasons(
    marked: dict[str, list[tuple[Statement, Marks]]], number: int, learned: Model
) -> list[tuple[Statement, tuple[Weight, ...]]]:
    found = []
    for source, certainty in (("prose", learned.prose), ("cells", learned.cells)):
        for statement, marks in marked[source]:
            if statement.entity == number:
                reasons = certainty.odds.reasons(marks)
                weights = tuple(Weight(name, _said(name), weight) for name, weight in reasons)
                found.append((msgspec.structs.replace(statement, confidence=certainty(marks)), weights))
    return found


_FAMILIES = {
    "type": "数值类型",
    "label": "段落类别",
    "year": "年份来源",
    "measure": "口径",
    "role": "单元格",
    "unit": "单位来源",
    "source": "表类",
}
_MARKS = {
    "margin": "领先次选",
    "rival": "有次选",
    "numbers": "句中数多",
    "dates": "句中日期",
    "distance": "名数相距",
    "length": "名称长度",
    "cue": "有口径词",
    "one": "汉字“一”",
    "chinese": "汉字数字",
    "twin": "同名同口径另有数",
    "part": "属于某总数",
    "place": "单元格定位",
    "by_row": "行名为指标",
    "by_column": "列名为指标",
    "columns": "列头层数",
    "code": "有科目编码",
    "no_code": "无科目编码",
    "adds_up": "合计相符",
    "untitled": "表无标题",
    "known_head": "模板列头",
    "fails": "表内合计不符",
    "incomplete": "行内缺数",
    "odd_table": "表内分值过高",
    "sure_place": "定位确定",
    "adds_not": "合计不符",
    "column_again": "同列重复",
    "too_high": "分值过高",
    "figures_in_row": "行内数多",
}


def _said(mark: str) -> str:
    family, _, kind = mark.partition(".")
    if kind:
        return f"{_FAMILIES.get(family, family)}：{kind}"
    return _MARKS.get(mark) or (SIGNALS[mark].said if mark in SIGNALS else mark)
