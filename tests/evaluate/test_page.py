"""Labels, matrix and page of an evaluation, on one invented report."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pipeline.evaluate import main_table, score
from pipeline.evaluate.labels import calibration_error, reliability_of
from tests.evaluate.reports import write_rows

TEXT = "参保率达96.5%。宣传不够<b>深入</b>。"
CUT = TEXT.index("宣")
END = len(TEXT)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    dataset, gold = tmp_path / "dataset", tmp_path / "gold"
    write_rows(dataset / "documents.csv", [{"doc_id": "d1", "path": "yunxi-2021.txt"}])
    row = {"doc_id": "d1", "start": "0", "end": str(END), "label": "achievements", "confidence": "0.9"}
    write_rows(dataset / "segments.csv", [row | {"heading": "<工作成效>"}])
    (dataset / "texts").mkdir()
    (dataset / "texts" / "d1.txt").write_text(TEXT, encoding="utf-8")
    write_rows(gold / "yunxi-2021" / "document.csv", [{"county": "云溪县"}])
    labelled = [{"start": "0", "end": str(CUT), "label": "achievements"}]
    labelled.append({"start": str(CUT), "end": str(END), "label": "problems"})
    write_rows(gold / "yunxi-2021" / "segments.csv", labelled)
    return dataset, gold


def test_the_matrix_and_the_most_telling_error_are_printed(folders: tuple[Path, Path]) -> None:
    lines = main_table(*folders).splitlines()
    assert f"{'gold, given':14} achievements" in lines
    assert f"{'problems':14} {END - CUT:12}" in lines
    assert f"yunxi-2021 at {CUT}: gold problems, got achievements (0.90), under <工作成效>" in lines
    assert f"    {TEXT[CUT:]}" in lines


def test_reliability_compares_what_is_promised_with_what_is_right(folders: tuple[Path, Path]) -> None:
    scores = score(*folders)
    right = round(CUT / END, 4)
    assert reliability_of(scores) == [{"characters": END, "promised": 0.9, "right": right}]
    assert calibration_error(scores) == pytest.approx(0.9 - right)


def test_json_tells_what_labels_were_taken_for(folders: tuple[Path, Path], tmp_path: Path) -> None:
    main_table(*folders, json=tmp_path / "scores.json")
    told = json.loads((tmp_path / "scores.json").read_text(encoding="utf-8"))
    assert told["segments.confusion"]["problems"] == {"achievements": END - CUT}
    assert told["segments.wrong"][0]["text"] == TEXT[CUT:]


def test_the_page_escapes_what_reports_print_and_needs_nothing_else(folders: tuple[Path, Path], tmp_path: Path) -> None:
    main_table(*folders, html=tmp_path / "scores.html")
    text = (tmp_path / "scores.html").read_text(encoding="utf-8")
    assert "宣传不够&lt;b&gt;深入&lt;/b&gt;。" in text
    assert "&lt;工作成效&gt;" in text
    assert not any(word in text for word in ("http", "<script", "<img", "<link", "@import", "url("))
    _Balanced().feed(text)


class _Balanced(HTMLParser):
    """Raises where tags are not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in ("meta", "circle", "line"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("meta", "circle", "line"):
            assert self.open.pop() == tag
