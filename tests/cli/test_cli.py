"""The command: exit codes, one-line messages, stdout kept for data."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.console import Console
from typer.testing import CliRunner

from pipeline import __version__
from pipeline.cli import app
from pipeline.records import Entity, Segment
from pipeline.terminal.report import print_report
from tests.export.reports import invented_report

RUNNER = CliRunner()
TEXT = "云溪县医疗保障局2020年度工作总结\n一、主要成绩\n全年基本医疗保险参保人数205,431人，基金支出1.25亿元。\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "云溪县.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def call(*arguments: object) -> tuple[int, str, str]:
    result = RUNNER.invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.stdout, result.stderr


def test_version() -> None:
    assert call("--version") == (0, f"xianbao {__version__}\n", "")


def test_run_writes_the_data_set_and_sums_up_on_stderr(report: Path, tmp_path: Path) -> None:
    code, stdout, stderr = call("run", report, "--out", tmp_path / "out", "--engine", "serial")
    assert (code, stdout) == (0, "")
    assert (tmp_path / "out" / "observations.csv").exists()
    for word in ("reports", "entities", "observations", "failures", "seconds", str(tmp_path / "out")):
        assert word in stderr


def test_an_existing_data_set_is_refused_in_one_line_that_says_what_to_do(report: Path, tmp_path: Path) -> None:
    arguments = ("run", report, "--out", tmp_path / "out", "--engine", "serial")
    call(*arguments)
    code, stdout, stderr = call(*arguments)
    assert (code, stdout, stderr.count("\n")) == (2, "", 1)
    assert "--force" in stderr
    assert call(*arguments, "--force")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("run", "nowhere", "--out", "out"), "no such file or folder: nowhere"),
        (("run", "README.md", "--out", "out", "--engine", "cluster"), "no engine 'cluster'"),
        (("evaluate", "nowhere", "nowhere"), "nowhere"),
        (("evaluate", "notebooks", "annotations/gold"), "notebooks: no data set"),
        (("annotate", "compile", "--annotations", "notebooks"), "no marked report in"),
        (("annotate", "compile", "atlantis-2021"), "no marked report atlantis-2021"),
    ],
)
def test_what_cannot_be_carried_out_is_one_line_and_code_2(arguments: tuple[str, ...], said: str) -> None:
    code, stdout, stderr = call(*arguments)
    assert (code, stdout, stderr.count("\n")) == (2, "", 1)
    assert said in stderr


def test_a_folder_without_reports_and_one_without_annotations_are_told(tmp_path: Path) -> None:
    empty, dataset = tmp_path / "empty", tmp_path / "dataset"
    empty.mkdir()
    code, stdout, stderr = call("run", empty, "--out", dataset)
    assert (code, stdout, stderr.count("\n"), dataset.exists()) == (2, "", 1, False)
    assert "no file to read" in stderr
    dataset.mkdir()
    (dataset / "documents.csv").write_text("doc_id,path\n", encoding="utf-8")
    code, stdout, stderr = call("evaluate", dataset, empty)
    assert (code, stdout, stderr.count("\n")) == (2, "", 1)
    assert "no annotations" in stderr


def test_an_evaluation_without_a_common_report_is_told_and_writes_nothing(report: Path, tmp_path: Path) -> None:
    call("run", report, "--out", tmp_path / "out", "--engine", "serial")
    code, stdout, stderr = call("evaluate", tmp_path / "out", "annotations/gold", "--json", tmp_path / "scores.json")
    assert (code, stdout, stderr.count("\n"), (tmp_path / "scores.json").exists()) == (2, "", 1, False)
    assert "no report of annotations/gold is in" in stderr


def test_ctrl_c_is_one_line_and_code_130_and_leaves_nothing(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pipeline.batch.runner.read_report", interrupt)
    code, stdout, stderr = call("run", report, "--out", tmp_path / "out", "--engine", "serial")
    assert (code, stdout, stderr) == (130, "", "xianbao: interrupted\n")
    assert [path.name for path in tmp_path.iterdir()] == [report.name]


def test_nothing_read_is_code_3(tmp_path: Path) -> None:
    empty = tmp_path / "空.txt"
    empty.write_bytes(b"")
    code, _, stderr = call("run", empty, "--out", tmp_path / "out", "--engine", "serial")
    assert code == 3
    assert "failures.csv" in stderr
    code, stdout, stderr = call("show", empty)
    assert (code, stdout, stderr.count("\n")) == (3, "", 1)


@pytest.mark.parametrize("command", [("show",), ("quantities",), ("explain",)])
def test_a_file_that_is_not_there_and_a_folder_are_wrong_calls(tmp_path: Path, command: tuple[str, ...]) -> None:
    more = (0,) if command == ("explain",) else ()
    for given in (tmp_path, tmp_path / "nowhere.txt"):
        code, stdout, stderr = call(*command, given, *more)
        assert (code, stdout, stderr.count("\n")) == (2, "", 1)


def test_a_run_with_a_wrong_taxonomy_or_into_its_own_input_writes_nothing(report: Path, tmp_path: Path) -> None:
    code, _, stderr = call("run", report, "--out", tmp_path / "out", "--taxonomy", tmp_path / "nowhere")
    assert (code, stderr.count("\n"), (tmp_path / "out").exists()) == (2, 1, False)
    code, _, stderr = call("run", report.parent, "--out", report.parent, "--force")
    assert (code, "to be read and to be written" in stderr, report.exists()) == (2, True, True)


def test_explain_tells_the_indicator_of_the_name(report: Path) -> None:
    _, stdout, _ = call("show", report)
    start = next(line.split("│")[1].strip() for line in stdout.splitlines() if "205431 人" in line)
    assert start == str(TEXT.index("205,431"))
    code, stdout, _ = call("explain", report, start)
    assert (code, "insured.persons" in stdout, "观测编号" in stdout) == (0, True, True)


def test_show_prints_the_report_with_its_observations(report: Path) -> None:
    code, stdout, stderr = call("show", report)
    assert (code, stderr) == (0, "")
    assert "205,431人" in stdout
    assert "观测 observations" in stdout


def test_highlights_stand_in_place_and_control_characters_are_shown() -> None:
    text = "甲\r\n\x0b\x1b[2J支出12万元\r\n"
    start = text.index("12万元")
    report = invented_report()
    report = replace(
        report,
        document=replace(report.document, text=text),
        segments=(Segment(0, len(text), "finance"),),
        entities=(Entity(start, start + 4, "MONEY"),),
        statements=(),
        matches=(),
    )
    out = StringIO()
    print_report(report, Console(file=out, force_terminal=True, color_system="standard"))
    assert "\u240b\u241b[2J支出\x1b[33m12万元\x1b[0m" in out.getvalue()


def test_show_takes_brackets_for_text(tmp_path: Path) -> None:
    path = tmp_path / "括号.txt"
    path.write_text("云溪县[red]医疗保障局[/red]2020年决算[/]\n支出12万元[bold]\n", encoding="utf-8")
    code, stdout, _ = call("show", path)
    assert code == 0
    assert "[red]医疗保障局[/red]" in stdout


def test_explain_shows_candidates_signals_and_the_decision(report: Path) -> None:
    code, stdout, _ = call("explain", report, TEXT.index("1.25亿元"))
    assert code == 0
    for word in ("候选名称", "✓", "基金支出", "数字前的短语", "判定", "12500 万元", "置信度依据"):
        assert word in stdout


def test_explain_names_the_nearest_numbers_where_none_stands(report: Path) -> None:
    code, stdout, stderr = call("explain", report, 3)
    assert (code, stdout) == (2, "")
    assert f"205,431人 at {TEXT.index('205,431')}" in stderr
