"""Titles, declared units and the kind of a table, from what is printed above it."""

from __future__ import annotations

import re

from pipeline.structure.tables import words
from pipeline.structure.tables.pieces import Piece, piece, squeeze
from pipeline.structure.tables.stretches import Line

_LOOK_BACK = 8  # lines that print something, from the table upwards
_DECLARED = re.compile(rf"单位[:：]?\s*[(（]?\s*({words.UNIT_WORDS})")
FURNITURE = re.compile(
    r"(?:公开\d+表|(?:编制|填报|填表)?(?:部门|单位)(?:名称|\(盖章\))?[:：].*|(?:金额)?单位[:：].*|\(?\d{4}年度?\)?|自评得分[:：].*|附?表\d+[:：]?)+"
)
_ACCOUNT = re.compile(r".*(?:决算|预算|收支|收入|支出|基金|拨款|三公).*表.*")
_FORM = re.compile(r".*(?:绩效|自评|评价|目标表|指标表).*")


def title_above(source: str, lines: list[Line], first: int, floor: int = 0) -> tuple[Piece | None, str, int]:
    """The title printed above line ``first``, the unit declared there, and the line where the table's matter begins.

    Looks at lines from ``floor`` on.
    """
    title, unit, top, seen = None, "", first, 0
    for index in range(first - 1, floor - 1, -1):
        line = lines[index]
        if line.kind == "blank":
            continue
        seen += 1
        text = squeeze(source[line.start : line.end])
        unit = unit or declared_unit(text)
        if FURNITURE.fullmatch(text) and seen <= _LOOK_BACK:
            top = index
            continue
        if line.kind == "text" and words.TITLE.fullmatch(text) and not words.HEADING.match(text):
            title, top = piece(source, line.start, line.end), index
        break
    return title, unit, top


def declared_unit(text: str) -> str:
    """The unit that a line declares for a table: 金额单位：万元.

    >>> declared_unit("部门：某局单位：万元")
    '万元'
    """
    found = _DECLARED.search(text)
    return found[1] if found else ""


def kind_of(title: str, has_form_heads: bool) -> str:
    """account or form, from the title and the heads."""
    if has_form_heads or _FORM.fullmatch(title):
        return "form"
    return "account" if _ACCOUNT.fullmatch(title) else "form"
