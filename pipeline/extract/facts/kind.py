"""What kind of report it is: told by the title, else by what stands at its head, else by its tables and headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.facts.lines import LONGEST
from pipeline.resources.facts import meets, type_rules

_BY_OTHERS = re.compile(
    r"受[^,。]{2,24}委托|(?:会计师|税务师|评估)事务所|(?:评价|评估)机构(?:名称)?(?:\(.{1,6}\))?[::]|财政(?:重点)?评价"
)
_BY_ITSELF = re.compile(r"自评|我[局委院办校站所乡镇]|我(?:单位|中心|部门)")
_PAGE = re.compile(r"[.·…-]*\d{1,3}$")  # of a line of the contents
_ENDS_OF_REPORT = 60  # lines in which the evaluators name themselves


def find_kind(title: str, lines: Sequence[str]) -> str:
    """One of the report types of the guidelines; ``other`` where nothing tells."""
    for rule in type_rules():
        if rule.where == "title" and meets(rule, title):
            return _by_whom(rule.report_type, title, lines)
    short = [_PAGE.sub("", line) for line in lines if len(line) <= LONGEST]
    for rule in type_rules():
        if rule.where == "line" and any(meets(rule, line) for line in short):
            return rule.report_type
    return "other"


def _by_whom(kind: str, title: str, lines: Sequence[str]) -> str:
    """An evaluation by others than the unit is no self-evaluation, and the other way round."""
    if kind not in ("project_evaluation", "department_self_evaluation") or "自" in title:
        return kind
    ends = [title, *lines[:_ENDS_OF_REPORT], *lines[-_ENDS_OF_REPORT:]]
    if any(_BY_OTHERS.search(line) for line in ends):
        return "project_evaluation"
    if kind == "project_evaluation" and sum(bool(_BY_ITSELF.search(line)) for line in lines) > 1:
        return "project_self_evaluation"
    return kind
