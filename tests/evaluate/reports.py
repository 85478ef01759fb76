"""A tiny invented data set and its gold, and a data set made from gold with faults put in."""

from __future__ import annotations

import csv
import random
from pathlib import Path

Row = dict[str, str]


def write_rows(path: Path, rows: list[Row], columns: list[str] | None = None) -> None:
    """Write a table of the contract; columns are those of the first row if not given."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns or list(rows[0]), lineterminator="\n", restval="")
        writer.writeheader()
        writer.writerows(rows)


def read_rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def dataset_from_gold(gold: Path, reports: Path, dataset: Path, *, spoil: float, seed: int = 0) -> None:
    """Write the data set that would score 1, with a share ``spoil`` of its rows dropped, moved, doubled or changed."""
    chance = random.Random(seed)
    tables: dict[str, list[Row]] = {"documents": [], "segments": [], "entities": [], "observations": [], "cells": []}
    for folder in sorted(path for path in gold.iterdir() if path.is_dir()):
        tables["documents"].append(_document(folder))
        for layer in ("segments", "entities", "observations", "cells"):
            rows = [_as_predicted(row, folder.name) for row in read_rows(folder / f"{layer}.csv")]
            tables[layer] += [kept for row in rows for kept in _spoilt(row, chance, spoil)]
        text = (reports / f"{folder.name}.txt").read_bytes().decode("utf-8")
        (dataset / "texts").mkdir(parents=True, exist_ok=True)
        (dataset / "texts" / f"{folder.name}.txt").write_bytes(text.encode())
    tables["entities"] += [_indicator(row) for row in tables["observations"]]
    for name, rows in tables.items():
        columns = list(dict.fromkeys(key for row in rows for key in row))
        write_rows(dataset / f"{name}.csv", rows, columns)


def _document(folder: Path) -> Row:
    [row] = read_rows(folder / "document.csv")
    return {"doc_id": folder.name, "path": f"{folder.name}.txt", **row}


def _as_predicted(row: Row, doc_id: str) -> Row:
    renamed = {"observation_id" if key == "id" else key: value for key, value in row.items()}
    return {"doc_id": doc_id, **renamed}


def _indicator(row: Row) -> Row:
    place = {"start": row["indicator_start"], "end": row["indicator_end"], "text": row["indicator_text"]}
    return {"doc_id": row["doc_id"], "type": "INDICATOR", **place}


def _spoilt(row: Row, chance: random.Random, spoil: float) -> list[Row]:
    if chance.random() >= spoil:
        return [row]
    field = chance.choice([key for key in row if key not in {"doc_id", "start", "end", "value_start", "value_end"}])
    start = "value_start" if "value_start" in row else "start"
    moved = {**row, start: str(max(int(row[start]) - 1, 0))}
    return chance.choice([[], [moved], [row, row], [{**row, field: chance.choice(["", "7", "错"])}]])
