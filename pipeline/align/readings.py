"""The ways to read a statement's name: as it is, without what its measure says, with what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.align.names import Name, NameReader
from pipeline.resources.spelling import squeeze

# 财政拨款支出预算完成率 says of 财政拨款支出 how much was completed; the measure says that already
_SAID_BY_MEASURE = {
    "completion": re.compile(
        r"(?<=..)(?:(?:占|完成|为)?(?:年初|全年|调整)?预算数?的?(?:完成|执行)?(?:率|百分比|比例|进度)|(?:完成|执行)率"
        r"|完成(?:年初|全年|调整)?预算数?的?)$"
    ),
    "share": re.compile(r"(?<=..)(?:占.*|(?:的|所占)?(?:比重|占比|比例))$"),
    "change": re.compile(r"(?<=..)(?:(?:比|较|同比|与).*|增减额|增减|(?:增加|减少|变动|下降|增长)额?)$"),
    "change_rate": re.compile(r"(?<=..)(?:(?:比|较|同比|与).*|增减率|(?:增长|下降|变动|降低)(?:率|幅度)|[增降]幅)$"),
}
_CHANGES = ("change", "change_rate")
_STAGE = re.compile(
    r"(?<=..)(?:年初预算数?|预算数|决算数|执行数|完成数|支出决算|支出预算)$|^(?:部门)?决算(?=总|年[初末]|本年)"
)
_NO_SUBJECT = re.compile(r"(?:支出|收入|年初|项目|部门|资金)?(?:预算|资金)|年初")  # 预算完成率 names a rate itself
_LEVEL = re.compile(r"\([类款项]\)")
_PERIOD = re.compile(r"\((?:截至)?[\d至月日底]+\)$")  # 低保金(1至6月): when, and not what
_LEAD = re.compile(r"^(?:用于|其中|主要是|包括|[0-9.、])+")
_GENERIC = re.compile(r"(?:产出|效益|满意度|成本|数量|质量|时效|绩效|[一二三]级)*指标(?:值|\d+)?")
# what was done before what it was done to: 征缴基金 is 基金征缴
_TURNED = re.compile(r"^(支出|拨付|支付|征缴|发放|收缴|追回|减征|缓缴|缓交|减免)(.{2,})$")
# what was done to what is counted: 暂停医保协议的定点机构数
_DONE_TO = re.compile(r"^(.{4,})的[^的]+$")
# a total whose parts are named without its topic: 政府采购支出总额：货物支出
_TOPIC = re.compile(r"(?:支出|收入|资金)?(?:总额|合计|总计|小计|人数|数)?$")
# what a heading says of its topic: 生育保险基金运行情况, 年度参保目标任务
_SAYS = re.compile(
    r"^(?:\d*年?(?:年度|全年|本年)|\d+年)|(?<=..)(?:收支|运行|管理|使用|执行|征缴|筹集|完成|享受)*(?:情况|概况|状况|说明|表|运行|收支)+$"
)
# groups of marks that the words around a number lend to a name that says too little: 意外伤害 to 补偿金额
_LENT = ("pool", "care", "act", "kind")
TOTALS = ("合计", "总计", "小计")
_LONGEST = 400  # characters of a full name that are read, from its end
_SHORT = 4  # characters of a core that says too little
_PART = 6  # of one that may be a part's, its topic left to the total
_TOO_SHORT = 3  # and of one that the names above must complete


def split(full_name: str) -> tuple[list[str], str]:
    """The enclosing names, outermost first, and the name itself; of a 类款项 path its levels.

    >>> split("财政拨款支出：卫生健康支出（类）医疗救助（款）")
    (['财政拨款支出', '卫生健康支出'], '医疗救助')
    """
    *path, own = [part for part in _PERIOD.sub("", squeeze(full_name[-_LONGEST:])).split(":") if part] or [""]
    *levels, said = _LEVEL.split(own)
    if not levels:
        return path, own
    *upper, last = [_LEAD.sub("", re.split("[;,]", level)[-1]) for level in levels]
    return [*path, *upper], last + said


def shorten(own: str, measure: str, reader: NameReader) -> list[Name]:
    """The name itself, and without what the measure and the stage of the budget say."""
    names = [own]
    for pattern in (_SAID_BY_MEASURE.get(measure), _STAGE):
        shorter = pattern.sub("", names[-1]) if pattern else names[-1]
        if shorter != names[-1] and not _NO_SUBJECT.fullmatch(shorter):
            names.append(shorter)
    if measure in _CHANGES and len(names) > 1:  # a change is told of its subject: 三公经费增减率 is no indicator then
        names = names[1:]
    return [reader.read(name) for name in names]


def lengthen(own: Name, path: Sequence[str], near: int, reader: NameReader) -> Iterator[Name]:
    """Longer readings: with the names above, with what the words around the number lend, its verb put last."""
    if turned := _TURNED.match(own.text):
        yield reader.read(turned[2] + turned[1])
    if path and own.text in TOTALS:  # 移送案件情况: 合计
        yield reader.read(_SAYS.sub("", path[-1]))
    if done := _DONE_TO.match(own.text):
        yield reader.read(done[1])
    if own.bare or len(own.core) <= _TOO_SHORT:
        yield from _under(own, path, reader)
    if not own.bare and path and len(own.core) <= _PART and (topic := _TOPIC.sub("", _SAYS.sub("", path[-1]))):
        yield reader.read(topic + own.text)
    if not own.bare and len(own.core) <= _SHORT:
        lent = reader.marks.words(near & ~own.marks, _LENT)
        yield from (reader.read(word + own.text) for group, word in lent if not own.marks & reader.marks.mask(group))


def _under(own: Name, path: Sequence[str], reader: NameReader) -> Iterator[Name]:
    """The name with those above, up to the first that says what is measured."""
    joined = own.stem
    for name in reversed(path):
        if not _GENERIC.fullmatch(name):
            upper = reader.read(name)
            joined += upper.stem if upper.bare else name
            if not upper.bare:
                yield reader.read(joined)
                return
