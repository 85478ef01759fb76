"""The forms of resources/account_tables.toml, and what happens when a researcher's addition breaks the file's rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ResourceError
from pipeline.structure.tables import standard
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
