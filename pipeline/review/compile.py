"""Marked reports to the layer files that training and tests read, by one command: ``xianbao annotate compile``."""

from __future__ import annotations

import csv
import io
from collections.abc import Container
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.resources.taxonomy import Taxonomy
from pipeline.review.markup import Layers, read_marked
from pipeline.review.vocabulary import COLUMNS


def compile_reports(annotations: Path, *names: str) -> list[Path]:
    """Write ``reports/<name>.txt`` and ``gold/<name>/`` for ``marked/<name>.txt``, all of them or those named.

    Gives the folders of layers that it wrote. Raises UsageError where there is no such report, or none at all.
    """
    sources = sorted((annotations / "marked").glob("*.txt"))
    if not sources:
        message = f"no marked report in {annotations / 'marked'}"
        raise UsageError(message, stage="review", advice="name the folder that holds marked/ with --annotations")
    if missing := sorted(set(names) - {source.stem for source in sources}):
        message = f"no marked report {missing[0]} in {annotations / 'marked'}"
        raise UsageError(message, stage="review", advice="name a file of annotations/marked without .txt")
    known = known_indicators()
    folders = []
    for source in sources:
        if not names or source.stem in names:
            folders.append(annotations / "gold" / source.stem)
            for file, content in compile_report(source, known).items():
                place = annotations / "reports" / source.name if file == "report.txt" else folders[-1] / file
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(content.encode("utf-8"))
    return folders


def known_indicators() -> frozenset[str]:
    """The ids that an observation may carry."""
    return frozenset(Taxonomy.load().indicators)


def compile_report(source: Path, known: Container[str]) -> dict[str, str]:
    """What the layer files of one marked report hold, by file name; ``known`` are the taxonomy's ids."""
    text, layers = read_marked(source.read_bytes().decode("utf-8"), source.name, known)
    return {"report.txt": text} | _tables(layers)


def _tables(layers: Layers) -> dict[str, str]:
    tables = {}
    for layer, columns in COLUMNS.items():
        buffer = io.StringIO()
        writer = csv.DictWriter(buffer, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(layers[layer])
        tables[f"{layer}.csv"] = buffer.getvalue()
    return tables
