"""Sums allotted to a project: against them an execution rate is measured, so they are its budget (gold ruling 4)."""

from __future__ import annotations

import re

import msgspec

from pipeline.records import Statement

ALLOTTED = re.compile(r"转移支付|(?:中央|省级?|市级?|县级?|上级).{0,16}(?:补助|专项)(?:资金|经费)$")
_ALSO = re.compile(r"(?:到位|下达|配套|项目|补助|专项)(?:资金|经费)?$|资金总额$")
_SPENT = re.compile(r"支出|支付(?!资金)|使用|报销|结余|拨付|发放")


def revise_allotted(statements: list[Statement], uncued: list[int]) -> None:
    """Make the allotted sums budgets, in a sentence that tells an execution rate; ``uncued`` are those without a cue."""
    for index in uncued:
        statement = statements[index]
        name = statement.full_name
        told = ALLOTTED.search(name) or _ALSO.search(name)
        if told and statement.measure == "actual" and statement.unit == "万元" and not _SPENT.search(name):
            statements[index] = msgspec.structs.replace(statement, measure="budget")
