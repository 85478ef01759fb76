"""Which unit a bare figure has: what its column, its row or the table gives."""

from __future__ import annotations

from pipeline.structure.tables import words


def cell_unit(head: str, row: str, own: str, table: str) -> str:
    """The unit that gives the nearest word: the column's head, a unit column (``own``), the row head, the table.

    >>> cell_unit("得分", "培训场次", "", "万元"), cell_unit("决算数", "基本支出", "", "万元")
    ('分', '万元')
    """
    return told_unit(head) or own or _row_unit(head, row, table)


def _row_unit(head: str, row: str, table: str) -> str:
    found = words.UNIT_IN_HEAD.search(row)
    if found:
        return found[1]
    if words.TARGET_HEAD.fullmatch(head):
        return "%" if words.RATE_HEAD.fullmatch(row) else ""
    return table


def told_unit(head: str) -> str:
    """The unit that a head tells by itself: in brackets, by its word for points or for a rate; else empty."""
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
