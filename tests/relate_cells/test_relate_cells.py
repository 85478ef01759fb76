"""What figures in tables state: a text with its tables in, statements out."""

from __future__ import annotations

import pytest

from pipeline import views
from pipeline.records import Entity, Facts, Layout, Statement
from pipeline.relate.cells import relate_cells
from pipeline.relate.cells.measures import measure_of
from pipeline.relate.cells.names import name_span
from pipeline.structure.tables import find_tables

FACTS = Facts(year=2022)


def statements(text: str, *types: str) -> tuple[list[Statement], list[Entity]]:
    """Statements of a text whose every cell holds one figure; ``types`` are the types of figures that are no MONEY."""
    tables = find_tables(views.normal(text), text)
    entities = [
        Entity(start=cell.start, end=cell.end, type=kind_of(text[cell.start : cell.end], cell.unit), value="1",
               unit=cell.unit, table=t, cell=c)
        for t, table in enumerate(tables)
        for c, cell in enumerate(table.cells)
    ]  # fmt: skip
    layout = Layout(text=text, normal=views.normal(text), tables=tables)
    found, _ = relate_cells(layout, (), tuple(entities), FACTS)
    return found, entities


def kind_of(figure: str, unit: str) -> str:
    if figure.endswith("%") or unit == "%":
        return "PERCENT"
    return {"分": "SCORE", "人": "PERSON_COUNT", "万元": "MONEY"}.get(unit, "SCORE" if "分" in figure else "COUNT")


def told(text: str) -> list[tuple[str, str, str, str, str]]:
    """Indicator, measure, year, printed figure and the printed figure of the whole, statement by statement."""
    found, entities = statements(text)
    printed = [text[entity.start : entity.end] for entity in entities]
    return [
        (
            text[s.start : s.end],
            s.measure,
            s.year,
            printed[s.entity],
            printed[found[s.part_of].entity] if s.part_of >= 0 else "",
        )
        for s in found
    ]


TARGETS = """某项目绩效自评表
一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分
产出指标（50分）\t数量指标\t指标1：开展巡回义诊\t≥12场\t14场\t20\t20
\t质量指标（20分）\t群众满意率（10分）\t≥90%\t93%\t10\t9
"""

INCOME = """年度收入情况（万元）
机构名称\t收入合计\t其中：\t\t
\t\t上年结转\t公共财政拨款\t其他收入
局机关\t919\t50\t825\t44
"""

ACCOUNT = """支出决算表
单位：万元
科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
合计\t\t930.00\t410.00\t520.00
213\t农林水支出\t930.00\t410.00\t520.00
21302\t林业和草原\t930.00\t410.00\t520.00
2130201\t行政运行\t410.00\t410.00\t
"""

FUNDS = """项目支出绩效自评表
项目资金（万元）\t\t上年预算数\t全年预算数\t全年执行数\t执行率
\t年度资金总额\t80\t100\t90\t90%
\t其中：财政拨款\t80\t100\t90\t90%
\t其他资金\t\t\t\t
"""


def test_a_target_table_tells_target_actual_points_and_score() -> None:
    assert told(TARGETS) == [
        ("产出指标", "points", "2022", "产出指标（50分）", ""),
        ("巡回义诊", "target", "2022", "≥12场", ""),
        ("巡回义诊", "actual", "2022", "14场", ""),
        ("巡回义诊", "points", "2022", "20", ""),
        ("巡回义诊", "score", "2022", "20", ""),
        ("质量指标", "points", "2022", "质量指标（20分）", "产出指标（50分）"),
        ("群众满意率", "points", "2022", "群众满意率（10分）", "质量指标（20分）"),
        ("群众满意率", "target", "2022", "≥90%", ""),
        ("群众满意率", "actual", "2022", "93%", ""),
        ("群众满意率", "points", "2022", "10", ""),
        ("群众满意率", "score", "2022", "9", ""),
    ]


YEARS = """2022年青禾县城乡居民基本医疗保险基金收支情况表
单位：万元
项目\t上年预算数\t上年执行数\t本年预算数
利息收入\t86.20\t88.00\t90.00
"""
YEARS_OVER_TWO = YEARS.replace("\t上年预算数\t上年执行数\t本年预算数", "\t上年\t\t本年\n\t预算数\t执行数\t预算数")


@pytest.mark.parametrize("table", [YEARS, YEARS_OVER_TWO, YEARS.replace("\t", " "), YEARS.replace("\t", " | ")])
def test_heads_of_the_year_before_are_prior_whatever_was_planned_or_done(table: str) -> None:
    assert told(table) == [
        ("利息收入", "prior", "2021", "86.20", ""),
        ("利息收入", "prior", "2021", "88.00", ""),
        ("利息收入", "budget", "2022", "90.00", ""),
    ]


def test_columns_under_qizhong_are_parts_of_the_total_left_of_them() -> None:
    assert told(INCOME) == [
        ("收入合计", "actual", "2022", "919", ""),
        ("上年结转", "actual", "2022", "50", "919"),
        ("公共财政拨款", "actual", "2022", "825", "919"),
        ("其他收入", "actual", "2022", "44", "919"),
    ]


def test_account_codes_tell_the_whole() -> None:
    found, _ = statements(ACCOUNT)
    wholes = {(s.code, s.full_name): found[s.part_of].code if s.part_of >= 0 else None for s in found}
    assert wholes["213", "支出决算：农林水支出（项目支出）"] == ""
    assert wholes["21302", "支出决算：林业和草原（基本支出）"] == "213"
    assert wholes["2130201", "支出决算：行政运行（本年支出合计）"] == "21302"


def test_fund_rows_tell_budget_prior_actual_and_completion() -> None:
    assert told(FUNDS) == [
        ("年度资金总额", "prior", "2021", "80", ""),
        ("年度资金总额", "budget", "2022", "100", ""),
        ("年度资金总额", "actual", "2022", "90", ""),
        ("年度资金总额", "completion", "2022", "90%", ""),
        ("财政拨款", "prior", "2021", "80", "80"),
        ("财政拨款", "budget", "2022", "100", "100"),
        ("财政拨款", "actual", "2022", "90", "90"),
        ("财政拨款", "completion", "2022", "90%", ""),
    ]


def test_a_year_in_the_column_head_is_the_year_of_its_figures() -> None:
    text = "基金预算表\n单位：万元\n项目\t2023年执行数\t2024年预算数\n利息收入\t86\t90\n"
    assert [(measure, year) for _, measure, year, _, _ in told(text)] == [("actual", "2023"), ("budget", "2024")]


@pytest.mark.parametrize(
    ("head", "measure"),
    [
        ("年初预算数", "budget"), ("调整预算数", "budget"), ("决算数", "actual"), ("全年执行数(B)", "actual"),
        ("预算执行率(%)", "completion"), ("完成预算的%", "completion"), ("得分率", "completion"), ("年度指标值", "target"),
        ("年度任务", "target"), ("实际完成值", "actual"), ("完成情况", "actual"), ("分值", "points"), ("权重", "points"),
        ("自评得分", "score"), ("上年决算数", "prior"), ("比上年增减(%)", "change_rate"), ("增减额", "change"), ("占比", "share"),
        ("上年结转", ""), ("一般公共预算财政拨款", ""), ("基本支出", ""),
    ],
)  # fmt: skip
def test_heads_name_measures(head: str, measure: str) -> None:
    assert measure_of(head) == measure


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("指标1：完成移民户搬迁安置。", "移民户搬迁安置"), ("指标2.受训学员就业率达85%以上", "受训学员就业率"),
        ("其中：本级财力安排", "本级财力安排"),
        ("部门预算公开（8分）", "部门预算公开"), ("“三公”经费控制率", "“三公”经费控制率"), ("1.一般公共服务支出", "一般公共服务支出"),
        ("年度资金总额:", "年度资金总额"),

        ("公务用车\n合计", "公务用车"), ("办证", "办证"),
    ],
)  # fmt: skip
def test_the_span_of_a_name_leaves_out_what_a_template_adds(head: str, name: str) -> None:
    text = views.normal(head)
    start, end = name_span(text, 0, len(text))
    assert head[start:end] == name


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        # years over figures: the row is what is measured, and years past are told for comparison
        ("情况表\n项目\t2021年\t2022年\n门诊人次\t8\t9\n", [("门诊人次", "prior", "2021"), ("门诊人次", "actual", "2022")]),
        # a named total is what is measured, a bare one leaves it to the column
        ("支出决算表\n单位：万元\n项目\t合计\t基本支出\n本年支出合计\t9\t4\n", [("本年支出合计", "actual", "2022")] * 2),
        ("支出决算表\n单位：万元\n项目\t本年支出\t基本支出\n合计\t9\t4\n", [("本年支出", "actual", "2022"), ("基本支出", "actual", "2022")]),
        # no row heads at all: 三公 tables of one line
        ("“三公”经费支出决算表\n单位：万元\n预算数\t\t决算数\t\n合计\t公务接待费\t合计\t公务接待费\n4.0\t3.5\t2.0\t1.5\n",
         [("合计", "budget", "2022"), ("公务接待费", "budget", "2022"), ("合计", "actual", "2022"), ("公务接待费", "actual", "2022")]),
    ],
)  # fmt: skip
def test_the_head_that_names_a_thing_is_the_indicator(table: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(name, measure, year) for name, measure, year, _, _ in told(table)] == expected
