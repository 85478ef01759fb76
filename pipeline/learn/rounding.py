"""Numbers as models keep them: few digits, so that files are small, readable and the same everywhere."""

from __future__ import annotations

from typing import Any

DIGITS = 6  # significant; what training on another machine leaves unchanged, and more than any decision needs


def rounded(value: Any) -> Any:
    """Every float within lists, tuples and mappings rounded to 6 significant digits; the rest as it is.

    >>> rounded({"bias": -0.12345678, "weights": (1234567.8, 1.0)})
    {'bias': -0.123457, 'weights': [1234570.0, 1.0]}
    """
    if isinstance(value, float):
        return float(f"{value:.{DIGITS}g}") + 0.0  # -0.0 becomes 0.0
    if isinstance(value, dict):
        return {key: rounded(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(each) for each in value]
    return value
