"""The titles over a paragraph, and the year that they plan for: 2022年工作打算, 明年工作思路."""

from __future__ import annotations

import re

from pipeline.records import Layout

_PLANS = re.compile(r"打算|计划|安排|思路|目标|重点工作|工作重点|任务|举措|设想")
_DONE = re.compile(r"总结|回顾|完成|情况|报告")  # 2021年工作总结和2022年工作打算 tells both
_YEAR = re.compile(r"((?:19|20)\d\d)年")
_NEXT = re.compile(r"明年|来年|下一?年度?|次年")


def planned_year(titles: str, own: int | None) -> int:
    """The year after the report's that the innermost title of a plan names; 0 if none does."""
    if not own or not _PLANS.search(titles):
        return 0
    for title in reversed(titles.split(" / ")):
        if not _PLANS.search(title) or _DONE.search(title):
            continue
        years = [int(year) for year in _YEAR.findall(title)]
        if years == [own + 1] or (not years and _NEXT.search(title)):
            return own + 1
    return 0


def titles_over(layout: Layout, section: int) -> str:
    """The titles of a section and those around it, outermost first."""
    titles: list[str] = []
    while 0 <= section < len(layout.sections):
        titles.append(layout.sections[section].title)
        section = layout.sections[section].parent
    return " / ".join(title for title in reversed(titles) if title)
