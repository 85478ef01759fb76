"""What stands on a page without belonging to the report: page numbers, running heads, contents, web chrome."""

from __future__ import annotations

from pipeline.resources.chrome import chrome
from pipeline.structure.contents import contents
from pipeline.structure.lines import Line
from pipeline.structure.marks import Mark
from pipeline.structure.pages import page_numbers, running_heads

LONGEST_CHROME = 60  # characters of a line of web chrome


def find_furniture(normal: str, lines: list[Line], marks: list[Mark | None]) -> set[int]:
    """Indices of the lines that are furniture; ``marks`` are the numbers at their heads."""
    pages = page_numbers(normal, lines)
    return (
        set(pages) | running_heads(normal, lines, pages) | contents(normal, lines, marks) | _web_chrome(normal, lines)
    )


def _web_chrome(normal: str, lines: list[Line]) -> set[int]:
    known = chrome()
    return {
        index
        for index, line in enumerate(lines)
        if line.end - line.start <= LONGEST_CHROME
        and not normal.endswith("。", line.start, line.end)
        and known.tells(normal[line.start : line.end])
    }
