"""The columns beside the statement: base of a change, period, code of a path, link to the same value in a table."""

from __future__ import annotations

import pytest

from pipeline.ingest import from_text
from pipeline.records import Report, Statement
from pipeline.relate.account_codes import code_of
from pipeline.run import Tools, read_document

HEAD = "云溪县医疗保障局2021年部门整体支出绩效自评报告\n\n一、取得的成效\n"


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools()


def report_of(text: str, tools: Tools) -> Report:
    return read_document(from_text(HEAD + text, "云溪县2021.txt"), tools)


def stated(text: str, tools: Tools) -> list[Statement]:
    return list(report_of(text, tools).statements)


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("培训费支出3万元，比上年减少1万元，下降25%。", ["", "上年", "上年"]),
        ("基金收入900万元，同比增长5%。", ["", "上年同期"]),
        ("会议费支出2万元，较年初预算增加0.5万元。", ["", "年初预算"]),
        ("参保缴费80万元，完成年度任务的98%。", ["", "年度任务"]),
        ("公用经费41万元，占基本支出的20.5%。", ["", "基本支出"]),
        ("收入合计720万元，其中：财政拨款收入700万元，占97.22%。", ["", "", "收入合计"]),
    ],
)
def test_the_base_of_a_change_or_a_share_has_a_column(text: str, bases: list[str], tools: Tools) -> None:
    assert [statement.base for statement in stated(text, tools)] == bases


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("2021年1-5月，基金收入300万元。住院人次800人次。", ["2021-01/2021-05", "2021-01/2021-05"]),
        ("截至2021年9月底，参保人数3万人。全年基金收入900万元。", ["../2021-09", ""]),
        ("2018年以来，累计培训300人次。", ["2018/2021"]),
        ("2021年，基金收入900万元。", [""]),
    ],
)
def test_what_is_not_about_a_year_is_marked(text: str, periods: list[str], tools: Tools) -> None:
    assert [statement.period for statement in stated(text, tools)] == periods


def test_a_printed_path_has_its_code() -> None:
    assert code_of("住房保障支出(类)住房改革支出(款)住房公积金(项)") == "2210201"
    assert code_of("住房改革支出(款)住房公积金(项)") == "2210201"
    assert code_of("行政运行(项)") == ""
    assert code_of("基金收入") == ""


def test_the_same_value_in_prose_and_table_is_linked_and_both_stay(tools: Tools) -> None:
    text = "2021年住房公积金支出12.50万元。\n\n支出决算表\n公开03表\n单位：万元\n科目编码\t科目名称\t本年支出合计\n2210201\t住房公积金\t12.50\n"
    report = report_of(text, tools)
    alike = [one for one in report.statements if one.value == "12.50"]
    assert [one.source for one in alike] == ["text", "table"]
    assert alike[1].same_as == report.statements.index(alike[0])
    assert alike[0].same_as == -1


def test_names_of_a_chain_say_whose_they_are(tools: Tools) -> None:
    text = "职工医保、居民医保基金收入分别为3亿元、5亿元，支出分别为2亿元、4亿元。"
    names = [statement.full_name for statement in stated(text, tools)]
    assert names == ["职工医保基金收入", "居民医保基金收入", "职工支出", "居民支出"]
    text = "职工参保4万人、居民参保38万人，住院报销比例分别达到82%和69%。"
    names = [statement.full_name for statement in stated(text, tools)]
    assert names[2:] == ["职工住院报销比例", "居民住院报销比例"]
