"""The data set's folder: tables, texts, panel, review list and the package that describes them."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from pipeline.export import Dataset, Exported, export
from pipeline.export.projects import project_name
from pipeline.export.schema import place, tables
from pipeline.records import Report
from tests.export.reports import TEXT, invented_report


def write(folder: Path, *reports: Report, parquet: bool = False) -> Path:
    folder.mkdir(exist_ok=True)
    with Dataset(folder, parquet=parquet) as dataset:
        for report in reports:
            dataset.add(export(report))
        dataset.fail(("=坏.txt", "", "ingest", "ReadError", "holds no text", "open it"))
        dataset.finish()
    return folder


def read(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / place(table)).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def another(doc_id: str, change: Callable[[Report], Report] = lambda report: report) -> Report:
    report = invented_report()
    document = msgspec.structs.replace(report.document, doc_id=doc_id)
    return change(msgspec.structs.replace(report, document=document))


def raised(report: Report) -> Report:
    """The same report with one more person insured."""
    first = msgspec.structs.replace(report.statements[0], value="312001", confidence=0.9)
    return msgspec.structs.replace(report, statements=(first, *report.statements[1:]))


def test_every_table_is_there_with_its_header(tmp_path: Path) -> None:
    folder = write(tmp_path)
    for table, columns in tables().items():
        with (folder / place(table)).open(encoding="utf-8", newline="") as handle:
            assert next(csv.reader(handle)) == [column.name for column in columns]


def test_the_text_is_written_byte_for_byte(tmp_path: Path) -> None:
    folder = write(tmp_path, invented_report())
    assert (folder / "texts" / "ab12.txt").read_bytes().decode("utf-8") == TEXT


def test_lines_end_with_a_line_feed_alone(tmp_path: Path) -> None:
    lines = (write(tmp_path, invented_report()) / "entities.csv").read_bytes()
    assert b"\r" not in lines
    assert lines.endswith(b"\n")


def test_titles_and_paths_are_defused(tmp_path: Path) -> None:
    folder = write(tmp_path, invented_report())
    assert read(folder, "documents")[0]["title"].startswith("'=青岭县")
    assert read(folder, "failures")[0]["path"] == "'=坏.txt"


def test_the_panel_holds_one_value_a_key_and_says_where_it_is_from(tmp_path: Path) -> None:
    panel = read(write(tmp_path, invented_report(), another("cd34", raised)), "panel")
    assert [(row["indicator_id"], row["value"], row["sources"], row["conflict"]) for row in panel] == [
        ("account.wages", "44.40", "ab12:o3 cd34:o3", ""),
        ("insured.persons", "312001", "cd34:o1 ab12:o1", "1"),
    ]
    assert {(row["county"], row["year"], row["project"]) for row in panel} == {("青岭县", "2021", "")}


def test_the_review_list_has_ambiguous_names_and_unmatched_ones_that_recur(tmp_path: Path) -> None:
    once = read(write(tmp_path / "once", invented_report()), "alignment")
    twice = read(write(tmp_path / "twice", invented_report(), another("cd34")), "alignment")
    assert [(row["match_status"], row["indicator_text"], row["count"]) for row in once] == [
        ("ambiguous", "居民“医保”", "1")
    ]
    assert [(row["indicator_text"], row["count"], row["doc_id"]) for row in twice] == [
        ("居民“医保”", "2", "ab12"),
        ("办公费", "2", "ab12"),
    ]


def test_the_review_list_names_both_candidates(tmp_path: Path) -> None:
    [row] = read(write(tmp_path, invented_report()), "alignment")
    assert (row["candidate"], row["candidate_name"]) == ("insured.persons.resident", "居民参保人数")
    assert (row["runner_up"], row["runner_up_name"]) == ("insured.persons.poor", "贫困人口参保人数")


@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_the_package_valid(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    folder = write(tmp_path, invented_report(), another("cd34"))
    found = frictionless.validate(str(folder / "datapackage.json"))
    assert found.flatten(["type", "message"]) == []
    assert {
        resource["path"] for resource in json.loads((folder / "datapackage.json").read_text("utf-8"))["resources"]
    } == {place(table) for table in tables()}


def test_parquet_holds_the_same_rows_undefused(tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    folder = write(tmp_path, invented_report(), parquet=True)
    assert pq.read_table(folder / "documents.parquet").to_pylist()[0]["title"].startswith("=青岭县")
    observations = pq.read_table(folder / "observations.parquet").to_pylist()
    assert [row["value"] for row in observations] == [row["value"] for row in read(folder, "observations")]
    assert pq.read_table(folder / "checks.parquet").num_rows == 0


def test_rows_cross_to_another_process_as_they_are() -> None:
    import pickle

    exported = export(invented_report())
    assert isinstance(exported, Exported)
    assert pickle.loads(pickle.dumps(exported)) == exported


@pytest.mark.parametrize(
    ("title", "project"),
    [
        ("云溪县2021年度农村改厕补助项目支出绩效自评报告", "农村改厕补助"),
        ("云溪县农业农村局2020年高标准农田建设项目绩效评价报告", "高标准农田建设"),
        ("2022年中央财政城乡医疗救助补助资金绩效自评报告", "城乡医疗救助补助资金"),
    ],
)
def test_a_project_is_named_by_its_title(title: str, project: str) -> None:
    assert project_name(title, "云溪县农业农村局", "project_self_evaluation") == project
    assert project_name(title, "云溪县农业农村局", "department_self_evaluation") == ""
