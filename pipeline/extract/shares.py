"""Parts of a whole told in words: 百分之九十五, 千分之三, 三分之一."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.finish import finish
from pipeline.extract.measures import measure_of
from pipeline.numerals.numbers import read_number
from pipeline.records import Entity, plain

_PARTS = {"百": 0, "千": -1, "万": -2}  # 千分之三 is 0.3 %
_FOUR_DECIMALS = Decimal("0.0001")


def read_share(text: str, found: re.Match[str]) -> Entity | None:
    """The percentage that a match of ``amount_pattern`` tells in words; other fractions go to four decimals."""
    parts, of = found.group("parts", "of")
    whole, part = read_number(parts), read_number(of)
    if whole is None or part is None or not whole.value:
        return None
    high = "" if part.high is None else _percent(parts, part.high, whole.value)
    return finish(
        text,
        *found.span(),
        measure_of("", "%"),
        _percent(parts, part.value, whole.value),
        high=high,
        approximate=part.approximate,
        rule="share",
    )


def _percent(parts: str, part: Decimal, whole: Decimal) -> str:
    if parts in _PARTS:
        return plain(part.scaleb(_PARTS[parts]))
    return plain((part * 100 / whole).quantize(_FOUR_DECIMALS))
