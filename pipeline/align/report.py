"""What only the whole report tells of a statement's indicator."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from pipeline.records import REVIEWED, Facts, Match, Statement
from pipeline.resources.taxonomy import Taxonomy

# whose score it is
SCORES = {"整体": "evaluation.score.department", "项目": "evaluation.score.project"}
_WHOSE = re.compile("整体|项目")
KINDS = {"department_self_evaluation": "整体", "project_self_evaluation": "项目", "project_evaluation": "项目"}
# whose execution it is, where a name does not tell: 预算执行率
EXECUTION = {"整体": "budget.completion_rate", "项目": "project.execution_rate"}
_EXECUTED = re.compile("(?:资金|预算)?执行率")
# one figure for both sides of the accounts: 收、支总计均为
_BOTH_SIDES = re.compile(r"收(?:入)?、?支(?:出)?总计[^,;。]{0,8}…")
# a total with this part holds the carry-over, and is the other total
CARRY_OVER = {
    ("account.income", "account.carryover.opening"): "account.income.total",
    ("account.expenditure", "account.carryover.closing"): "account.expenditure.total",
}


def settle(statements: Sequence[Statement], matches: Sequence[Match], taxonomy: Taxonomy, facts: Facts) -> list[Match]:
    """The matches, with rate rows, scores and totals as the measure, the report's kind and the parts tell."""
    settled = list(matches)
    for at, (statement, match) in enumerate(zip(statements, matches, strict=True)):
        if match.reason == REVIEWED:
            continue
        if rate := taxonomy.rates.get((match.indicator_id, statement.measure)):
            settled[at] = _instead(match, rate, taxonomy, "rate with a row of its own")
        elif match.indicator_id == "evaluation.score" and (whose := _whose(statement, facts)):
            settled[at] = _instead(match, SCORES[whose], taxonomy, "whose score it is")
        elif _undecided(statement, match) and (whose := _whose(statement, facts)):
            settled[at] = _instead(match, EXECUTION[whose], taxonomy, "whose execution it is")
        elif match.indicator_id == "account.income.total" and _BOTH_SIDES.search(statement.context):
            settled[at] = _instead(match, "account.grand_total", taxonomy, "one figure for income and expenditure")
    for statement, match in zip(statements, matches, strict=True):
        whole = settled[statement.part_of] if statement.part_of >= 0 else Match()
        if total := CARRY_OVER.get((whole.indicator_id, match.indicator_id)):
            settled[statement.part_of] = _instead(whole, total, taxonomy, "holds the carry-over")
    return settled


def _whose(statement: Statement, facts: Facts) -> str:
    """The word that headings or the name tell last, then the report's kind, then what the sentence tells."""
    headings, _, sentence = statement.context.partition("\n")
    told = _WHOSE.findall(f"{headings}：{statement.full_name}") or [KINDS.get(facts.report_type, "")]
    return told[-1] or next(reversed(_WHOSE.findall(sentence)), "")


def _undecided(statement: Statement, match: Match) -> bool:
    """Whether a name says execution only, and its answer or its candidates are what executes: a project or a budget."""
    known = {match.candidate, match.runner_up} & {*EXECUTION.values()}
    return bool(known) and bool(_EXECUTED.fullmatch(statement.full_name.rpartition("：")[2]))


def score_of(match: Match, context: str, taxonomy: Taxonomy) -> Match:
    """A score's match, of the department or of a project where the words around it tell."""
    told = _WHOSE.findall(context) if match.indicator_id == "evaluation.score" else ()
    return _instead(match, SCORES[told[-1]], taxonomy, "whose score it is") if told else match


def _instead(match: Match, one: str, taxonomy: Taxonomy, reason: str) -> Match:
    if one not in taxonomy.indicators:
        return match
    name = taxonomy.indicators[one].name
    return replace(match, indicator_id=one, indicator_name=name, status="matched", reason=f"{match.reason}; {reason}")
