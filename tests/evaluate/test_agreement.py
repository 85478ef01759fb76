from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.evaluate.agreement import kappa
from pipeline.terminal.agree import agree_lines

HEADER = "county 云溪县\nagency 云溪县医疗保障局\nyear 2021\nreport_type work_report\n====\n"
FIRST = "⟬achievements⟭\n全县⟪参保率¦insured.rate⟫达⟦96.5%⟧。⟬measures⟭下一步加强宣传。\n"
SECOND = "⟬achievements⟭\n全县⟪参保率¦insured.rate⟫达⟦96.5%¦target⟧。下一步加强宣传。\n"


@pytest.fixture
def annotations(tmp_path: Path) -> Path:
    for folder in ("marked", "second"):
        (tmp_path / folder).mkdir()
    (tmp_path / "marked" / "yunxi-2021.txt").write_text(HEADER + FIRST, encoding="utf-8")
    return tmp_path


def told(annotations: Path, second: str, errors: int = 0) -> list[str]:
    (annotations / "second" / "yunxi-2021.txt").write_text(HEADER + second, encoding="utf-8")
    return list(agree_lines(annotations, (), errors=errors))


def test_the_same_annotation_agrees_in_everything(annotations: Path) -> None:
    lines = told(annotations, FIRST)
    assert lines[0] == "1 reports: yunxi-2021"
    figures = [line.split("|")[2].strip() for line in lines[3:]]
    assert set(figures) == {"1.000"}


def test_differences_are_counted_and_printed(annotations: Path) -> None:
    lines = told(annotations, SECOND, errors=5)
    assert "| observations.measure (share) | 0.000 | 1 |" in lines
    assert "| entities.strict (F1) | 1.000 | 1 |" in lines
    assert any("gold measures, got achievements" in line for line in lines)


def test_another_text_is_refused_with_its_line(annotations: Path) -> None:
    with pytest.raises(UsageError, match="line 1 of its text is"):
        told(annotations, SECOND.replace("下一步", "下步"))


def test_a_missing_second_annotation_is_named(annotations: Path) -> None:
    with pytest.raises(UsageError, match="no second annotation qinghe-2020"):
        list(agree_lines(annotations, ["qinghe-2020"]))


def test_kappa_of_chance_is_nothing() -> None:
    assert kappa({("a", "a"): 25, ("a", "b"): 25, ("b", "a"): 25, ("b", "b"): 25}) == 0.0
    assert kappa({("a", "a"): 9}) == 1.0
