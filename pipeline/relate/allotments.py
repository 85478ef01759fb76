"""Sums allotted to a project: what is spent is measured against them, so they are its budget (gold ruling 4).

项目资金到位500万元，其中省级资金300万元、县级配套200万元。实际支出480万元，执行率96%。
"""

from __future__ import annotations

import re

import msgspec

from pipeline.records import Statement

ALLOTTED = re.compile(r"转移支付|(?:中央|省级?|市级?|县级?|上级).{0,16}(?:补助|专项)(?:资金|经费)$")
_ALSO = re.compile(
    r"(?:到位|下达|配套|项目|补助|专项)(?:资金|经费)?$|资金总额$|"
    r"^(?:中央|省|市|县|区|上级|本级|地方)[级本]?(?:财政)?(?:补助|安排|配套|专项|预算|承担|下达)*(?:资金|经费)?$"
)
_GIVEN = re.compile(r"下达|到位|安排|拨入|追加|批复|配套")  # in the phrase before the number
_OTHER = re.compile(r"收入|支出|(?<!转移)支付(?!资金)|使用|报销|结余|拨付|发放")
_EXECUTION = re.compile(
    r"(?:项目|专项|补助|财政|资金|经费|实际|完成|累计|已|总|共)*(?:支出|执行|使用|支付|开支)(?:资金|经费|金额|数|总额)?"
)
_MEASURED = ("执行率", "支付进度", "支出率")
_PASSAGE = 16  # sums; one further back belongs to another passage


def note_allotted(statements: list[Statement], sums: list[int], index: int, phrase: str) -> None:
    """Take note of the statement at ``index``, whose measure no cue tells, among the ``sums`` if it tells a sum given."""
    statement = statements[index]
    if statement.measure != "actual" or statement.unit != "万元" or _OTHER.search(statement.full_name):
        return
    name = statement.full_name.split("：")[-1]
    if ALLOTTED.search(name) or _ALSO.search(name) or _GIVEN.search(phrase) or statement.part_of in sums:
        sums.append(index)
        del sums[:-_PASSAGE]


def measures_execution(statement: Statement, name: str) -> bool:
    """Whether a statement tells what was spent of the sums given before it, or at what rate."""
    if statement.measure == "completion":
        return name.endswith(_MEASURED)
    plain = statement.measure == "actual" and statement.unit == "万元" and statement.part_of < 0
    return plain and bool(_EXECUTION.fullmatch(name))


def revise_allotted(statements: list[Statement], sums: list[int]) -> None:
    """Make the sums given budgets, now that what was spent of them is told."""
    for index in sums:
        statements[index] = msgspec.structs.replace(statements[index], measure="budget")
    sums.clear()
