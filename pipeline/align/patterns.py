"""Patterns that find any of many words in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the words, of those that begin at one place the longest; nothing if there are none.

    Words that begin alike share their beginning, so that a place where none begins costs one look.
    """
    tree: dict[str, Any] = {}
    for word in sorted(set(filter(None, words))):
        branch = tree
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return re.compile(_write(tree) if tree else r"(?!)")


def _write(tree: dict[str, Any]) -> str:
    ends = "" in tree
    tails = [re.escape(letter) + _write(below) for letter, below in tree.items() if letter]
    if not tails:
        return ""
    together = tails[0] if len(tails) == 1 and not ends else f"(?:{'|'.join(tails)})"
    return f"{together}?" if ends else together
