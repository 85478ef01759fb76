"""Cross-validation by report: what comes from one report is never on both sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence


def folds(groups: Sequence[str], count: int = 5) -> Iterator[tuple[list[int], list[int]]]:
    """Indices to fit on and indices to test on, ``count`` times; ``groups`` names the report of each row.

    Reports are dealt out by size, so that folds are about equal; names break ties, chance has no part.

    >>> list(folds(["a", "b", "b"], 2))
    [([0], [1, 2]), ([1, 2], [0])]
    """
    fold_of = deal(groups, count)
    for fold in range(min(count, len(set(groups)))):
        tested = [index for index, group in enumerate(groups) if fold_of[group] == fold]
        fitted = [index for index, group in enumerate(groups) if fold_of[group] != fold]
        yield fitted, tested


def deal(groups: Sequence[str], count: int) -> dict[str, int]:
    """The fold of each group: the largest first, each to the fold that holds least."""
    filled = [0] * count
    fold_of: dict[str, int] = {}
    for group, size in sorted(Counter(groups).items(), key=lambda each: (-each[1], each[0])):
        fold = filled.index(min(filled))
        fold_of[group] = fold
        filled[fold] += size
    return fold_of
