"""Which unit a bare figure has: what its column, its row or the table gives."""

from __future__ import annotations

from pipeline.structure.tables import words


def cell_unit(head: str, row: str, own: str, table: str) -> str:
    """The unit that gives the nearest word: the column's head, a unit column (``own``), the row head, the table.

    >>> cell_unit("得分", "培训场次", "", "万元"), cell_unit("决算数", "基本支出", "", "万元")
    ('分', '万元')
    """
    found = words.UNIT_IN_HEAD.search(head)
    if found:
        return found[1]
    if words.SCORE_HEAD.fullmatch(head):
        return "分"
    if words.RATE_HEAD.fullmatch(head):
        return "%"
    if own:
        return own
    found = words.UNIT_IN_HEAD.search(row)
    if found:
        return found[1]
    if words.TARGET_HEAD.fullmatch(head):
        return "%" if words.RATE_HEAD.fullmatch(row) else ""
    return table


def field_unit(label: str, table: str) -> str:
    """The unit of a label-value field: 人 for staff, 分 for marks, else the table's."""
    label = label.rstrip(":")
    found = words.UNIT_IN_HEAD.search(label)
    if found:
        return found[1]
    if words.PERSONS_LABEL.fullmatch(label):
        return "人"
    if words.SCORE_HEAD.fullmatch(label):
        return "分"
    return "%" if words.RATE_HEAD.fullmatch(label) else table
