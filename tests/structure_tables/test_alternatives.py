"""Where arithmetic leaves several columns, the cell says so and keeps them."""

from __future__ import annotations

from pipeline import views
from pipeline.structure.tables import find_tables

OPEN = """支出决算表
单位：万元
科目编码 科目名称 本年支出合计 基本支出 项目支出 上缴上级支出 经营支出 对附属单位补助支出
合计 30.00 30.00
208 社会保障和就业支出 30.00 30.00
"""
DECIDED = """一般公共预算财政拨款支出决算表
单位：万元
科目编码 科目名称 本年支出合计 基本支出 项目支出
合计 30.00 10.00 20.00
208 社会保障和就业支出 20.00 20.00
210 卫生健康支出 10.00 10.00
"""


def cells(text: str) -> list[tuple[str, str, float, tuple[str, ...]]]:
    [table] = find_tables(views.normal(text), text)
    return [
        (cell.row, cell.column[-1], cell.confidence, tuple(path[-1] for path in cell.others)) for cell in table.cells
    ]


def test_a_figure_that_fits_several_columns_keeps_them() -> None:
    found = cells(OPEN)
    assert found[0] == ("合计", "本年支出合计", 1.0, ())
    row, column, confidence, others = found[1]
    assert (row, column) == ("合计", "基本支出")
    assert others[0] == "项目支出"
    assert 0.5 < confidence < 1.0


def test_a_part_is_as_open_as_its_total() -> None:
    _, _, (_, _, total, above), (_, _, part, below) = (cells(OPEN)[index] for index in (0, 0, 1, 3))
    assert part <= total
    assert set(above) <= set(below)


def test_what_adds_up_in_one_way_is_sure() -> None:
    assert [found[1:] for found in cells(DECIDED)[3:]] == [
        ("本年支出合计", 1.0, ()),
        ("项目支出", 1.0, ()),
        ("本年支出合计", 1.0, ()),
        ("基本支出", 1.0, ()),
    ]
