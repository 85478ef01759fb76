"""A run's summary: what was read, what was found under which label, what failed, where to look."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.table import Table

from pipeline.batch import Summary
from pipeline.terminal.names import label_name


def print_summary(summary: Summary, out: Path) -> None:
    """Print to stderr; stdout stays free for data."""
    console = Console(stderr=True, highlight=False)
    console.print(_counts(summary))
    if summary.observations_by_label:
        console.print(_labels(summary.observations_by_label))
    if summary.failures_by_stage:
        stages = ", ".join(f"{stage} {count}" for stage, count in summary.failures_by_stage.items())
        console.print(f"未读入 not read: {stages}; 原因见 see {out / 'failures.csv'}", markup=False, soft_wrap=True)
    console.print(f"数据集 data set: {out}", markup=False, soft_wrap=True)


def _counts(summary: Summary) -> Table:
    grid = Table.grid(padding=(0, 2))
    failures = sum(summary.failures_by_stage.values())
    for name, count in (
        ("报告 reports", f"{summary.reports}"),
        ("实体 entities", f"{summary.rows.get('entities', 0)}"),
        ("观测 observations", f"{summary.rows.get('observations', 0)}"),
        ("未读入 failures", f"{failures}"),
        ("用时 seconds", f"{summary.seconds:.1f}"),
    ):
        grid.add_row(name, count)
    return grid


def _labels(by_label: dict[str, int]) -> Table:
    table = Table(box=None, padding=(0, 2), title="各类别的观测数 observations by label", title_justify="left")
    table.add_column("类别 label")
    table.add_column("观测 observations", justify="right")
    for label, count in by_label.items():
        table.add_row(label_name(label), str(count))
    return table
