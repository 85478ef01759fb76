"""The cases of cases/: heads and ends of invented reports, and what they tell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.extract.facts import find_facts
from pipeline.records import Document, Layout
from pipeline.resources.divisions import Divisions
from pipeline.views import normal

CASES = Path(__file__).parent / "cases"


def cases() -> Iterator[pytest.ParameterSet]:
    """Each report with its name, its file's name if it has one, and the fields that are told."""
    for path in sorted(CASES.glob("*.txt")):
        for part in path.read_text(encoding="utf-8").split("\n## ")[1:]:
            name, _, body = part.partition("\n")
            lines = body.splitlines()
            told = dict((line[2:] + " ").split(" ", 1) for line in lines if line.startswith("= "))
            text = "\n".join(line for line in lines if not line.startswith("= "))
            yield pytest.param(text, told.pop("file", "report.txt").strip(), told, id=f"{path.stem}: {name}")


@pytest.fixture(scope="module")
def divisions() -> Divisions:
    return Divisions.load()


@pytest.mark.parametrize(("text", "file", "told"), list(cases()))
def test_a_reader_is_told(text: str, file: str, told: dict[str, str], divisions: Divisions) -> None:
    document = Document(doc_id="", path=file, sha256="", format="txt", text=text)
    facts = find_facts(document, Layout(text=text, normal=normal(text)), divisions)
    seen = {field: str(getattr(facts, field) or "") for field in told}
    assert seen == {field: value.strip() for field, value in told.items()}
