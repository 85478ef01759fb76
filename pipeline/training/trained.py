"""What a trainer gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy import ndarray

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Trained:
    """The content of a model's folder; numbers are rounded when it is written."""

    parameters: dict[str, Any]  # model.json: needs a version, which the stage checks
    card: dict[str, Any]  # card.json: data, scores on dev and test, calibration, versions, limits
    readme: str = ""  # README.md: the card in words
    arrays: dict[str, ndarray] = field(default_factory=dict)  # weights.npz
