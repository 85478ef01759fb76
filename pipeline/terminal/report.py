"""One report in the terminal: its segments under their labels with the entities coloured, then its observations."""

from __future__ import annotations

from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from pipeline.records import Report, Segment
from pipeline.terminal.names import COLOURS, MEASURES, label_name
from pipeline.terminal.safe import safe


def print_report(report: Report, console: Console) -> None:
    """Print the whole report; meant for a pager or a scrolling terminal."""
    console.print(_title(report))
    for segment in report.segments:
        console.rule(Text(label_name(segment.label)), align="left", style="dim")
        console.print(_highlighted(report, segment), soft_wrap=True)
    console.print(_observations(report))
    console.print(_legend())


def _title(report: Report) -> Panel:
    facts = report.facts
    place = " ".join(part for part in (facts.province, facts.prefecture, facts.county, facts.admin_code) if part)
    year = "" if facts.year is None else f"{facts.year}年度"
    about = "  ".join(part for part in (facts.agency, year, facts.report_type, facts.report_date) if part)
    told = "\n".join(part for part in (place, about) if part)
    return Panel(Text(safe(told)), title=Text(safe(facts.title or report.document.path)))


def _highlighted(report: Report, segment: Segment) -> Text:
    text = Text(safe(report.document.text[segment.start : segment.end]))
    for entity in report.entities:
        if segment.start <= entity.start < segment.end:
            text.stylize(COLOURS.get(entity.type, ""), entity.start - segment.start, entity.end - segment.start)
    text.rstrip()
    return text


def _observations(report: Report) -> Table:
    table = Table(title="观测 observations", title_justify="left")
    table.add_column("位置\nstart", justify="right", no_wrap=True)
    for name in ("指标 indicator", "数值 value", "口径 measure", "年份 year", "指标编号 indicator_id"):
        head = name.replace(" ", "\n")  # ids are long, and a terminal has 80 columns
        table.add_column(head, justify="right" if "value" in name else "left", overflow="fold")
    for stated, match in zip(report.statements, report.matches, strict=True):
        value = stated.value if not stated.value_high else f"{stated.value}-{stated.value_high}"
        measure = MEASURES.get(stated.measure, stated.measure)
        cells = (stated.full_name, f"{value} {stated.unit}", measure, stated.year, match.indicator_id or match.status)
        start = str(report.entities[stated.entity].start)  # what `xianbao explain` takes
        table.add_row(start, *(Text(safe(cell)) for cell in cells))
    return table


def _legend() -> Text:
    legend = Text()
    for kind, style in COLOURS.items():
        legend.append(f" {kind} ", style)
    return legend
