"""Which rows add up to which: the tree of account codes, totals over the rows of a block."""

from __future__ import annotations

import re

from pipeline.structure.tables.loose.records import Record

_TOTAL = re.compile(r"(?:本年)?(?:收入|支出)?(?:合计|总计|小计)")
_GRAND_TOTAL = re.compile(r"(?:收入|支出)?总计")
_ITEMS_TOTAL = re.compile(r"本年(?:收入|支出)(?:合计)?")


def tree_of(records: list[Record]) -> list[list[int]]:
    """For every record the records that it is the total of."""
    if any(record.code for record in records):
        return _by_code(records)
    return _by_name(records)


def _by_code(records: list[Record]) -> list[list[int]]:
    children: list[list[int]] = [[] for _ in records]
    where: dict[str, int] = {}
    for index, record in enumerate(records):
        if record.code:
            where.setdefault(record.code, index)
    total = next((i for i, record in enumerate(records) if not record.code and _TOTAL.fullmatch(record.name)), -1)
    for index, record in enumerate(records):
        if not record.code or where[record.code] != index:
            continue
        above = next(
            (where[record.code[:n]] for n in range(len(record.code) - 1, 2, -1) if record.code[:n] in where), total
        )
        if above >= 0:
            children[above].append(index)
    return children


def _by_name(records: list[Record]) -> list[list[int]]:
    """本年支出合计 is the total of the lines above it; 总计 of that and of what stands between them."""
    children: list[list[int]] = [[] for _ in records]
    names = [record.name for record in records]
    items = next((i for i, name in enumerate(names) if _ITEMS_TOTAL.fullmatch(name)), -1)
    grand = next((i for i, name in enumerate(names) if i > items and _GRAND_TOTAL.fullmatch(name)), -1)
    if items >= 0:
        children[items] = list(range(items))
    if items >= 0 and grand >= 0:
        children[grand] = list(range(items, grand))
    return children
