"""Scores for people to read: a plain table, the errors under it, and a JSON file."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

import msgspec

from pipeline.evaluate.figures import main_figure
from pipeline.evaluate.labels import reliability_of
from pipeline.evaluate.scores import Scores

NAME_WIDTH = 30
MOST_TELLING = 10  # errors shown with their text
LONGEST_TEXT = 90  # characters of an error's text that are shown


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


def telling_lines(scores: Scores, limit: int) -> Iterator[str]:
    """The stretches of text whose wrong label tells most: long ones that were thought sure."""
    if scores.wrong and limit:
        yield f"the {min(limit, len(scores.wrong))} most telling errors of {len(scores.wrong)}, by length and confidence"
    for wrong in scores.wrong[:limit]:
        under = f", under {wrong.heading}" if wrong.heading else ""
        given = f"{wrong.given or 'nothing'} ({wrong.confidence:.2f})"
        yield f"{wrong.report} at {wrong.start}: gold {wrong.gold}, got {given}{under}"
        yield f"    {excerpt(wrong.text)}"


def excerpt(text: str, most: int = LONGEST_TEXT) -> str:
    """The beginning of a text, and its end if it is long."""
    return text if len(text) <= most else f"{text[: most - 20]}……{text[-18:]}"


def json_text(scores: Scores) -> str:
    """The figures, as ``score`` names them, and behind them what the labels were taken for and where."""
    given: dict[str, dict[str, int]] = {}
    for (gold, label), count in sorted(scores.confusion.items()):
        given.setdefault(gold, {})[label] = count
    content = {
        **scores.figures,
        "segments.confusion": given,
        "segments.reliability": reliability_of(scores),
        "segments.wrong": [msgspec.to_builtins(each) for each in scores.wrong[:MOST_TELLING]],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _short(value: float) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
