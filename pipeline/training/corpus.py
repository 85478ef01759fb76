"""The annotated reports as training takes them."""

from __future__ import annotations

import csv
import hashlib
import sys
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.records import Record

Row = dict[str, str]
LAYERS = ("segments", "entities", "observations", "cells", "checks")
SPLITS = ("train", "dev", "test")


class Annotated(Record, frozen=True):
    """A report and its gold rows by layer, as annotations/gold holds them."""

    name: str
    split: str  # train, dev, test
    text: str  # what the gold's offsets count in
    document: Row
    gold: dict[str, list[Row]]


class Corpus(Record, frozen=True):
    """All annotated reports, in order of their names."""

    reports: tuple[Annotated, ...]
    fingerprint: str  # first 16 digits of a SHA-256 over texts, gold, splits and names
    names: dict[str, list[Row]] = {}  # split (train, test) -> rows of names/: name, context, unit_family, indicator_id

    def of(self, *splits: str) -> tuple[Annotated, ...]:
        """The reports of these splits."""
        return tuple(report for report in self.reports if report.split in splits)


def read_corpus(annotations: Path) -> Corpus:
    """Read reports/, gold/ and splits.csv; a report without a row there is for training. Raises UsageError."""
    splits = read_splits(annotations / "splits.csv")
    folders = sorted(path for path in (annotations / "gold").glob("*") if path.is_dir())
    if not folders:
        message = f"{annotations}: no annotated reports, gold/ is missing or empty"
        raise UsageError(message, stage="training", advice="give the folder that holds reports/, gold/ and splits.csv")
    reports = tuple(_read(annotations, folder, splits.get(folder.name, "train")) for folder in folders)
    names = {split: _rows(annotations / "names" / f"{split}.csv") for split in SPLITS}
    return Corpus(reports=reports, fingerprint=_fingerprint(annotations, reports), names=names)


def read_splits(path: Path) -> dict[str, str]:
    """The split of each report by its name. Raises UsageError that names the line."""
    splits: dict[str, str] = {}
    for number, row in enumerate(_rows(path), 2):
        if row.get("split") not in SPLITS:
            message = f"{path}:{number}: split is {row.get('split')!r}"
            raise UsageError(message, stage="training", advice=f"write one of {', '.join(SPLITS)}")
        splits[row["report"]] = row["split"]
    return splits


def _read(annotations: Path, folder: Path, split: str) -> Annotated:
    path = annotations / "reports" / f"{folder.name}.txt"
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        advice = f"compile it: xianbao annotate compile {folder.name}"
        raise UsageError(f"{path}: cannot be read ({error})", stage="training", advice=advice) from error
    return Annotated(
        name=folder.name,
        split=split,
        text=text,
        document=next(iter(_rows(folder / "document.csv")), {}),
        gold={layer: _rows(folder / f"{layer}.csv") for layer in LAYERS},
    )


def _rows(path: Path) -> list[Row]:
    """The rows of a CSV; none where there is no file."""
    if not path.exists():
        return []
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _fingerprint(annotations: Path, reports: tuple[Annotated, ...]) -> str:
    digest = hashlib.sha256()
    for report in reports:
        digest.update(f"{report.name} {report.split}\n{report.text}".encode())
        for path in sorted((annotations / "gold" / report.name).glob("*.csv")):
            digest.update(path.name.encode() + path.read_bytes())
    for path in sorted((annotations / "names").glob("*.csv")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]
