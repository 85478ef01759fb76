"""What adds up within a row, when no published form tells it: from the words of the column heads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.structure.tables.standard import Sum

_TOTAL = re.compile(r"(?:本年|部门|资金)?(?:收入|支出|预算)?(?:合计|总计|小计|总额)|.{2,12}合计")
_NO_PART = re.compile(r"备注|说明|.*(?:率|比例|占比|%|增减|其中).*|行次|序号")

_SOME = 3  # of the rows one in so many may break a sum

Path = tuple[str, ...]  # the heads of a column, from top to bottom


def find_sums(paths: Sequence[Path]) -> tuple[Sum, ...]:
    """The sums that the heads of columns tell: 合计 of the columns beside it, 小计 of those under one head.

    >>> find_sums([("合计",), ("基本支出", "小计"), ("基本支出", "人员经费"), ("基本支出", "公用经费"), ("项目支出",)])
    (Sum(total=0, parts=((1, 1), (4, 1))), Sum(total=1, parts=((2, 1), (3, 1))))
    """
    return tuple(_sums_under(tuple(range(len(paths))), paths, 0))


def _sums_under(columns: Sequence[int], paths: Sequence[Path], depth: int) -> list[Sum]:
    """The sums among columns that share their first ``depth`` heads."""
    groups: dict[str, list[int]] = {}
    for column in columns:
        key = paths[column][depth] if depth < len(paths[column]) else ""
        groups.setdefault(key, []).append(column)
    heads: list[tuple[str, int | list[int]]] = []  # of every group its one column, or those that make it up
    inner: list[Sum] = []
    for key, group in groups.items():
        if len(group) > 1 and key:
            own = _sums_under(group, paths, depth + 1)
            inner.extend(own)
            total = next((found.total for found in own if found.total == group[0]), None)
            heads.append((key, total if total is not None else group))
        else:
            heads.append((key, group[0]))
    return [*_total_of(heads), *inner]


def _total_of(heads: list[tuple[str, int | list[int]]]) -> list[Sum]:
    totals = [index for index, (key, place) in enumerate(heads) if _TOTAL.fullmatch(key) and isinstance(place, int)]
    if len(totals) != 1 or len(heads) < 3:
        return []
    parts: list[int] = []
    for index, (key, place) in enumerate(heads):
        if index != totals[0] and not _NO_PART.fullmatch(key):
            parts.extend([place] if isinstance(place, int) else place)
    total = heads[totals[0]][1]
    return [Sum(total, tuple((part, 1) for part in parts))] if isinstance(total, int) and len(parts) > 1 else []


def holding(sums: Sequence[Sum], rows: Sequence[Sequence[int | None]]) -> tuple[Sum, ...]:
    """The sums that most rows without a lost cell (a figure or None a column) bear out: a misprint does not end one."""
    return tuple(found for found in sums if _SOME * sum(_breaks(found, row) for row in rows) <= len(rows))


def _breaks(found: Sum, row: Sequence[int | None]) -> bool:
    gap = row[found.total] or 0
    for part, sign in found.parts:
        gap -= sign * (row[part] or 0)
    return abs(gap) > len(found.parts) + 1
