"""What a statement asks: the name it goes by, what stands around it, the units that fit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.align.names import Marks, Name, NameReader
from pipeline.align.units import ANY, FAMILIES, OF_A_SUBJECT, SUBJECTS, TALLIES
from pipeline.records import Entity, Record, Statement
from pipeline.resources.spelling import squeeze

# 财政拨款支出预算完成率 says of 财政拨款支出 how much was completed; the measure says that already
_SAID_BY_MEASURE = {
    "completion": re.compile(r"(?<=..)(?:(?:占|完成|为)?(?:年初|全年|调整)?预算数?的?(?:完成|执行)?(?:率|百分比|比例|进度)|(?:完成|执行)率)$"),
    "share": re.compile(r"(?<=..)(?:占.*|(?:的|所占)?(?:比重|占比|比例))$"),
    "change": re.compile(r"(?<=..)(?:(?:比|较|同比|与).*|增减额|增减|(?:增加|减少|变动|下降|增长)额?)$"),
    "change_rate": re.compile(r"(?<=..)(?:(?:比|较|同比|与).*|增减率|(?:增长|下降|变动|降低)(?:率|幅度)|[增降]幅)$"),
}
_STAGE = re.compile(r"(?<=..)(?:年初预算数?|预算数|决算数|执行数|完成数|支出决算|支出预算)$|^(?:部门)?决算(?=总|年[初末]|本年)")
_NO_SUBJECT = re.compile(r"(?:支出|收入|年初|项目|部门|资金)?(?:预算|资金)?")  # 预算完成率 is the name of a rate itself
_LEVEL = re.compile(r"([^()：:;；,，]+?)\((类|款|项)\)")
_LEAD = re.compile(r"^(?:用于|其中|主要是|包括|[0-9.、]+)+")
_GENERIC = re.compile(r"(?:产出|效益|满意度|成本|数量|质量|时效|绩效|[一二三]级)*指标(?:值|\d+)?")
# whose money it is: the unit's own accounts, or the insurance funds that it looks after
_FUND = re.compile(r"基金(?!监管)|医疗保险|医保(?![局中])|参保|征缴|特殊人员")
_ACCOUNT = re.compile(r"\([类款项]\)|财政拨款|基本支出|项目支出|(?:功能|经济)分类|科目|工资福利|商品和服务|支出合计|收入合计|决算|一般公共预算|部门")


class Query(Record, frozen=True):
    """A statement's question to the taxonomy."""

    names: tuple[Name, ...]  # the name, then shorter readings of it
    joined: tuple[Name, ...]  # where it says too little, the name with those above
    asked: Marks  # what the name tells, without what the measure says
    above: str  # the enclosing names, outermost first
    around: str  # everything that stands around the name
    surroundings: Marks  # the scope that path and context tell, the nearest of a group only
    families: dict[str, float]  # unit family -> how well it fits, 0 to 1
    tally: str  # event, house, case ...: what the classifier counts
    account: bool  # the name or what stands around it speaks of a unit's accounts
    fund: bool  # or of insurance funds


def make_query(statement: Statement, quantity: Entity, above: Sequence[str], agency: str, reader: NameReader) -> Query:
    """The question of a statement; ``above`` are the names of the totals that it is a part of, outermost first.

    The agency is the last to be asked for a scope: of a 城镇职工医疗保险中心 all is about 职工.
    """
    *path, own = [part for part in squeeze(statement.full_name).replace("：", ":").split(":") if part] or [""]
    levels = _LEVEL.findall(own)
    if levels:
        path += [_LEAD.sub("", name) for name, _ in levels[:-1]]
        own = _LEAD.sub("", levels[-1][0])
    path = [*map(squeeze, above), *path] if above else path
    around = ":".join((*path, squeeze(statement.context)))
    told = f"{around}:{squeeze(statement.full_name)}"
    names = _readings(own, statement.measure, reader)
    families = _families(statement, quantity, shortened=len(names) > 1)
    return Query(
        names=tuple(names),
        joined=tuple(_joined(names[-1], path, reader)),
        asked=names[-1].marks,
        above=":".join(path),
        around=around,
        surroundings=_nearest((agency, statement.context, ":".join(path)), reader),
        families=families,
        tally=TALLIES.get(statement.unit, "") if quantity.type == "COUNT" else "",
        account=bool(levels) or bool(_ACCOUNT.search(told)),
        fund=bool(_FUND.search(told)),
    )


def _readings(own: str, measure: str, reader: NameReader) -> list[Name]:
    """The name itself, and without what the measure and the stage of the budget say."""
    names = [own]
    for pattern in (_SAID_BY_MEASURE.get(measure), _STAGE):
        shorter = pattern.sub("", names[-1]) if pattern else names[-1]
        if shorter != names[-1] and not _NO_SUBJECT.fullmatch(shorter):
            names.append(shorter)
    return [reader.read(name) for name in names]


def _joined(own: Name, path: Sequence[str], reader: NameReader) -> list[Name]:
    """A name that says too little, with the names above up to the first that says what is measured."""
    if not own.bare and len(own.core) > 3:
        return []
    joined = own.text
    for name in reversed(path):
        if not _GENERIC.fullmatch(name):
            joined += name
            if not reader.read(name).bare:
                return [reader.read(joined)]
    return []


def _nearest(texts: Sequence[str], reader: NameReader) -> Marks:
    """Of each group of marks the one told nearest: the last of the last text that tells one."""
    told: dict[str, str] = {}
    for text in texts:
        told |= reader.nearest(text)
    return {group: frozenset((mark,)) for group, mark in told.items()}


def _families(statement: Statement, quantity: Entity, *, shortened: bool) -> dict[str, float]:
    if statement.measure in OF_A_SUBJECT:
        return SUBJECTS if shortened else ANY
    if quantity.type == "PERSON_COUNT" and statement.unit == "人次":
        return FAMILIES["VISITS"]
    return FAMILIES.get(quantity.type, ANY)
