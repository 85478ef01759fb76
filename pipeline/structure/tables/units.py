"""Which unit a bare figure has: what its column, its row or the table gives."""

from __future__ import annotations

from functools import lru_cache

from pipeline.structure.tables import words

_HEADS = 4096  # that are remembered: they are words of templates, the same in most tables


def cell_unit(head: str, row: str, own: str, table: str) -> str:
    """The unit of a figure whose column's head tells none (``told_unit``): a unit column (``own``), the row head, the table.

    >>> cell_unit("决算数", "培训场次(场)", "", "万元"), cell_unit("决算数", "基本支出", "", "万元")
    ('场', '万元')
    """
    if own:
        return own
    found = words.UNIT_IN_HEAD.search(row) if "(" in row else None
    if found:
        return found[1]
    if _is_target(head):
        return "%" if words.RATE_HEAD.fullmatch(row) else ""
    return table


@lru_cache(_HEADS)
def _is_target(head: str) -> bool:
    return words.TARGET_HEAD.fullmatch(head) is not None


@lru_cache(_HEADS)
def told_unit(head: str) -> str:
    """The unit that a head tells by itself: in brackets, by its word for points or for a rate; else empty.

    >>> told_unit("得分"), told_unit("预算数(万元)"), told_unit("决算数")
    ('分', '万元', '')
    """
    found = words.UNIT_IN_HEAD.search(head)
    if found:
        return found[1]
    if words.SCORE_HEAD.fullmatch(head):
        return "分"
    return "%" if words.RATE_HEAD.fullmatch(head) else ""


def field_unit(label: str, table: str) -> str:
    """The unit of a label-value field: 人 for staff, 分 for marks, else the table's."""
    label = label.rstrip(":")
    if words.PERSONS_LABEL.fullmatch(label) and not words.UNIT_IN_HEAD.search(label):
        return "人"
    return told_unit(label) or table
