"""The forms of resources/account_tables.toml, and what happens when a researcher's addition breaks the file's rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import views
from pipeline.errors import ResourceError
from pipeline.structure.tables import find_tables, standard
from pipeline.structure.tables.standard import Standard, for_title, standards


@pytest.mark.parametrize("form", standards(), ids=lambda form: form.name)
def test_every_form_has_columns_that_differ(form: Standard) -> None:
    for block in form.blocks:
        keys = [column.key for column in block.columns]
        assert len(set(keys)) == len(keys) > 0
        assert all(position < len(keys) for position in block.usual)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("支出决算表", "支出决算表"),
        ("财政拨款收入支出决算总表", "财政拨款收入支出决算总表"),
        ("收入支出决算总表", "收入支出决算总表"),
        ("青禾县林业局2022年度一般公共预算财政拨款支出决算表", "一般公共预算财政拨款支出决算表"),
        ("政府性基金预算财政拨款支出决算表", "国有资本经营预算财政拨款支出决算表"),
    ],
)
def test_the_longest_ending_of_a_title_tells_the_form(title: str, name: str) -> None:
    assert for_title(title)[0].name == name


def test_an_unknown_title_tells_none() -> None:
    assert for_title("重点工作任务完成情况表") == ()


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ('name = "甲表"\ntitles = ["甲表"]\nkind = "account"\nrows = "code"\n', "columns"),
        (
            'name = "乙表"\ntitles = ["乙表"]\nkind = "account"\nrows = "code"\ncolumns = ["合计", "甲"]\nsums = ["合计 = 甲 + 乙"]\n',
            "'乙' names 0 columns",
        ),
    ],
)
def test_a_form_that_breaks_the_rules_is_named(
    table: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "account_tables.toml"
    file.write_text("[[table]]\n" + table, encoding="utf-8")
    monkeypatch.setattr(standard, "_FILE", file)
    with pytest.raises(ResourceError, match=told):
        standards.__wrapped__()


SUBSIDIES = """[[table]]
name = "惠民补贴发放情况表"
titles = ["惠民补贴发放情况表"]
kind = "account"
rows = "name"
columns = ["发放合计|合计", "中央资金", "省级资金", "县级资金|本级资金"]
sums = ["发放合计 = 中央资金 + 省级资金 + 县级资金"]
usual = ["发放合计", "县级资金", "中央资金"]
"""
REPORT = """青禾县2022年惠民补贴发放情况表
单位：万元
项目 发放合计 中央资金 省级资金 县级资金
农机购置补贴 86.00 50.00 36.00
渔业补贴 12.00 12.00
"""


def test_a_researcher_teaches_a_table_without_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "account_tables.toml"
    file.write_text(SUBSIDIES, encoding="utf-8")
    monkeypatch.setattr(standard, "_FILE", file)
    standards.cache_clear()
    try:
        [table] = find_tables(views.normal(REPORT), REPORT)
    finally:
        standards.cache_clear()
    found = {(REPORT[cell.start : cell.end], cell.row, cell.column[-1]) for cell in table.cells}
    assert ("36.00", "农机购置补贴", "县级资金") in found
    assert ("12.00", "渔业补贴", "县级资金") in found
    assert table.kind == "account"


def test_the_example_in_the_readme_is_this_table() -> None:
    readme = (standard._FILE.parent / "README.md").read_text(encoding="utf-8")
    assert all(line in readme for line in SUBSIDIES.splitlines() if not line.startswith("titles"))
