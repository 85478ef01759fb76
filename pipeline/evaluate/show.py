"""Scores for people to read: a plain table, the errors under it, and a JSON file."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pipeline.evaluate.figures import main_figure
from pipeline.evaluate.scores import Scores

NAME_WIDTH = 30


def figure_table(scores: Scores) -> Iterator[str]:
    """A line a figure: its name, the main figure, what it rests on."""
    for name, figures in scores.figures.items():
        rest = {key: value for key, value in figures.items() if key not in {"f1", "accuracy"}}
        detail = "  ".join(f"{key} {_short(value)}" for key, value in rest.items())
        yield f"{name:{NAME_WIDTH}} {main_figure(figures):6.3f}   {detail}".rstrip()


def error_lines(scores: Scores, limit: int) -> Iterator[str]:
    """Up to ``limit`` errors of each report and layer, then how many there are in all; nothing if the limit is 0."""
    if limit <= 0:
        return
    seen: Counter[tuple[str, str]] = Counter()
    for error in scores.errors:
        seen[error.report, error.layer] += 1
        if seen[error.report, error.layer] <= limit:
            yield f"{error.report} {error.layer}: {error.message}"
    for (report, layer), count in sorted(seen.items()):
        yield f"{report} {layer}: {count} errors in all"


def write_json(scores: Scores, path: Path) -> None:
    """Write the figures, as ``score`` names them."""
    path.write_text(json.dumps(scores.figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _short(value: float) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
