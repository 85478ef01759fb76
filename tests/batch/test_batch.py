"""A run over many files: the same bytes with any engine, a row for every file that gives nothing."""

from __future__ import annotations

import csv
import json
import os
import sys
from pathlib import Path

import pytest

from pipeline.batch import run_batch
from pipeline.errors import UsageError
from pipeline.records import Report

REPORT = """{county}医疗保障局
{year}年度部门整体支出绩效自评报告
一、基本情况
我局内设股室4个，人员编制21人，年末实有19人。
二、主要成绩
{year}年全县基本医疗保险参保人数{persons}人，参保率达到96.3%，其中城乡居民参保20.4万人。
全年拨付医疗救助资金1,204.50万元。
三、存在的问题
基金监管力量不足。
四、下一步措施
加强业务培训。
"""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    (folder / "乙").mkdir(parents=True)
    for number, county in enumerate(("青岭县", "云溪县", "白石县", "石桥县")):
        text = REPORT.format(county=county, year=2019 + number, persons=210000 + number)
        place = folder / ("乙" if number % 2 else "") / f"{county}.txt"
        place.write_text(text, encoding="utf-8")
    (folder / "空.txt").write_bytes(b"")
    (folder / "照片.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "重复.txt").write_bytes((folder / "青岭县.txt").read_bytes())
    (folder / "无数字.txt").write_text("关于转发有关文件的通知\n请各单位认真学习。\n", encoding="utf-8")
    return folder


def contents(dataset: Path) -> dict[str, bytes]:
    """Every file of a data set but run.json, which tells the time."""
    files = (path for path in dataset.rglob("*") if path.is_file() and path.name != "run.json")
    return {path.relative_to(dataset).as_posix(): path.read_bytes() for path in files}


def rows(dataset: Path, table: str) -> list[dict[str, str]]:
    with (dataset / f"{table}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.fixture
def dataset(reports: Path, tmp_path: Path) -> Path:
    run_batch([reports], tmp_path / "dataset", engine="serial")
    return tmp_path / "dataset"


def test_any_engine_and_any_number_of_workers_give_the_same_bytes(reports: Path, dataset: Path, tmp_path: Path) -> None:
    expected = contents(dataset)
    for name, workers in (("one", 1), ("two", 2), ("again", 2)):
        run_batch([reports], tmp_path / name, engine="processes", workers=workers)
        assert contents(tmp_path / name) == expected


def test_paths_are_those_below_the_folder_in_order_of_names(dataset: Path) -> None:
    paths = ["乙/云溪县.txt", "乙/石桥县.txt", "无数字.txt", "白石县.txt", "重复.txt"]
    assert [row["path"] for row in rows(dataset, "documents")] == paths


def test_every_file_that_gives_nothing_has_its_row(dataset: Path) -> None:
    failures = {row["path"]: row for row in rows(dataset, "failures")}
    stages = {path: row["stage"] for path, row in failures.items()}
    assert stages == {"照片.txt": "ingest", "空.txt": "ingest", "青岭县.txt": "duplicate"}
    assert all(row["message"] and row["advice"] and row["error"] for row in failures.values())
    assert all(row["sha256"] for row in failures.values())


def test_a_report_without_numbers_is_read_and_gives_no_quantities(dataset: Path) -> None:
    doc_id = next(row["doc_id"] for row in rows(dataset, "documents") if row["path"] == "无数字.txt")
    assert [row for row in rows(dataset, "entities") if row["doc_id"] == doc_id and row["type"] != "INDICATOR"] == []
    assert [row for row in rows(dataset, "segments") if row["doc_id"] == doc_id]


def test_run_json_tells_versions_settings_counts_and_fingerprints(dataset: Path) -> None:
    run = json.loads((dataset / "run.json").read_text("utf-8"))
    assert run["counts"]["reports"] == len(rows(dataset, "documents"))
    assert run["counts"]["rows"]["observations"] == len(rows(dataset, "observations"))
    assert run["settings"]["engine"] == "serial"
    assert {"xianbao", "python", "jieba"} <= run["versions"].keys()
    assert run["fingerprints"]["resources"]


def test_a_huge_line_is_a_failure_and_the_run_goes_on(reports: Path, tmp_path: Path) -> None:
    (reports / "巨.txt").write_text("医保" * (25 * 2**20 // 3), encoding="utf-8")  # 50 MB without a line end
    summary = run_batch([reports], tmp_path / "out", engine="serial")
    assert summary.reports == 5
    assert "巨.txt" in {row["path"] for row in rows(tmp_path / "out", "failures")}


def test_a_file_given_singly_keeps_its_name_as_path(reports: Path, tmp_path: Path) -> None:
    run_batch([reports / "乙" / "云溪县.txt"], tmp_path / "out", engine="serial")
    assert [row["path"] for row in rows(tmp_path / "out", "documents")] == ["云溪县.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere file names are Unicode")
def test_a_file_name_in_gbk_is_read_as_what_it_says(reports: Path, tmp_path: Path) -> None:
    folder = tmp_path / "unpacked"
    folder.mkdir()
    (reports / "白石县.txt").rename(os.fsdecode(os.fsencode(folder) + b"/" + "白石县.txt".encode("gbk")))
    run_batch([folder], tmp_path / "out", engine="serial")
    assert [row["path"] for row in rows(tmp_path / "out", "documents")] == ["白石县.txt"]


def test_a_fault_that_nobody_foresaw_is_a_row_and_asks_to_be_reported(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> Report:
        raise KeyError("科目")

    monkeypatch.setattr("pipeline.batch.runner.read_report", fail)
    run_batch([reports / "无数字.txt"], tmp_path / "out", engine="serial")
    [failure] = rows(tmp_path / "out", "failures")
    assert (failure["error"], failure["stage"]) == ("KeyError", "run")
    assert "report it" in failure["advice"]


def test_progress_is_told_file_by_file(reports: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    run_batch([reports / "乙"], tmp_path / "out", engine="serial", progress=lambda *step: told.append(step))
    assert told == [(1, 2, "云溪县.txt"), (2, 2, "石桥县.txt")]


def test_a_data_set_inside_its_own_input_is_left_out(reports: Path) -> None:
    for _ in range(2):
        summary = run_batch([reports / "乙"], reports / "乙" / "dataset", engine="serial", overwrite=True)
        assert summary.files == 2


def test_a_missing_input_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no such file or folder: .*nowhere"):
        run_batch([tmp_path / "nowhere"], tmp_path / "out", engine="serial")
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs permissions that bind this user")
def test_a_folder_that_cannot_be_listed_is_named(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o000)
    with pytest.raises(UsageError, match="cannot list"):
        run_batch([closed], tmp_path / "out", engine="serial")


def test_an_existing_data_set_is_replaced_only_on_request(reports: Path, dataset: Path) -> None:
    before = contents(dataset)
    with pytest.raises(UsageError, match="holds a data set already") as caught:
        run_batch([reports / "乙"], dataset, engine="serial")
    assert "--force" in caught.value.advice
    assert contents(dataset) == before
    run_batch([reports / "乙"], dataset, engine="serial", overwrite=True)
    assert len(rows(dataset, "documents")) == 2


def test_a_folder_that_is_no_data_set_is_never_replaced(reports: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is no data set"):
        run_batch([reports], reports / "乙", engine="serial", overwrite=True)
    assert (reports / "乙" / "云溪县.txt").exists()


def test_an_output_that_cannot_be_written_is_named(reports: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot write"):
        run_batch([reports], reports / "青岭县.txt" / "dataset", engine="serial")


def test_a_run_that_breaks_leaves_nothing(reports: Path, tmp_path: Path) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_batch([reports], tmp_path / "out", engine="serial", progress=stop)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["reports"]


def test_places_may_be_given_as_text(reports: Path, tmp_path: Path) -> None:
    summary = run_batch([str(reports / "青岭县.txt")], str(tmp_path / "dataset"), engine="serial")
    assert summary.reports == 1
