"""Which earlier statement is a total: the last one large enough, or one that is named again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pipeline.records import Statement

VALUES = {"actual", "budget", "target", "prior", "score", "points"}  # measures that have parts
_NEAR = 8  # statements; a total stands no further back when 其中 comes
_ENDING = 4  # characters by which a name is known again: 居民基金收入 after 居民医疗保险基金收入
_FAR = 16  # statements; a total that is named again stands no further back
_OPPOSITE = {"收入": "支出", "支出": "收入"}
_AROUND = re.compile(r"^(?:其中|全年|本年|今年|当年)+|的$")


def last_total(statements: Sequence[Statement], first: int, unit: str, part: Decimal) -> int:
    """The last of statements[first:] with this unit that is not smaller than its part; -1 if none is near.

    Of one name the value reached is taken rather than the budget or last year's value that it is compared with.
    """
    first = max(first, len(statements) - _NEAR)
    fitting = [index for index in range(first, len(statements)) if _holds(statements[index], unit, part)]
    if not fitting:
        return -1
    name = statements[fitting[-1]].start
    reached = [i for i in fitting if statements[i].start == name and statements[i].measure == "actual"]
    return reached[-1] if reached else fitting[-1]


def named_total(statements: Sequence[Statement], name: str, unit: str, part: Decimal) -> int:
    """The last statement of this name: 项目支出中，...; -1 if none is near."""
    name = _AROUND.sub("", name)
    for index in range(len(statements) - 1, max(0, len(statements) - _FAR) - 1, -1):
        statement = statements[index]
        told = statement.full_name.split("：")[-1]
        if _holds(statement, unit, part) and (name in told or told.endswith(name[-_ENDING:])):
            return index
    return -1


def may_be_part(whole: Statement, part: Statement, said: str) -> bool:
    """Whether a total allows a part: the same unit, another name, no counterpart, and no other measure if one is said."""
    if scale(whole.unit, part.unit) is None or whole.start == part.start or (said and said != whole.measure):
        return False
    if part.unit == "分" and whole.measure != part.measure and (said or whole.measure != "points"):
        return False
    other = _OPPOSITE.get(whole.full_name[-2:])
    return other is None or other not in part.full_name or whole.full_name[-2:] in part.full_name


def scale(whole: str, part: str) -> int | None:
    """What a part's value is multiplied with to compare it with its total; None if their units do not compare.

    A sum per head has parts told in plain money: 人均筹资标准900元/人，其中个人缴费320元.
    """
    if whole == part:
        return 1
    return 10_000 if part == "万元" and whole.startswith("元/人") else None


def _holds(statement: Statement, unit: str, part: Decimal) -> bool:
    factor = scale(statement.unit, unit)
    return factor is not None and statement.measure in VALUES and Decimal(statement.value) >= part * factor


def of_unit(statements: Sequence[Statement], total: int, unit: str) -> int:
    """The total, or the other number of its pair that has this unit: 帮扶46户112人，其中脱贫43户105人."""
    name = statements[total].start
    for other in (total, total + 1, total - 1):
        paired = 0 <= other < len(statements) and statements[other].start == name
        if paired and scale(statements[other].unit, unit) is not None:
            return other
    beside = total + 1  # 补偿9万人次，补偿金额800万元，其中住院2万人次600万元
    if beside >= len(statements) - 1 or statements[beside].part_of >= 0:
        return total
    told = statements[beside]
    return beside if told.unit == unit == "万元" and told.measure in VALUES else total
