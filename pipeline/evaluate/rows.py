"""The tables of a data set and of the gold, read report by report."""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from pipeline.errors import UsageError
from pipeline.records import Record

Row = dict[str, str]
LAYERS = ("segments", "entities", "observations", "cells")


class Pair(Record, frozen=True):
    """One report's gold rows and predicted rows, by layer; ``text`` is what their offsets count in."""

    report: str
    gold: dict[str, list[Row]]
    predicted: dict[str, list[Row]]
    gold_document: Row
    predicted_document: Row  # empty where the data set lacks the report
    text: str  # blanks replaced by x where the data set lacks it, so that all of it counts as missed


def read_rows(path: Path) -> list[Row]:
    """The rows of a CSV; none where there is no file. Missing columns are left out of a row, None becomes empty."""
    if not path.exists():
        return []
    csv.field_size_limit(sys.maxsize)  # a segment may be a whole report
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{key: value or "" for key, value in row.items() if key} for row in csv.DictReader(file)]


def read_pairs(dataset: Path, gold: Path) -> Iterator[Pair]:
    """Each report of the gold with what the data set says of it, in order of the folders' names."""
    _check_folders(dataset, gold)
    documents = _documents(read_rows(dataset / "documents.csv"))
    layers = {layer: _by_document(read_rows(dataset / f"{layer}.csv")) for layer in LAYERS}
    for folder in sorted(path for path in gold.iterdir() if path.is_dir()):
        document = documents.get(folder.name, {})
        doc_id = document.get("doc_id", "")
        gold_rows = {layer: read_rows(folder / f"{layer}.csv") for layer in LAYERS}
        yield Pair(
            report=folder.name,
            gold=gold_rows,
            predicted={layer: layers[layer][doc_id] if doc_id else [] for layer in LAYERS},
            gold_document=next(iter(read_rows(folder / "document.csv")), {}),
            predicted_document=document,
            text=_text(dataset, doc_id) or "x" * _last_end(gold_rows["segments"]),
        )


def _check_folders(dataset: Path, gold: Path) -> None:
    """Wrong folders would score 0, and look like a bad data set."""
    for folder in (dataset, gold):
        if not folder.is_dir():
            raise UsageError(f"{folder}: no such folder", stage="evaluate", advice="give DATASET and GOLD as folders")
    if not (dataset / "documents.csv").exists():
        message = f"{dataset}: no data set, documents.csv is missing"
        raise UsageError(message, stage="evaluate", advice="give the folder that `xianbao run` wrote")
    if not any(gold.glob("*/*.csv")):
        message = f"{gold}: no annotations, there is no folder of CSV files in it"
        raise UsageError(message, stage="evaluate", advice="give a folder like annotations/gold")


def check_common(dataset: Path, gold: Path) -> None:
    """Other reports than the gold's would score 0 throughout, and look like a bad data set. Raises UsageError."""
    _check_folders(dataset, gold)
    documents = _documents(read_rows(dataset / "documents.csv"))
    wanted = sorted(path.name for path in gold.iterdir() if path.is_dir())
    if not documents.keys() & set(wanted):
        message = f"no report of {gold} is in {dataset}: of {', '.join(wanted[:3])} ... there is none"
        advice = "a report's folder in GOLD has the name of its file, without its ending"
        raise UsageError(message, stage="evaluate", advice=advice)


def _documents(rows: list[Row]) -> dict[str, Row]:
    """Documents by the stem of their path; of several formats the text file, whose offsets are the gold's."""
    found: dict[str, Row] = {}
    for row in rows:
        path = PurePosixPath(row.get("path", "").replace("\\", "/"))
        if path.stem not in found or path.suffix == ".txt":
            found[path.stem] = row
    return found


def _by_document(rows: list[Row]) -> defaultdict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.get("doc_id", "")].append(row)
    return found


def _text(dataset: Path, doc_id: str) -> str:
    path = dataset / "texts" / f"{doc_id}.txt"
    return path.read_bytes().decode("utf-8") if doc_id and path.exists() else ""


def _last_end(rows: list[Row]) -> int:
    return max((int(row["end"]) for row in rows), default=0)
