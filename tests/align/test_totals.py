"""Rows of tables that only the title names."""

import pytest

from tests.align.test_align import ask


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("财政拨款“三公”经费支出决算：合计", "three_public.total"),
        ("财政拨款收入支出决算：总计（金额）", "account.fiscal_total"),
        ("财政拨款收入支出决算：本年支出合计（合计）", "account.expenditure.fiscal"),
        ("收入支出决算：总计", "account.grand_total"),
        ("支出决算：合计", "account.expenditure"),
        ("部门决算收支：收入总计", "account.income.total"),
    ],
)
def test_a_row_is_named_by_its_table(name: str, expected: str):
    assert ask(name, "万元", source="table").indicator_id == expected


def test_a_part_of_a_row_is_not_the_row():
    assert ask("财政拨款收入支出决算：本年支出合计（一般公共预算财政拨款）", "万元", source="table").indicator_id == ""


def test_the_last_line_of_a_score_table_is_the_score():
    match = ask("项目支出绩效自评：合计", "分", "score", "项目支出绩效自评表 | 合计 | 得分", source="form")
    assert match.indicator_id == "evaluation.score.project"


def test_a_change_is_told_of_its_subject():
    assert ask("“三公”经费增减率", "%", "change_rate").indicator_id == "three_public.total"
    assert ask("“三公”经费变动率", "%").indicator_id == "three_public.change_rate"
