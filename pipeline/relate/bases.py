"""What a change, a share or a completion is measured against: 上年, 年初预算, the total."""

from __future__ import annotations

import re

from pipeline.records import Statement

BASED = {"change", "change_rate", "completion", "share"}
_BACK = 36  # characters before a number in which its base is named
_COMPARED = re.compile(
    r"(?:(?<![同环占])比|较|与|同|和|低于|高于|超过|大于|小于|超出)(?P<base>[^,;:。()%比较增减降升]{1,16}?)(?:相比|对比|比较|相较)?"
    r"[,，]?(?:有所|略有|略|又|再|累计|共|各|均|总计|支出|收入|实际|净|大幅|分别)*"
    r"(?:增加|增长|增支|增收|减少|减支|下降|降低|上升|提高|提升|多|少|高|低|回落|压减|压缩|扩大|上涨|持平|降|增|减)"
    r"[^,;:。]{0,6}$"
)
_SAME_PERIOD = (("同比", "上年同期"), ("环比", "上期"))
_TASK = re.compile(
    r"(?:全年|年初|年度|调整后?的?|本年|当年|省|市|县|上级|下达|预期|绩效)*(?:预算|目标任务|目标|任务|计划)(?:数|值|指标)?"
)
_SHARE = re.compile(
    r"占(?:了|到|总)?(?!比)(?P<base>[^,;:。占]{2,24}?)(?:的比重|的比例|比重|比例|的百分比|的)?(?:为|达|达到|约)?$"
)


def base_of(text: str, end: int, measure: str, last: str, whole: Statement | None) -> str:
    """The base told before the number at ``end``; ``last`` is that of the number before, ``whole`` the total it is of."""
    before = text[max(end - _BACK, 0) : end]
    if measure in {"change", "change_rate"}:
        return _of_change(before) or last
    if measure == "completion":
        tasks = _TASK.findall(before)
        return tasks[-1] if tasks else ""
    if measure == "share":
        named = _SHARE.search(before)
        return named["base"] if named else whole.full_name if whole else ""
    return ""


def _of_change(before: str) -> str:
    if found := _COMPARED.search(before):
        return found["base"].removesuffix("的")
    return next((base for word, base in _SAME_PERIOD if word in before), "")
