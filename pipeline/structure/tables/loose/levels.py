"""Words that part target tables into levels: 产出指标, 数量指标."""

from __future__ import annotations

from pipeline.structure.tables import words


def is_level(text: str) -> bool:
    """Whether a cell names a level of indicators, not an indicator."""
    return bool(words.LEVEL_ONE.fullmatch(text) or words.LEVEL_TWO.fullmatch(text))
