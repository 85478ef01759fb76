"""One good table, whatever flattened it, gives its cells back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from pipeline import views
from pipeline.structure.tables import find_tables

from . import flatten
from .test_flattenings import AMOUNTS
from .ways import WAYS, Sheet, printed

ACCOUNT = Sheet(flatten.TITLE, flatten.HEADS, flatten.account(AMOUNTS), names=2)
SCORES = Sheet(
    "云峰县2022年度项目支出绩效自评表",
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
    [
        ["产出指标", "数量指标", "养护里程", "≥86公里", "92公里", "15", "15"],
        ["", "", "路面修补", "12处", "12处", "10", "10"],
        ["", "质量指标", "验收合格率", "≥98%", "97%", "15", "14"],
        ["", "时效指标", "完工时间", "12月底前", "11月20日", "10", "10"],
        ["效益指标", "经济效益指标", "群众出行成本", "≤40万元", "38.5万元", "20", "19.5"],
        ["满意度指标", "服务对象满意度指标", "沿线群众满意度", "≥90%", "93%", "10", "10"],
    ],
    names=3,
)
FUND = Sheet(
    "2022年云峰县城乡居民基本医疗保险基金预算表",
    ["项目", "上年执行数", "本年预算数", "增减额"],
    [
        ["一、保险费收入", "11,180.00", "11,800.00", "620.00"],
        ["二、财政补贴收入", "20,340.00", "21,000.00", "660.00"],
        ["三、利息收入", "88.00", "90.00", "2.00"],
        ["四、其他收入", "", "5.50", "5.50"],
        ["本年收入合计", "31,608.00", "32,895.50", "1,287.50"],
    ],
    names=1,
)

BUDGET = Sheet(
    "云峰县2023年部门支出总体情况表",
    ["科目编码", "科目名称", "合计", "人员经费", "公用经费", "项目支出"],
    [
        ["", "合计", "1,284.60", "486.20", "61.40", "737.00"],
        ["208", "社会保障和就业支出", "52.60", "52.60", "", ""],
        ["2080505", "机关事业单位基本养老保险缴费支出", "52.60", "52.60", "", ""],
        ["210", "卫生健康支出", "1,195.20", "396.80", "61.40", "737.00"],
        ["2101501", "行政运行", "458.20", "396.80", "61.40", ""],
        ["2101504", "信息化建设", "137.00", "", "", "137.00"],
        ["2101599", "其他医疗保障管理事务支出", "600.00", "", "", "600.00"],
        ["221", "住房保障支出", "36.80", "36.80", "", ""],
        ["2210201", "住房公积金", "36.80", "36.80", "", ""],
    ],
    names=2,
)
SHEETS = {"account": ACCOUNT, "fund": FUND, "scores": SCORES, "budget": BUDGET}


def read(text: str) -> Counter[tuple[str, str, str]]:
    """Figure, row head and last column head of every cell, with how often it was read."""
    found = [cell for table in find_tables(views.normal(text), text) for cell in table.cells]
    return Counter((text[cell.start : cell.end], cell.row, cell.column[-1]) for cell in found if cell.column)


CASES = [(way, name) for way in WAYS for name in SHEETS]


@pytest.mark.parametrize(("way", "name"), CASES, ids=lambda part: getattr(part, "__name__", part))
def test_every_way_gives_the_cells_back(
    way: Callable[[Sheet], str], name: str, record_property: Callable[[str, object], None]
) -> None:
    expected = Counter(printed(SHEETS[name]))
    found = read(way(SHEETS[name]))
    recovered, invented = (found & expected).total(), (found - expected).total()
    record_property("recovered", f"{recovered} of {expected.total()}, {invented} invented")
    assert recovered >= WAYS[way] * expected.total()
    assert invented <= (1 - WAYS[way]) * expected.total()
