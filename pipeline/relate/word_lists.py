"""The data files of resources/relate, and word lists made patterns."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pipeline.resources.tables import read_toml

_FOLDER = Path(__file__).parents[1] / "resources" / "relate"


def load(name: str) -> dict[str, Any]:
    """One data file of resources/relate."""
    return read_toml(_FOLDER / name)


def any_of(*lists: list[str]) -> str:
    """An alternation of words, longer ones first."""
    words = {word for words in lists for word in words}
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


def guarded(words: list[str], unless: dict[str, list[str]]) -> str:
    """As ``any_of``, but a word before what ``unless`` names is none: 有 before 效率."""
    parts = []
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        parts.append(re.escape(word) + (f"(?!{any_of(unless[word])})" if word in unless else ""))
    return "(?:" + "|".join(parts) + ")"
