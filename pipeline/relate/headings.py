"""A line without numbers that names what the next paragraph tells: 3.公务接待费支出情况说明。"""

from __future__ import annotations

import re

from pipeline.records import Block
from pipeline.relate.paths import find_path
from pipeline.relate.sentences import Name
from pipeline.views import View

_NUMBER = re.compile(r"\(?[一二三四五六七八九十\d]{1,3}[)、.]+|第[一二三四五六七八九十]+部分")
_TAIL = re.compile(
    r"(?:决算|预算)?(?:支出|收入|总体|具体|资金)*(?:情况)?(?:决算|预算)?(?:情况)?(?:的)?(?:说明)?[。:.]?$"
)
_TAIL_SIGNS = "决算预支出收入总体具资金情况的说明。:."  # of which a tail is made
_FLOW = re.compile(r"(?P<name>(?:总|本年|全年)?(?:收入|支出)(?:合计|总计)?)[。:.]?")  # 1.收入:
_MEASURABLE = tuple(
    "费 费用 经费 支出 收入 资金 基金 率 数 量 总额 金额 结余 结转 预算 补助 待遇 满意度 指标 接待 出国(境) 车辆 编制 人员".split()
)
_INK = re.compile(r"\S+")


def heading_name(block: Block, above: tuple[str, ...] = ()) -> tuple[Name | None, tuple[str, ...]]:
    """The indicator that a heading line names, and the levels of the path 类款项; ``above`` are those printed before."""
    text = "".join(block.view.text.split())
    if path := find_path(text, 0, len(text), above):
        return _name(block, path.start, path.end, path.full), path.names
    return _plain_name(block, text), above


def _plain_name(block: Block, text: str) -> Name | None:
    if "," in text or ";" in text:
        return None
    number = _NUMBER.match(text)
    start = number.end() if number else 0
    if flow := _FLOW.fullmatch(text, start):
        return _name(block, *flow.span("name"))
    bare = len(text.rstrip(_TAIL_SIGNS))
    tail = _TAIL.search(text, max(start, bare)) if bare < len(text) else None
    end = tail.start() if tail else len(text)
    if end - start < 2 or not text.endswith(_MEASURABLE, start, end):
        return None
    if text.find("。", start, end) >= 0 or text.find(":", start, end) >= 0:
        return None
    return _name(block, start, end)


def _name(block: Block, start: int, end: int, full: str = "") -> Name:
    view = View.of(block.view.text, (found.span() for found in _INK.finditer(block.view.text)))
    first, last = view.span(start, end)
    return Name(*block.view.span(first, last), view.text[start:end], full)
