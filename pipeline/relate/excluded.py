"""Quantities that state no indicator's value: bounds of a grading scale, thresholds in a name, sizes of fixed sets."""

from __future__ import annotations

import re

from pipeline.relate.sentences import Mention, Sentence
from pipeline.relate.terms import terms

_CHINESE_DIGITS = frozenset("一二两三四五六七八九十")
_CHINESE = re.compile(r"[一二两三四五六七八九十](?![一二三四五六七八九十])")
_GRADE = "(?:优秀?|良好?|中等?|一般|较差|差|不?合格|达标|及格)"
_GRADE_BEFORE = re.compile(_GRADE + r"等?次?\($")  # 良好(80-90分)
_GRADE_AFTER = re.compile(
    r"(?:\(含\)|\(不含\)|及|以上|以下|以内|的|者|(?:至|到|-|~|—)\d+分)*(?:为|评为|是)[“\"]?" + _GRADE
)  # 60分以下为不合格
_BOUND = re.compile(r"(?:\(含\))?(?:以上|以下|以内)(?:\(含\))?的?[^,;:。、()的]")  # 单价50万元以上的通用设备
_BOUND_STARTS = {"(", "以"}
_BOUNDED = {"MONEY", "COUNT", "PERSON_COUNT"}
_NONE = re.compile(r"(?:没有|无|未有|未发生|没有新增|未新增|不少|不漏|不落)$")  # 没有一家医院, 不漏一户
_NONE_ENDS = frozenset("有无生增少漏落")  # last characters of these
_AGED = re.compile(r"(?:以上|以下)?的?[\u4e00-\u9fff]{2}")  # 0-6岁儿童
_PORTIONS = {"批", "批次", "次", "期", "步", "轮"}  # 分两批下达
_LEVELS = re.compile(r"[一二三四]级指标")  # an index made of 4个一级指标、12个二级指标
_AGES = {"岁", "周岁"}
_ASPECTS = re.compile(r"[一二两三四五六七八九十]个(?:方面|环节|维度|部分|阶段|层次|等级|档次|步骤|类别|方向)")
_WHOLE_SET = re.compile(r"[^,;:。、()]{1,8}中(?:还|仍|尚|有)")  # 25个乡镇中还有9个没有敬老院
_ONE_RATE = re.compile(r"一次[^,;:。、()]{0,8}率")  # 一次选举成功率
_ONE_THING = re.compile(r"[一两]个[^,;:。、()]")  # 只在一个窗口办理
_ORGANISATION = re.compile(
    r"[一两]个(?:[^,;:。、()]{0,8}?)(?:机构|单位|股室|科室|中心|部门|项目|窗口单位|村|社区|乡镇|党支部)"
)


def states_no_value(sentence: Sentence, mention: Mention) -> bool:
    """Whether a quantity is no value of an indicator (gold rulings 3 and 13)."""
    text = sentence.text
    sign = text[mention.start - 1] if mention.start else ""  # before the number
    if (
        mention.type != "PERCENT"
        and sign in _NONE_ENDS
        and _NONE.search(text, max(mention.start - 5, 0), mention.start)
    ):
        return text[mention.start] == "一"
    if mention.type == "COUNT" and mention.unit in _PORTIONS and text.startswith("分", max(mention.start - 1, 0)):
        return True
    if mention.unit in _AGES and _AGED.match(text, mention.end):
        return True
    if mention.type == "SCORE":
        return bool(
            _GRADE_BEFORE.search(text, max(mention.start - 10, 0), mention.start)
            or _GRADE_AFTER.match(text, mention.end)
        )
    bounded = text[mention.end : mention.end + 1] in _BOUND_STARTS and mention.type in _BOUNDED
    if bounded and _BOUND.match(text, mention.end):
        return mention.type == "MONEY" or mention.unit in _AGES  # 80周岁以上老人
    if mention.type == "COUNT" and _LEVELS.match(text, mention.end):
        return True
    return mention.type == "COUNT" and _fixed_set(text, mention)


def _fixed_set(text: str, mention: Mention) -> bool:
    if text.find("中", mention.end, mention.end + 9) >= 0 and _WHOLE_SET.match(text, mention.end):
        return True
    if text[mention.start] not in _CHINESE_DIGITS:
        return False
    if _ASPECTS.match(text, mention.start):
        return True
    if _ONE_RATE.match(text, mention.start):
        return True
    number = _CHINESE.match(text, mention.start, mention.end)
    if not number:
        return False
    if text[number.end() : mention.end] in terms().set_classifiers:
        return True
    return bool(_ONE_THING.match(text, mention.start)) and not _ORGANISATION.match(text, mention.start)
