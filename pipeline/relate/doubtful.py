"""Numbers written out in a tale that count nothing anybody follows: 群众只填一张表, 镇领导一人包一件.

What is known of a statement of prose tells how likely it is right (model.py). A count in Chinese numerals that is more
likely none than not states nothing; it stays a quantity.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from pipeline.records import Entity, Statement

LEAST = 0.3  # confidence; of those below it on the training and development reports four in five had no row
_NUMERALS = frozenset("一二三四五六七八九十两")
_COUNTS = frozenset(("COUNT", "PERSON_COUNT"))


def without_doubtful(
    statements: list[Statement], confidence: Sequence[float], quantities: tuple[Entity, ...], text: str
) -> tuple[list[Statement], list[float]]:
    """The statements and their confidence without such counts; ``part_of`` follows the new order."""
    kept = [at for at, one in enumerate(statements) if not is_doubtful(quantities[one.entity], confidence[at], text)]
    if len(kept) == len(statements):
        return statements, list(confidence)
    place = {old: new for new, old in enumerate(kept)}
    moved = [
        msgspec.structs.replace(one, part_of=place.get(one.part_of, -1)) if one.part_of >= 0 else one
        for one in (statements[at] for at in kept)
    ]
    return moved, [confidence[at] for at in kept]


def is_doubtful(quantity: Entity, confidence: float, text: str) -> bool:
    """Whether a quantity of prose is a count written out in Chinese numerals that most likely states nothing."""
    return confidence < LEAST and quantity.type in _COUNTS and text[quantity.start] in _NUMERALS
