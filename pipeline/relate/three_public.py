"""The parts of 三公经费, which templates tell in paragraphs of their own, often without 其中.

“三公”经费支出决算6万元。 ... （二）公务用车运行维护费5万元 ... （三）公务接待费1万元 ...
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.records import Statement

_PART = re.compile(
    r"(?:因公)?出国[(（]境[)）](?:费用?|经费)?(?:支出)?|公务用车(?:购置及运行(?:维护)?|购置|运行(?:维护)?)费?(?:用)?(?:支出)?|公务接待(?:费用?)?(?:支出)?"
)
_VEHICLES = re.compile(r"公务用车购置及运行(?:维护)?费")
_OF_VEHICLES = re.compile(r"公务用车(?:购置|运行)(?!及)")
_WHOLE = re.compile(r"三公[”\"]?(?:经费|费用)(?:财政拨款)?(?:支出|决算|预算|合计|总额)*$")
_REACH = 40  # statements from the whole to its last part


def three_public_whole(statements: list[Statement], index: int, name: str) -> int:
    """The statement of which the one at ``index``, with this name, is a part by its nature; -1 if there is none."""
    part = statements[index]
    if part.unit != "万元" or not _PART.fullmatch(name):
        return -1
    of_vehicles = bool(_OF_VEHICLES.match(name))
    for at in range(index - 1, max(index - 1 - _REACH, -1), -1):
        whole = statements[at]
        told = whole.full_name.replace("“", "").replace("”", "")
        fits = _WHOLE.search(told) or (of_vehicles and _VEHICLES.search(told.split("：")[-1]))
        if fits and _is_whole(whole, part):
            return at
    return -1


def _is_whole(whole: Statement, part: Statement) -> bool:
    same = (whole.unit, whole.measure, whole.year) == (part.unit, part.measure, part.year)
    return same and Decimal(whole.value) >= Decimal(part.value)
