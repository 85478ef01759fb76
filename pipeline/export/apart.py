"""What keeps two values of one indicator apart in a panel: the stage of a budget, the project of a form."""

from __future__ import annotations

import re

from pipeline.records import Entity, Report, Statement, Table

_STAGES = {
    # 年初预算数; 年初批复预算
    "initial": r"年初(?:批复|下达|安排|部门|财政|项目|资金)*(?:预算|安排|数|批复)|年初部门预算|预算批复",
    # 调整预算数; 全年（调整）预算数; 年中追加后预算为2500万元; 调整为285.6万元
    "adjusted": r"全年\D{0,5}预算|(?:调整|追加|变更)后?\D{0,4}预算|预算(?:调整|追加|变更)(?:后|数|为|到)|调整[后为至到]|追加[后至到]|调减[为至到]",
}
_STAGE = re.compile("|".join(f"(?P<{stage}>{words})" for stage, words in _STAGES.items()))
_CLAUSE = re.compile("[。；;！？\n]")
_NEAR = 60  # characters before a number that may tell its stage
_NAME = re.compile(r"项目名称[\s|:：]{0,8}([^\s|:：]{2,60})")
_NO_NAME = re.compile("预算|主管|实施|金额|单位|^[0-9.,%]+$")  # the next head of a list of projects
_BEFORE = 300  # characters between a form's title and its first figure


def stage_of(report: Report, stated: Statement) -> str:
    """Of a budget: ``initial`` or ``adjusted``, as the head of its column or the words before it tell; else empty."""
    if stated.measure != "budget":
        return ""
    value = report.entities[stated.entity]
    told = _heads(report, value) or f"{_words_before(report, value.start)}"
    found = [match.lastgroup or "" for match in _STAGE.finditer(told)]
    return found[-1] if found else ""


def _heads(report: Report, value: Entity) -> str:
    if value.table < 0 or value.cell < 0:
        return ""
    return "/".join(report.layout.tables[value.table].cells[value.cell].column)


def _words_before(report: Report, start: int) -> str:
    """The clause before a number; the number before it ends its reach: 年初预算40万元，决算50万元."""
    before = report.layout.normal[max(0, start - _NEAR) : start]
    clause = _CLAUSE.split(before)[-1]
    return re.split(r"\d[\d,.]*\s*[亿万千]?元", clause)[-1]


def projects_of(report: Report) -> dict[int, str]:
    """Index of a form among the report's tables to the project that it names; a form without a name goes on with the last."""
    found: dict[int, str] = {}
    name, end = "", 0
    for at, table in enumerate(report.layout.tables):
        if table.kind == "form":
            name = _named(report.document.text, table, end) or name
            found[at] = name
        end = table.end
    return found


def _named(text: str, table: Table, after: int) -> str:
    """The name of the project that a form is about, in it or just above it."""
    names = _NAME.findall(text, max(after, table.start - _BEFORE), table.end)
    told = [name for name in names if not _NO_NAME.search(name)]
    return told[-1] if told and len(set(told)) == 1 else ""
