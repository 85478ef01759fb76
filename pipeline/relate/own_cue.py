"""The cue of one number: what the phrase before it says, if what stands around bears it out, or the last cue, if it reaches on."""

from __future__ import annotations

import re

from pipeline.relate.chains import chain_word
from pipeline.relate.cues import Cue, cue_of, find_cue
from pipeline.relate.sentences import Mention, Sentence
from pipeline.relate.years import OF_DATE

_BASES = {"budget": "completion", "target": "completion", "base": "share"}  # of a percentage told right after them
_CHANGES = re.compile(r"主要|原因|比|较|同比|变动|由于|因为")  # without these 减少群众垫付80万元 tells what was done
_STANDARD = re.compile(
    r"(?:没有?|未|略|均|已|也)*(?:高于|超过|低于|超出|优于|达到|符合|未突破|未达到|小于|大于)[^,;:。]{0,8}$"
)
_STANDARD_AFTER = re.compile(
    r"(?:以上|以下|以内)?的(?:[^,;:。]{0,6})(?:目标值?|要求|标准|考核线|任务|指标值?|上限|下限|控制线|红线|警戒线|底线)"
)  # 服务率84%，高于全省80%的考核线
_STANDARD_STARTS = {"以", "的"}
_RISE = re.compile(r"[提增升涨降减扩缩调变到至]")
_RISE_WITHIN = 10  # characters
_REVISED = re.compile(r"(?:调减|调增|调整|下调|上调)[为到至]")
_REVISED_STARTS, _REVISED_ENDS = {"调", "下", "上"}, {"为", "到", "至"}
_AGREED = re.compile(r"同意|批准|批复")
_SENTENCE = 80  # characters before a number
_LEVELS = ("prior", "")  # what is said of the numbers of a change told by its ends
_AND_GAP = re.compile(r"(?:以上|左右)?[、和与及]$")


def own_cue(sentence: Sentence, mention: Mention, low: int, start: int) -> Cue:
    """What the phrase that begins at ``start`` says of the number after it."""
    text = sentence.text
    # of a chain the names come first
    said_from = max(start, chain_word(text, low, mention.start)) if sentence.chained else start
    own = find_cue(text, said_from, mention.start, mention.type, mention.unit)
    standard = (
        not own.measure
        and text[mention.end : mention.end + 1] in _STANDARD_STARTS
        and _STANDARD_AFTER.match(text, mention.end)
    )
    if standard and (led := _STANDARD.search(text, said_from, mention.start)):
        return cue_of("target", led.start())
    if own.leads and own.compared and not _CHANGES.search(text, 0, start + 4):
        return Cue("", own.end)
    if own.measure in _LEVELS and _revised(text, mention):
        return cue_of("target", own.end)
    composed = own.measure == "prior" and text[mention.start - 1] == "由" and not _rises(sentence, mention)
    return Cue("", own.end) if composed else own


def _revised(text: str, mention: Mention) -> bool:
    """Whether a number is an aim before or after it was revised with leave: 经财政局同意，培训人次由300人次调减为200人次."""
    after, before = text[mention.end : mention.end + 1], text[mention.start - 1 : mention.start]
    if mention.type == "MONEY" or (after not in _REVISED_STARTS and before not in _REVISED_ENDS):
        return False
    beside = _REVISED.match(text, mention.end) or _REVISED.search(text, max(mention.start - 3, 0), mention.start)
    return bool(beside) and bool(_AGREED.search(text, max(mention.start - _SENTENCE, 0), mention.start))


def earlier_level(sentence: Sentence, at: int) -> bool:
    """Whether a number is the level of the date before it from which it changed: 由2020年的82%提高到88%."""
    date = sentence.mentions[at - 1]
    if not at or date.type != "DATE" or not date.start:
        return False
    text, mention = sentence.text, sentence.mentions[at]
    led = text[date.start - 1] in "由从较比"
    return led and text[date.end : mention.start] in OF_DATE and _rises(sentence, mention)


def _rises(sentence: Sentence, mention: Mention) -> bool:
    """Whether a change is told after a number: 由80%提高到85%, and not 小组由5人组成."""
    return bool(_RISE.search(sentence.text, mention.end, mention.end + _RISE_WITHIN))


def inherited(last: Cue, own: Cue, gap: str) -> Cue:
    """The number's own cue, or the last one where it reaches on: 减少培训费3万元、会议费2万元; 分别增长5%和3%."""
    if last.measure in _BASES and gap == "的":  # 占年初预算80万元的95%
        return cue_of(_BASES[last.measure], own.end)
    if own.measure or not last.compared or not ((last.leads and gap.startswith("、")) or _AND_GAP.match(gap)):
        return own
    return cue_of(last.measure, own.end, last.sign, leads=last.leads)
