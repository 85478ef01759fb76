"""A data set is compared with gold annotations: figures by layer, and every error in words.

A data set is a folder that ``xianbao run`` wrote; gold is a folder with one folder a report, one CSV a layer
(annotations/guidelines.md). A report is found in documents.csv by the stem of its path. Each layer is a function in a
file of its own, which takes one report's gold and predicted rows and gives counts and errors; counts are summed over
the reports (micro average) before any figure is computed. A layer or a report that the data set lacks scores 0.

One call serves the command: ``main_table(dataset, gold, errors=50, json=path)`` gives the text to print.
"""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import UsageError
from pipeline.evaluate.labels import confusion_lines, label_lines
from pipeline.evaluate.page import page
from pipeline.evaluate.rows import check_common
from pipeline.evaluate.scores import Scores, score
from pipeline.evaluate.show import MOST_TELLING, error_lines, figure_table, json_text, telling_lines

__all__ = ["Scores", "main_table", "score"]


def main_table(
    dataset: Path, gold: Path, *, errors: int = 0, json: Path | None = None, html: Path | None = None
) -> str:
    """Score and give all as text: figures, labels, confusion, the most telling errors.

    Up to ``errors`` errors of each report and layer stand under it. ``json`` and ``html`` are files that take the scores too.
    Raises UsageError where a folder is missing, or no report of the gold is in the data set.
    """
    check_common(dataset, gold)
    scores = score(dataset, gold)
    if json is not None:
        _write(json, json_text(scores))
    if html is not None:
        _write(html, page(scores, f"{dataset.name} 与 {gold.name}"))
    parts = (
        figure_table(scores),
        label_lines(scores),
        confusion_lines(scores),
        telling_lines(scores, MOST_TELLING),
        error_lines(scores, errors),
    )
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part)))


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        message = f"{file}: cannot be written ({error.strerror})"
        raise UsageError(message, stage="evaluate", advice="name another file") from error
