"""What annotations/README.md shows compiles, and it lists the reports that are there."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from pipeline.review.compile import known_indicators
from pipeline.review.markup import read_marked

ANNOTATIONS = Path(__file__).parents[2] / "annotations"
README = (ANNOTATIONS / "README.md").read_text(encoding="utf-8")


def test_the_marked_example_compiles() -> None:
    example = re.search(r"```marked\n(.*?)```", README, re.DOTALL)
    assert example
    _, layers = read_marked(example[1], "README.md", known_indicators())
    values = ["320000", "300000", "20000", "96.5", "0.4", "133", "1000", "72", "82"]
    assert [row["value"] for row in layers["observations"]] == values


def test_the_tables_compile() -> None:
    blocks = re.findall(r"(?:^    .*\n)+", README, re.MULTILINE)
    for block in blocks:
        marked = "year 2021\nreport_type other\n====\n⟬table⟭\n" + re.sub("^    ", "", block, flags=re.MULTILINE)
        assert read_marked(marked, "README.md", known_indicators())[1]["cells"]


def test_every_report_is_listed_and_no_other() -> None:
    names = {path.stem for path in (ANNOTATIONS / "marked").glob("*.txt")}
    with (ANNOTATIONS / "splits.csv").open(encoding="utf-8", newline="") as file:
        splits = {row["report"]: row["split"] for row in csv.DictReader(file)}
    assert splits.keys() <= names and set(splits.values()) <= {"train", "dev", "test"}
    assert set(re.findall(r"^\| `(\w+-\d{4})` \|", README, re.MULTILINE)) == names
    assert {path.name for path in (ANNOTATIONS / "gold").iterdir()} == names
