"""Numbers at the head of a line, and what only looks like one."""

from __future__ import annotations

import pytest

from pipeline.structure.marks import find_mark, han_value
from pipeline.views import normal


@pytest.mark.parametrize(
    ("line", "scheme", "value"),
    [
        ("第三部分 名词解释", "part", 3),
        ("附件2 绩效自评表", "annex", 2),
        ("十二、国有资产占用情况", "han", 12),
        ("（二十一）其他", "han_bracket", 21),
        ("( 三 ) 内设机构", "han_bracket", 3),
        ("3．监管情况", "arabic", 3),
        ("4、资金情况", "arabic", 4),
        ("1.2023年追加工资", "arabic", 1),
        ("（5）质量指标", "arabic_bracket", 5),
        ("③日常稽核", "circle", 3),
        ("2.1 资金到位情况", "outline", 2),
        ("【医疗救助】全年救助", "square", 0),
        ("- 二、单位构成", "han", 2),
        ("● 参保扩面", "bullet", 0),
    ],
)
def test_numbers_are_read_in_every_scheme(line: str, scheme: str, value: int) -> None:
    mark = find_mark(normal(line))
    assert mark is not None
    assert (mark.scheme, mark.value) == (scheme, value)


@pytest.mark.parametrize(
    "line",
    [
        "3.5万元",
        "12.48万元，占100%",
        "16.00 万元，支出决算为",
        "4.5 个百分点，主要是",
        "2021年度",
        "三、四季度支出",
        "一、二级指标",
        "附件所列资金用于救助，按月拨付。",
        "-12.5",
        "96.8%",
        "（含生育）",
        "一是扩面",
    ],
)
def test_figures_and_words_are_no_numbers(line: str) -> None:
    assert find_mark(normal(line)) is None


def test_ordinals_count_to_ninety_nine() -> None:
    numerals = ["一", "九", "十", "十一", "二十", "三十五", "九十九"]
    assert [han_value(numeral) for numeral in numerals] == [1, 9, 10, 11, 20, 35, 99]
