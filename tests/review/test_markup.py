"""Marks in a report become rows of its layers."""

from __future__ import annotations

import pytest

from pipeline.errors import ResourceError
from pipeline.review.markup import Layers, read_marked

KNOWN = {"insured.rate", "satisfaction.public"}
HEAD = "county 云溪县\nyear 2020\nreport_type work_report\n====\n⟬achievements⟭\n"


def layers(marked: str) -> Layers:
    return read_marked(HEAD + marked, "云溪.txt", KNOWN)[1]


def said(marked: str, *columns: str) -> list[tuple[object, ...]]:
    return [tuple(row[column] for column in columns) for row in layers(marked)["observations"]]


def test_marks_vanish_from_the_text() -> None:
    text, _ = read_marked(HEAD + "⟪参保率¦insured.rate⟫达到⟦95.2%⟧\t|【注】{a}[b]<c>。\n", "云溪.txt", KNOWN)
    assert text == "参保率达到95.2%\t|【注】{a}[b]<c>。\n"


def test_value_measures_the_name_before_it() -> None:
    found = said("⟪参保率¦insured.rate⟫达到⟦95.2%⟧。", "indicator_text", "value", "unit", "measure", "year")
    assert found == [("参保率", "95.2", "%", "actual", "2020")]


def test_name_may_follow_or_be_pointed_at() -> None:
    marked = "⟦133家¦@>⟧⟪参保单位¦NIL⟫；⟪补偿面¦#面 NIL⟫与⟪补偿率¦#率 NIL⟫分别为⟦72%¦@面⟧和⟦82%¦@率⟧。"
    assert said(marked, "indicator_text", "value") == [("参保单位", "133"), ("补偿面", "72"), ("补偿率", "82")]


def test_part_names_its_total_even_when_the_total_follows() -> None:
    assert said("⟪甲¦NIL⟫⟦3人¦<合⟧，⟪乙¦NIL⟫⟦4人¦<合⟧，⟪合计¦NIL⟫⟦7人¦#合⟧。", "id", "part_of") == [
        ("o1", "o3"),
        ("o2", "o3"),
        ("o3", ""),
    ]


def test_one_value_may_measure_two_names() -> None:
    marked = "⟪办复率¦#办 NIL⟫和⟪满意率¦#满 NIL⟫均为⟦100%¦@办 ; @满⟧。"
    assert said(marked, "id", "indicator_text", "value") == [("o1", "办复率", "100"), ("o2", "满意率", "100")]


def test_decrease_is_negative_in_the_observation_only() -> None:
    read = layers("⟪支出¦NIL⟫比上年减少⟦4.07万元¦change-⟧。")
    assert [row["value"] for row in read["entities"]] == ["4.07"]
    assert [row["value"] for row in read["observations"]] == ["-4.07"]


def test_unit_comes_from_the_head_or_the_neighbours() -> None:
    read = layers("人员编制 ⟪编制¦NIL⟫⟦39¦[人]⟧，⟪配套¦NIL⟫⟦34982¦[万元] elided⟧，⟪结余¦NIL⟫⟦4亿元⟧")["entities"]
    assert [(row["value"], row["unit"], row["unit_source"]) for row in read] == [
        ("39", "人", "header"),
        ("34982", "万元", "elided"),
        ("40000", "万元", "text"),
    ]


def test_segments_end_at_white_space_and_equal_neighbours_join() -> None:
    read = layers("成绩。\n\n⟬achievements⟭\n又一项。⟬problems⟭不足。\n")["segments"]
    assert [(row["start"], row["end"], row["label"]) for row in read] == [(0, 9, "achievements"), (9, 12, "problems")]


def test_form_cells_take_the_columns_in_order() -> None:
    marked = """⟬form 自评表 ¦ 目标值 target ¦ 完成值 ¦ 得分 score [分]⟭
⦅指标1.⟪参保率¦insured.rate⟫（⟦9分¦points⟧）⦆ | ≥⟦95%¦ge⟧ | ⟦96.1%⟧ | ⟦9⟧
⦅指标2.⟪满意度¦satisfaction.public⟫⦆ | 较高 | ⟦93%¦/2⟧ | ⟦8.5⟧
⟬end⟭
"""
    assert [(row["row"], row["column"], row["value"]) for row in layers(marked)["cells"]] == [
        ("指标1.参保率（9分）", "目标值", "95"),
        ("指标1.参保率（9分）", "完成值", "96.1"),
        ("指标1.参保率（9分）", "得分", "9"),
        ("指标2.满意度", "完成值", "93"),
        ("指标2.满意度", "得分", "8.5"),
    ]
    assert [measure for (measure,) in said(marked, "measure")] == [
        "points",
        "target",
        "actual",
        "score",
        "actual",
        "score",
    ]


def test_cell_names_its_row_where_a_column_stands_behind_its_rows() -> None:
    marked = """⟬account 收支表 ¦ 万元 ¦ row 预算数 决算数⟭
⦅一、收入⦆
⦅二、支出⦆
预算数⟬_⟭
⟦30.00¦/1 &1⟧
⟦20.00¦/1 &2⟧
⟬end⟭
"""
    cells = layers(marked)["cells"]
    assert [(row["row"], row["column"], row["value"]) for row in cells] == [
        ("一、收入", "预算数", "30.00"),
        ("二、支出", "预算数", "20.00"),
    ]


def test_account_in_yuan_is_told_in_ten_thousands() -> None:
    marked = "⟬account 支出决算表 ¦ 元 ¦ row 本年支出合计⟭\n| 合计 | 1,268,340.75 |\n⟬end⟭\n"
    assert [(row["value"], row["unit"]) for row in layers(marked)["cells"]] == [("126.834075", "万元")]


def test_account_rows_are_read_by_themselves() -> None:
    marked = """⟬account 支出决算表 ¦ 万元 ¦ code row 本年支出合计 基本支出 项目支出⟭
合计 50.12 40.00 10.12
2101501 行政 运行\t\t40.00\t
2101502 一般行政管理事务 10.12 10.12⟬code row 1 3⟭
| 2101506 | 医疗保障经办事务 | 3.20 | | 3.20 |
⟬end⟭
"""
    marked = marked.replace("2101501 行政 运行", "2101501\t行政 运行")
    read = [(row["row_code"], row["row"], row["column"], row["value"]) for row in layers(marked)["cells"]]
    assert read == [
        ("", "合计", "本年支出合计", "50.12"),
        ("", "合计", "基本支出", "40.00"),
        ("", "合计", "项目支出", "10.12"),
        ("2101501", "行政运行", "基本支出", "40.00"),
        ("2101502", "一般行政管理事务", "本年支出合计", "10.12"),
        ("2101502", "一般行政管理事务", "项目支出", "10.12"),
        ("2101506", "医疗保障经办事务", "本年支出合计", "3.20"),
        ("2101506", "医疗保障经办事务", "项目支出", "3.20"),
    ]


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        ("拨付⟦一大笔⟧", "云溪.txt:6: what “一大笔” is worth has to be told"),
        ("好\n拨付⟦3万元", "云溪.txt:7: ⟦ is not closed"),
        ("⟦3万元⟧", "no indicator"),
        ("⟪甲¦NIL⟫⟦3万元¦bugdet⟧", "“bugdet” is no word of the markup"),
        ("⟪甲¦insured.rat⟫⟦3%⟧", "insured.rat is no id of the taxonomy"),
        ("⟪甲¦NIL⟫⟦3万元¦<总⟧", "no value is labelled #总"),
        ("⟬achivements⟭", "“achivements” is no direction"),
        ("⟬account 表 ¦ 万元 ¦ code row 甲 乙⟭\n208 支出 3.00\n⟬end⟭\n", "3 fields for 4 columns"),
    ],
)
def test_error_names_file_line_and_fault(marked: str, message: str) -> None:
    with pytest.raises(ResourceError) as raised:
        read_marked(HEAD + marked, "云溪.txt", KNOWN)
    assert message in raised.value.message
