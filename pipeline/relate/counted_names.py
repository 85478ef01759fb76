"""What a name leaves to its unit: 补偿意外伤害 of so many 人次, 住院救助 of so much money, 解除协议 of so many 家."""

from __future__ import annotations

import re

from pipeline.relate.sentences import Mention

_TOLD = ("数", "人次", "量", "次", "人员", "率")  # names that say themselves what is counted
_ACT = re.compile(r"(?:救助|参保|补偿|报销|赔付|结算|采购|奖励|处罚|罚款)$")  # a sum's name that could be a count's
_GRADED = re.compile(r"为[“\"]?[优良中差](?:秀|好|等)?[”\"]?$")
_MEASURED_BY = "起件份次批例场期辆台项条套座处间笔"  # classifiers that a count is called by: 检查次数
_TO_INSTITUTIONS = re.compile(
    r"(?:约谈|整改|处理|查处|处罚|协议|通报|曝光|关停|取缔|限期|警告|核查|稽核|检查|查房|抽查)$"
)
_INSTITUTIONS = re.compile("机构|医院|药店|诊所|卫生院|卫生室|单位|企业")


def said_of(name: str, mention: Mention, *, part: bool) -> str:
    """The word that a full name needs behind it to say what its number counts; empty if it says so itself."""
    if mention.type == "MONEY":
        return "金额" if not part and _ACT.search(name) else ""  # a part may be an account: 卫生健康支出：医疗救助
    if mention.type not in {"COUNT", "PERSON_COUNT"} or name.endswith(_TOLD):
        return ""
    if mention.type == "PERSON_COUNT":
        return "人数" if mention.unit == "人" else mention.unit
    if mention.unit in ("家", "家次") and _TO_INSTITUTIONS.search(name):
        own = name.rpartition("：")[2]
        told = bool(_INSTITUTIONS.search(own))
        if mention.unit == "家":
            return "家数" if told else "机构数"
        return "家次" if told else "机构家次"
    if len(mention.unit) > 1 and mention.unit.endswith("次"):
        return mention.unit  # 轮次, 批次
    if _GRADED.search(name):
        return "的项目数"
    if mention.unit in "家个户所" or name.endswith(mention.unit):
        return "数"
    return f"{mention.unit}数" if mention.unit in _MEASURED_BY else ""
