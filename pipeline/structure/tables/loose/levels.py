"""Words that part target tables into levels: 产出指标, 数量指标."""

from __future__ import annotations

import re

from pipeline.structure.tables import words

_LEVEL = re.compile(f"{words.LEVEL_ONE.pattern}|{words.LEVEL_TWO.pattern}")


def is_level(text: str) -> bool:
    """Whether a cell names a level of indicators, not an indicator."""
    return _LEVEL.fullmatch(text) is not None
