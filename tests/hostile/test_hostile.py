"""Whatever the text, the flow reads it: reports that were mangled on the way, and texts made of a report's fragments."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hostile.invariants import check
from tests.hostile.mutations import MUTATIONS, interleaved

FOLDER = Path(__file__).parents[2] / "annotations" / "reports"
REPORTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt"))}
SEVERAL = 8  # seeds of the long test

NUMBERS = (
    "12.5",
    "３.20",
    "1,204",
    "100",
    "0",
    "98.5",
    "-3.1",
    "2021",
    "一百二十",
    "三",
    "两千余",
    "1.2.3",
    "9" * 40,
    "1e5",
    "²",
    "½",
    "٣",
)
UNITS = (
    "万元",
    "元/人",
    "/人",
    "亿",
    "万",
    "%",
    "％",
    "人次",
    "户",
    "分",
    "个百分点",
    "年",
    "月",
    "日",
    "万余人",
    "天",
    "倍",
)
SIGNS = "，。；：、（）()《》“”【】—-~/|≥≤＜*#●①\t 　\n\r\f\u2028"
NAMES = (
    "全县",
    "参保人数",
    "预算执行率",
    "其中",
    "合计",
    "小计",
    "基本支出",
    "桑河县财政局",
    "上年",
    "比上年增长",
    "分别为",
    "不低于",
    "同比",
    "每",
)
HEADINGS = (
    "一、",
    "（二）",
    "3.",
    "第一部分",
    "附件1",
    "目录",
    "存在的问题",
    "下一步工作",
    "绩效自评表",
    "收入支出决算总表",
    "公开01表",
    "单位：万元",
)
ROWS = (
    "项目\t行次\t金额\n",
    "合计\t1\t12.5\n",
    "| 一级指标 | 得分 |\n",
    "产出指标（30分）\n",
    "208  社会保障支出  1.2\n",
    "\t人员编制\n",
    "人员编制 5人 ",
)
FRAGMENTS = st.sampled_from([*NUMBERS, *UNITS, *SIGNS, *NAMES, *HEADINGS, *ROWS])
TEXTS = st.lists(FRAGMENTS, max_size=60).map("".join)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


def mutate(name: str, report: str, seed: int) -> str:
    return MUTATIONS[name](REPORTS[report], random.Random(f"{name} {report} {seed}"))


def reports_for(name: str, count: int) -> list[str]:
    return random.Random(name).sample(list(REPORTS), count)


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_mangled_report_is_read(name: str) -> None:
    for report in reports_for(name, 2):
        check(mutate(name, report, 0))


@pytest.mark.long
@pytest.mark.parametrize("name", MUTATIONS)
def test_every_mangled_report_is_read(name: str) -> None:
    for report in REPORTS:
        for seed in range(1, SEVERAL):
            check(mutate(name, report, seed))


def test_a_table_whose_lines_and_heads_were_joined_is_read() -> None:
    """The total of a part under 其中 may stand in a column without a head."""
    heads = (
        "| 单位：元 || 功能分类科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 || 经营收入 | 附属单位上缴收入 "
        "| 其他收入 |||||||| 小计 | 其中：教育收费 ||||"
    )
    rows = (
        "| 20899 | 其他社会保障和就业支出 | 36,204.50 | 36,204.50 || 2089901 | 其他社会保障和就业支出 | 36,204.50 | 36,204.50 "
        "|| 210 | 卫生健康支出 | 198,432.00 | 198,432.00 || 2101101 | 行政单位医疗 | 198,432.00 | 198,432.00 || 213 | 农林水支出 "
        "| 23,600,595.65 | 3,486,215.40 | 20,114,380.25 || 21303 | 水利 | 23,600,595.65 | 3,486,215.40 | 20,114,380.25 |"
    )
    check(f"{heads}\n{rows}")


@pytest.mark.parametrize("report", REPORTS)
def test_two_reports_interleaved_are_read(report: str) -> None:
    other = list(REPORTS)[list(REPORTS).index(report) - 1]
    check(interleaved(REPORTS[report], REPORTS[other]))


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_fragments_of_reports_are_read(text: str) -> None:
    check(text)


@settings(max_examples=60, deadline=None)
@given(ANY_TEXT)
def test_any_characters_are_read(text: str) -> None:
    check(text)


@pytest.mark.long
@settings(max_examples=5_000, deadline=None)
@given(st.one_of(TEXTS, st.lists(st.one_of(FRAGMENTS, st.text(max_size=3)), max_size=200).map("".join)))
def test_many_fragments_of_reports_are_read(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\t", "|", "||", "\ufeff", "。", "1", "%", "万", "元", "一", "（", "\x00", "\U0001f600"]
)
def test_the_shortest_texts_are_read(text: str) -> None:
    check(text)
