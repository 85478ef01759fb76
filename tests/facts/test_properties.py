"""What must not change the facts of a report, and what bad data files say."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import ResourceError
from pipeline.extract.facts import find_facts
from pipeline.records import Document, Facts, Layout
from pipeline.resources.divisions import Divisions
from pipeline.resources.facts import read_endings, read_labels, read_types
from pipeline.views import normal

DIVISIONS = Divisions.load()
HEAD = ("青禾县民政局", "2021年度部门整体支出绩效自评报告")
BODY = "根据县财政局的部署，我局组织了自评。"
END = ("青禾县民政局", "2022年3月18日")
REPORT = "\n".join((*HEAD, BODY, *END))


def facts(text: str) -> Facts:
    document = Document(doc_id="", path="report.txt", sha256="", format="txt", text=text)
    return find_facts(document, Layout(text=text, normal=normal(text)), DIVISIONS)


@pytest.mark.parametrize(
    "text",
    [
        REPORT.replace("\n", "\r\n"),
        REPORT.replace("\n", "\n\n\n"),
        "\n".join(f"    {line}　" for line in REPORT.splitlines()),
        REPORT.replace("2021", "２０２１"),
        "".join((*HEAD, "\n", BODY, "\n", END[0], "　", END[1])),
        "首页 > 政务公开\n发布日期：2022-04-01\n" + REPORT,
        REPORT + "\n分享到：微信 微博\n打印\n关闭",
    ],
    ids=["line ends", "blank lines", "indented", "full width", "title in one line", "chrome above", "chrome below"],
)
def test_layout_does_not_change_the_facts(text: str) -> None:
    expected, seen = facts(REPORT), facts(text)
    assert (seen.county, seen.agency, seen.year, seen.report_type, seen.report_date) == (
        *("青禾县", "青禾县民政局", 2021, "department_self_evaluation", "2022-03-18"),
    )
    assert normal(seen.title) == expected.title == "".join(HEAD)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="青禾县市区民政局2021年度部门决算预自评报告0一〇月日()（）《》：:。\n\t| 　-", max_size=300))
def test_any_text_has_facts(text: str) -> None:
    found = facts(text)
    assert set(found.title) <= set(text)
    assert found.year is None or 2000 <= found.year < 2050


@pytest.mark.parametrize("unit", ["1", "一", "(", "县", "青禾县民政局\n", "局|", "部门:\n", "2021年5月6日\n", "《"])
def test_cost_is_linear(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    began = time.perf_counter()
    facts(text)
    assert time.perf_counter() - began < 10


@pytest.mark.parametrize(
    ("read", "table"),
    [
        (read_endings, "ending,example\n局,青禾县民政所\n"),
        (read_labels, "label,tells,example\n填报单位,whatever,填报单位：青禾县民政局\n"),
        (read_types, "report_type,where,phrase,example\nletter,title,来信,群众来信\n"),
        (read_types, "report_type,where,phrase,example\nbudget,title,预算,2021年度部门决算\n"),
    ],
    ids=["ending", "label", "type", "example"],
)
def test_a_broken_table_is_named_with_its_line(read: object, table: str, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(ResourceError, match=r"table\.csv:2"):
        read(path)  # type: ignore[operator]
