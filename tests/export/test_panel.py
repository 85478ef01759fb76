"""What shares a cell of the panel and what does not, and how values that disagree are listed."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import pipeline
from pipeline.export import Dataset, export
from pipeline.export.panel import differ
from pipeline.export.projects import project_name
from pipeline.export.schema import place

HEAD = "云溪县医疗保障局2021年度部门整体支出绩效自评报告\n一、预算执行情况\n"
FORM = """项目支出绩效自评表
项目名称 | {name}
项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
年度资金总额 | {initial} | {adjusted} | {spent} | 10 | {rate}% | 9.80
其中：当年财政拨款 | {initial} | {adjusted} | {spent} | - | {rate}% | -
"""


def written(folder: Path, *texts: str) -> Path:
    with Dataset(folder) as dataset:
        for text in texts:
            dataset.add(export(pipeline.extract(text)))
        dataset.finish()
    return folder


def rows(folder: Path, table: str, indicator: str) -> list[dict[str, str]]:
    with (folder / place(table)).open(encoding="utf-8", newline="") as handle:
        return [row for row in csv.DictReader(handle) if row["indicator_id"] == indicator]


def test_the_initial_and_the_adjusted_budget_are_two_rows(tmp_path: Path) -> None:
    text = HEAD + "年初预算安排城乡医疗救助补助资金2300万元，年中追加后预算为2500万元。\n"
    panel = rows(written(tmp_path, text), "panel", "assist.fund")
    assert [(row["measure"], row["stage"], row["value"], row["conflict"]) for row in panel if row["stage"]] == [
        ("budget", "adjusted", "2500", ""),
        ("budget", "initial", "2300", ""),
    ]


def test_forms_of_two_projects_are_two_rows_each(tmp_path: Path) -> None:
    forms = FORM.format(name="农村改厕补助", initial="80.00", adjusted="92.50", spent="90.10", rate="97.41")
    forms += FORM.format(name="集中供水维护", initial="310.00", adjusted="310.00", spent="296.40", rate="95.61")
    title = "云溪县农业农村局2021年度项目支出绩效自评表汇编\n"
    panel = rows(written(tmp_path, title + forms), "panel", "project.funds")
    found = {(row["project"], row["measure"], row["stage"]): (row["value"], row["conflict"]) for row in panel}
    assert found["农村改厕补助", "budget", "initial"] == ("80.00", "")
    assert found["农村改厕补助", "budget", "adjusted"] == ("92.50", "")
    assert found["集中供水维护", "budget", "initial"] == ("310.00", "")


def test_values_that_disagree_are_listed_with_their_sentences(tmp_path: Path) -> None:
    text = HEAD + "全县参保人数205,431人。\n二、主要成绩\n年末参保人数为205,413人。\n"
    folder = written(tmp_path, text)
    [row] = rows(folder, "panel", "insured.persons")
    listed = rows(folder, "conflicts", "insured.persons")
    assert row["conflict"] == "1"
    assert sorted(each["value"] for each in listed) == ["205413", "205431"]
    assert [each["value"] for each in listed if each["chosen"]] == [row["value"]]
    assert {f"{each['doc_id']}:{each['observation_id']}" for each in listed} == set(row["sources"].split())
    assert all("参保人数" in each["evidence"] for each in listed)


def test_the_list_of_conflicts_is_written_as_parquet_too(tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    text = HEAD + "全县参保人数205,431人。\n二、主要成绩\n年末参保人数为205,413人。\n"
    with Dataset(tmp_path, parquet=True) as dataset:
        dataset.add(export(pipeline.extract(text)))
        dataset.finish()
    table = pq.read_table(tmp_path / place("conflicts", "parquet")).to_pylist()
    assert sorted(row["value"] for row in table) == ["205413", "205431"]
    assert [row["confidence"] for row in table] == [
        float(row["confidence"]) for row in rows(tmp_path, "conflicts", "insured.persons")
    ]


def test_what_rounding_explains_is_no_conflict(tmp_path: Path) -> None:
    text = HEAD + "公务接待费支出0.32万元。\n二、三公经费\n公务接待费决算3,225.00元。\n"
    folder = written(tmp_path, text)
    [row] = rows(folder, "panel", "three_public.reception")
    assert (row["conflict"], len(row["sources"].split())) == ("", 2)
    assert rows(folder, "conflicts", "three_public.reception") == []


@pytest.mark.parametrize(
    ("values", "apart"),
    [
        (("0.32", "0.3225"), False),
        (("0.32", "0.3251"), True),
        (("287.41", "287.410652", "287.4"), False),
        (("205431", "205413"), True),
        (("95.50", "95.5"), False),
    ],
)
def test_values_differ_by_more_than_their_digits(values: tuple[str, ...], apart: bool) -> None:
    assert differ([{"value": value, "unit": "万元"} for value in values]) is apart


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("云溪县2021年度中央及省级城乡医疗救助补助资金绩效自评报告", "城乡医疗救助补助资金"),
        ("雲溪縣2021年度農村改廁補助項目績效評價報告", "農村改廁補助"),
        ("2021年度林业改革资金（国土绿化）项目支出绩效自评报告", "林业改革资金（国土绿化）"),
    ],
)
def test_the_project_of_a_title(title: str, name: str) -> None:
    assert project_name(title, "云溪县农业农村局", "project_self_evaluation") == name
