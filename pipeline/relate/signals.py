"""What may speak for or against a name: the signals of a candidate, each with the case that forced it.

The weights are learned (``models/relate``). Those here were set by hand: learning starts from them, and the model card
tells what it gains over them.
"""

from __future__ import annotations

from typing import NamedTuple


class Signal(NamedTuple):
    """One signal: its weight set by hand, and how `xianbao explain` words it."""

    weight: float
    said: str


SIGNALS = {
    "chain": Signal(2.0, "分别所列"),  # A、B分别为1、2
    "path": Signal(2.0, "类款项"),  # 教育支出(类)普通教育(款)小学教育(项)年初预算80万元
    "own_phrase": Signal(1.0, "数字前的短语"),  # 基金收入100万元
    "counted_noun": Signal(1.2, "数字后所数之物"),  # 20家参保单位
    "phrase_after": Signal(0.45, "数字后的短语"),  # 30人次使用了自助终端
    "verb_after": Signal(0.6, "数字后的动词短语"),  # 30人缓缴医保费
    "of_after": Signal(0.6, "数字后“的”所指"),  # 30人的饮水安全问题
    "percent_after": Signal(0.7, "百分数后所述"),  # 100%享受待遇
    "percent_done": Signal(1.0, "百分数后的动词短语"),  # 参保人员100%享受待遇
    "purpose_after": Signal(0.9, "金额后的用途"),  # 出资5万元资助五保户
    "pair": Signal(0.8, "与前数成对"),  # 20人5万元: the second has the name of the first
    "bracketed": Signal(0.9, "括号前的名称"),  # 效益指标(30分)
    "colon_head": Signal(0.7, "冒号前的名称"),  # 参保人数：20人
    "topic": Signal(0.5, "本句前数的名称"),  # ..., 完成预算的98%
    "earlier_clause": Signal(0.45, "前一小句的主语"),  # 开展水源巡查，原定24次
    "opening": Signal(1.3, "段首标题"),  # 2.预算执行。按季考核，满分8分
    "subject": Signal(0.42, "句首主语"),  # 评价指标分为三类，满分100分
    "echo": Signal(-0.5, "前数名称之尾"),  # 国内公务接待3批，接待20人: 接待 alone repeats the end of the topic
    "earlier_sentence": Signal(0.4, "前句的名称"),
    "heading": Signal(0.3, "上方标题"),
    "owner_and_cue": Signal(1.4, "部门预算一类"),  # 部门年初预算80万元
    "cue_phrase": Signal(0.2, "口径词自身"),  # 年初预算数80万元
    "cue_first": Signal(
        0.3, "本句首个名称"
    ),  # 预算已全部到位。实际支出90万元: nothing was named in this sentence before
    "ends_clause": Signal(0.3, "数字收尾"),
    "bare_verb": Signal(-0.3, "只有动词"),  # 出资, 报销 alone
    "general_head": Signal(-0.3, "名称过泛"),  # 单位, 人数 alone
    "clause_before": Signal(-0.8, "修饰后文"),  # 负担较重的30人次实施二次救助
    "general_noun": Signal(-0.6, "所数之物过泛"),  # 6家单位
    "list_before": Signal(-0.8, "列举至“等”"),  # 设财务、审核等7个股室
    "long": Signal(-0.3, "名称过长"),
    "no_rate": Signal(-0.4, "百分数前非比率"),  # a percentage of something whose name is no rate
    "circumstance": Signal(-0.4, "时地状语"),  # 抽查中3座水库
    "rate_name": Signal(-0.3, "比率名称配总量"),  # a sum under the name of a rate: 执行率 over 年初预算80万元
    "topic_of_unit": Signal(0.45, "同单位前数的名称"),  # 三公经费9万元，控制率90%，比上年减少1万元
    "rate_before": Signal(-1.0, "前数为比率"),  # 三公经费9万元，控制率90%，比上年减少1万元: the last name is a rate's
    "weak_topic": Signal(-0.4, "前数名称空泛"),  # 年中追加3万元，支出决算90万元: what was added is not what was spent
    "taken": Signal(-0.1, "已属同类前数"),  # 发放补贴30万元，……5万元: it has a value of this unit and measure
}
BY_HAND = {name: signal.weight for name, signal in SIGNALS.items()}
