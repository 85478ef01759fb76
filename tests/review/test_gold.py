"""The committed layer files are what the marked reports compile to, and keep the rules of the guidelines."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from pipeline.review.compile import compile_report, known_indicators
from pipeline.review.vocabulary import COMPARATORS, LABELS, MEASURES, TYPES

ANNOTATIONS = Path(__file__).parents[2] / "annotations"
MARKED = sorted((ANNOTATIONS / "marked").glob("*.txt"))
KNOWN = known_indicators()
every_report = pytest.mark.parametrize("source", MARKED, ids=lambda path: path.stem)


def table(content: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content, newline="")))


@every_report
def test_committed_layers_are_the_compiled_ones(source: Path) -> None:
    folder = ANNOTATIONS / "gold" / source.stem
    committed = {path.name: path.read_bytes().decode("utf-8") for path in folder.iterdir()}
    committed["report.txt"] = (ANNOTATIONS / "reports" / source.name).read_bytes().decode("utf-8")
    assert committed == compile_report(source, KNOWN)


@every_report
def test_spans_quote_the_report(source: Path) -> None:
    layers = compile_report(source, KNOWN)
    text = layers["report.txt"]
    for row in table(layers["entities.csv"]):
        assert text[int(row["start"]) : int(row["end"])] == row["text"]
        assert row["text"] == row["text"].strip()
    for row in table(layers["observations.csv"]):
        assert text[int(row["indicator_start"]) : int(row["indicator_end"])] == row["indicator_text"]


@every_report
def test_segments_cover_the_report(source: Path) -> None:
    layers = compile_report(source, KNOWN)
    text, at = layers["report.txt"], 0
    for row in table(layers["segments.csv"]):
        start, end = int(row["start"]), int(row["end"])
        assert not text[at:start].strip() and row["label"] in LABELS
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@every_report
def test_only_words_of_the_guidelines_are_used(source: Path) -> None:
    layers = compile_report(source, KNOWN)
    for row in table(layers["entities.csv"]):
        assert row["type"] in TYPES and row["comparator"] in COMPARATORS | {""}
        assert row["unit_source"] in ({""} if row["type"] == "DATE" else {"text", "header", "elided"})
    for row in table(layers["observations.csv"]):
        assert row["measure"] in MEASURES and row["indicator_id"] and row["full_name"]


@every_report
def test_every_observation_states_a_quantity_of_the_report(source: Path) -> None:
    layers = compile_report(source, KNOWN)
    quantities = {(row["start"], row["end"]): row for row in table(layers["entities.csv"]) if row["type"] != "DATE"}
    observations = table(layers["observations.csv"])
    known = {row["id"] for row in observations}
    for row in observations:
        quantity = quantities[row["value_start"], row["value_end"]]
        assert row["value"].lstrip("-") == quantity["value"].lstrip("-") and row["unit"] == quantity["unit"]
        assert not row["part_of"] or row["part_of"] in known - {row["id"]}
