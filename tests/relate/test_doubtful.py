"""Counts written out in a tale state nothing."""

from __future__ import annotations

from pipeline.records import Entity, Statement
from pipeline.relate.doubtful import LEAST, without_doubtful

TEXT = "只填一张表，收回3张表，设三个股室"
QUANTITIES = (
    Entity(2, 4, "COUNT", "1", unit="张"),
    Entity(8, 10, "COUNT", "3", unit="张"),
    Entity(13, 15, "COUNT", "3", unit="个"),
)
STATEMENTS = [
    Statement(at, 0, 1, "张数", QUANTITIES[at].value, QUANTITIES[at].unit, "actual", part_of=at - 1) for at in range(3)
]


def test_a_written_out_count_more_likely_none_is_left_out_and_parts_follow() -> None:
    kept, sure = without_doubtful(STATEMENTS, [LEAST / 2, LEAST / 2, 0.9], QUANTITIES, TEXT)
    assert [(one.entity, one.part_of) for one in kept] == [(1, -1), (2, 0)]
    assert sure == [LEAST / 2, 0.9]


def test_nothing_doubtful_changes_nothing() -> None:
    assert without_doubtful(STATEMENTS, [0.9, 0.9, 0.9], QUANTITIES, TEXT)[0] is STATEMENTS
