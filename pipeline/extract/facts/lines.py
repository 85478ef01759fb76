"""The lines of a report as the facts need them: cells apart, blanks taken out, both ends of a long report."""

from __future__ import annotations

import re

_CELL = re.compile(r"[\t|]+")
_MARKUP = re.compile(r"^[#>*•\s]+|\*+$")
_BLANKS = re.compile(r"\s+")
# what a web page prints around a report: 索引号: 0001 发布日期: 2022-03-04
CHROME = re.compile(
    r"^(?:索引号|信息索引|发布日期|发布时间|发布机构|发文日期|信息来源|来源|作者|浏览|阅读|点击|字体|字号|打印|分享|首页"
    r"|当前位置|您现在的位置|扫一扫|主题分类|有效性|文号|责任编辑|公开方式|公开日期|生成日期|标题)"
)
MOST = 3_000  # lines from either end; no fact lies further in
_LONGEST = 400  # characters of a line that are looked at


def read_lines(normal: str) -> list[str]:
    """The lines and tabbed cells that print something, without blanks inside and markup around."""
    lines = normal.splitlines()
    if len(lines) > 2 * MOST:
        lines = lines[:MOST] + lines[-MOST:]
    cells = (_squeeze(cell) for line in lines for cell in _CELL.split(line[:_LONGEST]))
    return [cell for cell in cells if cell]


def _squeeze(cell: str) -> str:
    return _BLANKS.sub("", _MARKUP.sub("", cell))
