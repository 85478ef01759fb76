"""What kind of report it is: told by the title, else by what stands at its head, else by its tables and headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

# the first pattern that the title meets decides; a title that says 自评 speaks for the unit itself
_BY_TITLE = (
    ("final_accounts", re.compile(r"决算(?!.*(?:自评|评价))")),
    ("department_self_evaluation", re.compile(r"整体(?:支出)?.*(?:自评|评价)|(?:部门|单位)支出绩效.*自评")),
    ("project_self_evaluation", re.compile(r"自评")),
    ("project_evaluation", re.compile(r"(?:评价|评估)报告|绩效评价")),
    ("budget", re.compile(r"预算(?!执行|绩效)")),
    ("fund_statement", re.compile(r"基金.*(?:收支|运行|收入|支出|结余)")),
    ("work_report", re.compile(r"总结|工作报告|工作(?:开展)?情况|汇报|述职|工作要点")),
    ("bulletin", re.compile(r"公报|简报|通报|年报|年鉴")),
)
_FORM = re.compile(r"部门\(?单位\)?基本概况|部门整体支出|单位整体支出")
_BY_TEXT = (
    ("final_accounts", re.compile(r"^(?:收入支出决算总表|公开0?1表|.{0,20}决算情况说明|.{0,4}部门决算表)$")),
    (
        "department_self_evaluation",
        re.compile(r"^.{0,30}整体支出.{0,12}(?:自评|评价).{0,8}$|^.{0,8}部门\(单位\)基本概况$"),
    ),
    ("project_self_evaluation", re.compile(r"^.{0,40}(?:项目|专项|转移支付).{0,16}自评.{0,8}$")),
    ("budget", re.compile(r"^(?:收支预算总表|部门收支总表|.{0,20}预算情况说明)$")),
    ("fund_statement", re.compile(r"^.{0,30}基金.{0,8}(?:收支|运行).{0,8}表$")),
    ("work_report", re.compile(r"^.{0,40}工作总结$")),
)
_OTHERS = re.compile(r"第三方|会计师事务所|受.{2,20}委托|评价机构[::](?!部门|单位)")


def find_kind(title: str, lines: Sequence[str]) -> str:
    """One of the report types of the guidelines; ``other`` where nothing tells."""
    for kind, pattern in _BY_TITLE:
        if pattern.search(title):
            return _by_whom(kind, title, lines)
    for kind, pattern in _BY_TEXT:
        if any(len(line) <= 60 and pattern.search(line) for line in lines):
            return kind
    return "other"


def _by_whom(kind: str, title: str, lines: Sequence[str]) -> str:
    """An evaluation by others than the unit is no self-evaluation, and the other way round."""
    if kind == "project_evaluation" and not any(_OTHERS.search(line) for line in lines) and _self_told(lines):
        return "project_self_evaluation"
    if kind == "department_self_evaluation" and "自评" not in title and any(_OTHERS.search(line) for line in lines):
        return "project_evaluation"
    return kind


def _self_told(lines: Sequence[str]) -> bool:
    return sum("自评" in line for line in lines) > 1
