"""The lines of a report as the facts need them: cells apart, blanks taken out, both ends of a long report."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n\t|]+")  # a tab or a bar parts the cells of a row
_MARKUP = re.compile(r"^[#>*•\s]+|\*+$")
_BLANKS = re.compile(r"\s+")
# what a web page prints around a report: 索引号: 0001 发布日期: 2022-03-04
CHROME = re.compile(
    r"^(?:索引号|信息索引|发布日期|发布时间|发布机构|发文日期|信息来源|来源|作者|浏览|阅读|点击|字体|字号|打印|分享|首页"
    r"|当前位置|您现在的位置|扫一扫|主题分类|有效性|文号|责任编辑|公开方式|公开日期|生成日期|保密审查|部门主要负责人审签)"
)
END = 200_000  # characters from either end that are looked at; no fact lies further in
_LONGEST = 400  # characters of a line that are looked at


class Line(NamedTuple):
    """A line or tabbed cell that prints something."""

    text: str  # of the normal text, blanks and markup out
    start: int
    end: int


def read_lines(normal: str) -> list[Line]:
    """The lines and cells of a normal text, of a long one those at its head and its end."""
    ends = [(0, len(normal))] if len(normal) <= 2 * END else [(0, END), (len(normal) - END, len(normal))]
    found = (match for start, stop in ends for match in _LINE.finditer(normal, start, stop))
    lines = (Line(squeeze(match[0][:_LONGEST]), *match.span()) for match in found)
    return [line for line in lines if line.text]


def squeeze(line: str) -> str:
    """A line without blanks and without the markup around it."""
    return _BLANKS.sub("", _MARKUP.sub("", line))
