"""The indicator's name inside a phrase: the noun phrase, or verb and object, that a number measures."""

from __future__ import annotations

import re

from pipeline.relate.phrases import last_cut, peel_left, peel_right
from pipeline.relate.terms import terms

_OF = re.compile(r"(?<!家庭)(?<!安排)的")
_LIST_TAIL = re.compile(r"等(?=[^级待额])")  # 宣传、义诊等志愿活动 -> 志愿活动
_PREPOSITION = re.compile(r"通过|对|向|为|将|把|根据|按照|针对|围绕|利用|结合|经|由|在|从|用|以|因")
_PREPOSITION_STARTS = frozenset("通对向为将把根按针围利结经由在从用以因")
_BASIS = re.compile(
    r"(?:按|据|以|根据|按照)[^,]{1,24}?(?:计算|统计|推算|测算|口径|文件|通知|规定|要求)的?"
)  # 按常住人口计算人均收入
_BASES = ("按", "据", "以", "根据")
_MANNER = re.compile(r"按照?[^,;]{1,8}?(?:安排|保障|执行|发放|核定|拨付|计提)$")  # 公用经费按定额安排
_LOCATIVE = re.compile(r"上(?<=[会赛台节]上)|中(?<=[动作查程]中)|后(?<![前先今以]后)")
_UNIT = re.compile(r"\((?:%|‰|万?元|万?人次?|个|家|户|件)\)$")  # 药占比(%)
_PREPOSITIONS = "向对为由经从"  # 向乡镇卫生院拨付周转金: the verb tells
_DISPOSAL = re.compile(r"(?<!即)将(?=..)|把(?=..)(?!手|握|关)")  # 建议将审核人员增加到6名
_LONG = 14  # characters; a longer phrase tells more than the name


def name_before(text: str, start: int, end: int) -> tuple[int, int]:
    """The name in text[start:end], a phrase that ends at a number or a cue; empty where nothing is left.

    >>> text = "2020年全县基本医疗参保率达到"
    >>> text[slice(*name_before(text, 5, len(text)))]
    '基本医疗参保率'
    """
    end = peel_right(text, start, end)
    if end - start <= _LONG and not terms().special.search(text, start, end):  # nothing inside asks for a cut
        return _start(text, start, end), end
    if text.find("按", start, end) >= 0 and (manner := _MANNER.search(text, start, end)):
        end = manner.start() if manner.start() > start else end
    if text.endswith(")", start, end) and (unit := _UNIT.search(text, start, end)):
        end = unit.start()
    basis = _BASIS.match(text, start, end) if text.startswith(_BASES, start, end) else None
    begin = basis.end() if basis else start
    inside = terms().inside.search(text, start, end)
    if inside:
        begin = last_cut(text, begin, end)
    if text.find("将", begin, end) >= 0 or text.find("把", begin, end) >= 0:
        for found in _DISPOSAL.finditer(text, begin, end):
            begin = found.end()
    for found in _LOCATIVE.finditer(text, begin + 2, end - 1):
        if terms().doing.match(text, found.end(), end):
            begin = found.end()  # 运动会上摘得金牌, 核验后停发
    start = peel_left(text, begin, end)
    led = start > begin and text[start - 1] in _PREPOSITIONS
    start = _after_modifiers(text, start, end)
    if inside:
        start = _predicate(text, start, end)
    start = _verb_and_object(text, start, end, led=led)
    return unquoted(text, start, end)


def _start(text: str, start: int, end: int) -> int:
    """The start of the name in a phrase of which no more than the beginning is to be left out."""
    begin = peel_left(text, start, end)
    led = begin > start and text[begin - 1] in _PREPOSITIONS
    if led or (begin < end and text[begin] in _PREPOSITION_STARTS):
        return _verb_and_object(text, begin, end, led=led)
    return begin


def _after_modifiers(text: str, start: int, end: int) -> int:
    """The start after 的 and 等 where what follows can stand alone."""
    if terms().modifier.match(text, start, end):
        return start
    for sign, pattern, shortest in (("等", _LIST_TAIL, 3), ("的", _OF, 4)):
        if text.find(sign, start, end) < 0:
            continue
        for found in pattern.finditer(text, start, end):
            rest = text[found.end() : end]
            if len(rest) >= shortest and rest not in terms().heads:
                start = found.end()
    return start


def _predicate(text: str, start: int, end: int) -> int:
    """The start after an adverb inside: 登记平台已登记备案 -> 登记备案; a short verb keeps its subject."""
    for found in terms().adverb.finditer(text, start + 1, end):
        if end - found.end() >= 3:
            start = peel_left(text, found.end(), end)
    return start


def _verb_and_object(text: str, start: int, end: int, *, led: bool) -> int:
    """The start of the last verb with an object, where a preposition or the length shows that more is told."""
    led = led or bool(_PREPOSITION.match(text, start, end))
    if end - start <= _LONG and not led:
        return start
    verbs = [
        found
        for found in terms().doing.finditer(text, start, end)
        if end - found.end() >= 2 and text[found.end() : end] not in terms().heads
    ]
    plain = [found for found in verbs if found[0] not in terms().nominal]
    return (plain or verbs)[-1].start() if plain or (verbs and led) else start


def unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """The name without quotes around all of it, or half a pair at its edge."""
    while start < end and text[start] in '“"' and ("”" not in text[start:end] or text[end - 1] in '”"'):
        if text[end - 1] in '”"':
            end -= 1
        start += 1
    if start < end and text[end - 1] == "”" and "“" not in text[start:end]:
        end -= 1
    return start, max(start, end)
