"""What speaks for and against a candidate name, and how much: the table that learning will replace."""

from __future__ import annotations

from pipeline.records import Record
from pipeline.relate.sentences import Name

WEIGHTS = {
    "chain": 2.0,  # A、B分别为1、2
    "path": 2.0,  # 教育支出(类)普通教育(款)小学教育(项)年初预算80万元
    "own_phrase": 1.0,  # 基金收入100万元
    "counted_noun": 1.2,  # 20家参保单位
    "phrase_after": 0.45,  # 30人次使用了自助终端
    "verb_after": 0.6,  # 30人缓缴医保费
    "of_after": 0.6,  # 30人的饮水安全问题
    "percent_after": 0.7,  # 100%享受待遇
    "pair": 0.8,  # 20人5万元: the second has the name of the first
    "bracketed": 0.9,  # 效益指标(30分)
    "colon_head": 0.7,  # 参保人数：20人
    "topic": 0.5,  # ..., 完成预算的98%
    "earlier_clause": 0.45,  # 开展水源巡查，原定24次
    "earlier_sentence": 0.4,
    "heading": 0.3,
    "owner_and_cue": 1.4,  # 部门年初预算80万元
    "cue_phrase": 0.2,  # 年初预算数80万元
    "ends_clause": 0.3,
    "purpose_after": 0.9,  # 出资5万元资助五保户
    "bare_verb": -0.3,  # 出资, 报销 alone
    "general_head": -0.3,  # 单位, 人数 alone
    "clause_before": -0.8,  # 负担较重的30人次实施二次救助
    "general_noun": -0.6,  # 6家单位
    "list_before": -0.8,  # 设财务、审核等7个股室
    "long": -0.3,
    "no_rate": -0.4,  # a percentage of something whose name is no rate
}


class Candidate(Record, frozen=True):
    """A name that a number may have, with the signals that speak for and against it."""

    name: Name
    kind: str
    signals: tuple[str, ...]
    stop: int = -1  # where in the sentence a counted noun after the number ends

    @property
    def score(self) -> float:
        """The sum of its signals' weights."""
        return sum([WEIGHTS[signal] for signal in self.signals])


def choose(candidates: list[Candidate]) -> tuple[Candidate, float] | None:
    """The best candidate, the first among equals, and how sure that is (0 to 1)."""
    if not candidates:
        return None
    if len(candidates) == 1:
        best, score, rival = candidates[0], candidates[0].score, 0.0
    else:
        scores = [candidate.score for candidate in candidates]
        score = max(scores)
        best = candidates[scores.index(score)]
        rival = 0.0
        for other, candidate in zip(scores, candidates, strict=True):
            if other > rival and candidate.name != best.name:
                rival = other
    margin = min(max(score - rival, 0.0), 1.0)
    return best, round(min(0.5 + 0.2 * min(score, 1.3) + 0.2 * margin, 0.97), 3)
