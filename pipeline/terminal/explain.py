"""Why a number of a report has its name, in the terminal: candidates, signals and scores in Chinese."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.errors import UsageError
from pipeline.records import Document, Entity, Report, Statement
from pipeline.relate.explain import Explanation, Weight, explain
from pipeline.run import Tools, read_report
from pipeline.terminal.names import MEASURES
from pipeline.terminal.safe import safe

_AROUND = 40  # characters of the report printed on either side of the number
_MOST_REASONS = 8


def print_explanation(file: Path, offset: int, console: Console, tools: Tools) -> None:
    """Explain the number at an offset of a report. Raises UsageError, which tells the nearest numbers, if none is there."""
    report = read_report(file, tools)
    document = report.document
    quantities = report.quantities
    found = explain(report.layout, report.segments, quantities, report.facts, offset)
    if found is None:
        raise UsageError(
            f"no number stands at offset {offset} of {file}",
            stage="explain",
            advice=_near(document.text, quantities, offset),
        )
    console.print(_where(document, found.value))
    if found.candidates:
        console.print(_candidates(found))
    for statement, reasons in found.statements:
        console.print(_statement(report, found, statement))
        console.print(_reasons(reasons))
    if not found.statements:
        console.print("判定：不是指标数值")


def _near(text: str, quantities: tuple[Entity, ...], offset: int) -> str:
    numbers = sorted((one for one in quantities if one.type != "DATE"), key=lambda one: abs(one.start - offset))[:3]
    if not numbers:
        return "the report holds no number"
    told = (f"{''.join(text[one.start : one.end].split())} at {one.start}" for one in numbers)
    return f"the nearest are {', '.join(told)}"


def _where(document: Document, value: Entity) -> Text:
    """The number in its surroundings, white space folded."""
    before = " ".join(document.text[max(0, value.start - _AROUND) : value.start].split())
    after = " ".join(document.text[value.end : value.end + _AROUND].split())
    number = " ".join(document.text[value.start : value.end].split())
    line = Text(f"{value.start}-{value.end}  {safe(before)}")
    line.append(safe(number), "bold reverse")
    return line.append(f"{safe(after)}\n{value.type} {value.value} {value.unit}")


def _candidates(found: Explanation) -> Table:
    table = Table(title="候选名称 candidates", title_justify="left")
    for name in ("", "名称 name", "得分 score", "信号 signals"):
        table.add_column(name, justify="right" if "score" in name else "left", overflow="fold")
    for one in found.candidates:
        signals = "  ".join(f"{each.said} {each.weight:+.2f}" for each in one.signals)
        table.add_row("✓" if one.chosen else "", Text(safe(one.name)), f"{one.score:.2f}", Text(signals))
    return table


def _statement(report: Report, found: Explanation, stated: Statement) -> Table:
    table = Table(title="判定 decision", title_justify="left", show_header=False)
    name = " ".join(report.document.text[stated.start : stated.end].split())
    told = (
        ("指标", name),
        ("全称", stated.full_name),
        ("数值", f"{stated.value} {stated.unit}"),
        ("口径", MEASURES.get(stated.measure, stated.measure)),
        ("年份", stated.year),
        ("期间", stated.period),
        ("基准", stated.base),
        ("上级", found.wholes.get(stated.part_of, "") if stated.part_of >= 0 else ""),
        ("次选", stated.runner_up),
        ("置信度", f"{stated.confidence:.3f}"),
        *_indicator(report, found.value, stated),
    )
    for label, text in told:
        if text:
            table.add_row(label, Text(safe(text)))
    return table


def _indicator(report: Report, value: Entity, stated: Statement) -> list[tuple[str, str]]:
    """What the aligner made of the name: the row of observations.csv, the indicator, how sure, and why."""
    told = ((one, report.entities[one.entity].start) for one in report.statements)
    wanted = (value.start, stated.start, stated.measure)
    at = next((at for at, (one, start) in enumerate(told) if (start, one.start, one.measure) == wanted), None)
    if at is None:
        return []
    match = report.matches[at]
    second = f"{match.runner_up} {match.runner_up_name}".strip()
    return [
        ("观测编号", f"o{at + 1}"),
        ("指标编号", f"{match.candidate or match.indicator_id} {match.candidate_name or match.indicator_name}".strip()),
        ("匹配", f"{match.status} {match.score:.3f}"),
        ("次选指标", second),
        ("匹配依据", match.reason),
    ]


def _reasons(reasons: tuple[Weight, ...]) -> Text:
    """What the confidence rests on, the weightiest first."""
    return Text("置信度依据：" + "  ".join(f"{one.said} {one.weight:+.2f}" for one in reasons[:_MOST_REASONS]))
