"""Parts that no word announces: values of one unit and measure that add up to one told before or after them.

总支出796.35万元，基本支出171.06万元，项目支出625.29万元。
决策14.5分、过程18.2分、产出37.4分，综合得分70.1分。
"""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from pipeline.records import Statement
from pipeline.relate.three_public import three_public_whole
from pipeline.relate.totals import VALUES

_REACH = 12  # statements from a total to its last part
_FEWEST = 3  # statements: a total and two parts
_BACK = 24  # statements back to a total in an earlier paragraph
_SMALL = 10  # whole numbers below it add up by chance
_COUNTERPART = re.compile(r"支出|结余|结转|赤字|审减|净增")  # income = spending + balance tells no parts
_GRAND = re.compile(r"总|合计|支出")
_TOTAL = re.compile(r"总|合计|共|综合|得分")
_ADDS = {"万元", "分", "人", "个", "户", "件", "家", "辆", "台", "名", "亩", "人次", "次", "起", "例", "套", "项"}


def find_sums(statements: list[Statement], first: int) -> None:
    """Make parts of statements[first:], a paragraph's, that are told without 其中 and add up exactly."""
    if len(statements) - first >= _FEWEST:
        _find_inside(statements, first)
    _find_total_before(statements, first)
    _find_three_public(statements, first)


def _find_inside(statements: list[Statement], first: int) -> None:
    last = len(statements)
    wholes = {statement.part_of for statement in statements[first:last]}
    units = [statement.unit for statement in statements[first:last]]
    adding = {unit for unit in _ADDS.intersection(units) if units.count(unit) >= _FEWEST}
    for total in range(first, last) if adding else ():
        whole = statements[total]
        if whole.unit not in adding or whole.measure not in VALUES:
            continue
        if total in wholes or _is_small(whole):
            continue
        after = range(total + 1, min(total + 1 + _REACH, last))
        before = range(total - 1, max(total - 1 - _REACH, first - 1), -1)
        parts = _adding_up(statements, total, after)
        if not parts and _TOTAL.search(whole.full_name):
            parts = _adding_up(statements, total, before)
        for index in parts:
            make_part(statements, index, total)


def _find_total_before(statements: list[Statement], first: int) -> None:
    """The total in an earlier paragraph to which all sums of this one add up: 结构情况。教育支出80万元，占80%；..."""
    sums = [
        i for i in range(first, len(statements)) if statements[i].unit == "万元" and statements[i].measure in VALUES
    ]
    if len(sums) < 2 or len({statements[i].measure for i in sums}) > 1 or any(statements[i].part_of >= 0 for i in sums):
        return
    told = sum(Decimal(statements[i].value) for i in sums)
    for total in range(first - 1, max(first - 1 - _BACK, -1), -1):
        whole, part = statements[total], statements[sums[0]]
        same = (whole.unit, whole.measure, whole.year) == (part.unit, part.measure, part.year)
        if same and Decimal(whole.value) == told and ("." in whole.value or len(sums) > 2):
            for index in sums:
                make_part(statements, index, total)
            return


def _find_three_public(statements: list[Statement], first: int) -> None:
    for index in range(first, len(statements)):
        name = statements[index].full_name
        if (
            statements[index].part_of < 0
            and name[0] in "因公出"
            and (whole := three_public_whole(statements, index, name)) >= 0
        ):
            make_part(statements, index, whole)


def _adding_up(statements: list[Statement], total: int, places: range) -> list[int]:
    """The statements of the total's unit and measure, none left out, whose values add up to it; [] if none do."""
    whole = statements[total]
    left = Decimal(whole.value)
    parts: list[int] = []
    for index in places:
        one = statements[index]
        if one.unit != whole.unit or one.part_of not in (-1, whole.part_of):
            continue
        if one.measure != whole.measure:  # a change, last year's value
            continue
        if _is_part_of(statements, total, index):
            continue
        if one.start == whole.start or one.year != whole.year:
            return []
        if _COUNTERPART.search(one.full_name[-4:]) and not _GRAND.search(whole.full_name):
            return []
        left -= Decimal(one.value)
        parts.append(index)
        if left <= 0:
            return parts if left == 0 and len(parts) > 1 else []
    return []


def _is_part_of(statements: list[Statement], part: int, whole: int) -> bool:
    """Whether one statement is part of another, by however many steps: a total is no part of its own part."""
    while part >= 0 and part != whole:
        part = statements[part].part_of
    return part >= 0


def make_part(statements: list[Statement], index: int, total: int) -> None:
    """Make one statement a part of another: its name then holds the total's."""
    part, whole = statements[index], statements[total]
    name = part.full_name if whole.full_name in part.full_name else f"{whole.full_name}：{part.full_name}"
    statements[index] = msgspec.structs.replace(part, part_of=total, full_name=name)


def _is_small(statement: Statement) -> bool:
    return "." not in statement.value and Decimal(statement.value) < _SMALL
