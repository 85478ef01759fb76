"""Whatever a text holds, tables keep to their contract."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import views
from pipeline.structure.tables import find_tables

WORDS = (
    "支出决算表", "公开03表", "单位：万元", "项目", "科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出", "合计",
    "栏次", "行次", "1", "2", "3",
    "208", "20805",
    "2080505", "社会保障和就业支出", "60.00", "1,204.50", "-3.2", "95%", "≥95%", "12场",
    "一级指标", "二级指标", "年度指标值",
    "实际完成值", "分值", "得分", "产出指标", "数量指标（20分）", "义诊场次", "总分",
    "机构名称", "收入合计", "其中：", "上年结转", "年度收入情况（万元）", "局机关",
    "年度资金总额", "全年预算数", "全年执行数", "人员编制 12 实有人数 11",
    "注：本表无数据。", "一、部门概况", "……", "—", "无", "（", "）", "“三公”经费支出决算表",
    "预算数", "决算数", "公务接待费", "落实各项政策，保障群众待遇。完成年度任务，资金使用规范，群众满意。", "联系电话：0799-6600123", "收 入", "支 出",
)  # fmt: skip
MARKS = (" ", "\n", "\n\n", "\t", " | ", "|", "\n\t", " |\n", "\n\n\n", "", "\r\n", "\u3000")

texts = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(MARKS)), max_size=60).map(
    lambda parts: "".join(word + mark for word, mark in parts)
)


@settings(max_examples=150, deadline=None)
@given(texts)
def test_tables_keep_to_their_contract(text: str) -> None:
    tables = find_tables(views.normal(text), text)
    end = 0
    for table in tables:
        assert end <= table.start < table.end <= len(text)
        end = table.end
        assert table.kind in ("account", "form")
        assert [cell.start for cell in table.cells] == sorted(cell.start for cell in table.cells)
        for cell in table.cells:
            assert table.start <= cell.start < cell.end <= table.end
            assert cell.role in ("value", "head", "rule", "prose")
            assert 0 <= cell.row_start <= cell.row_end <= len(text)
            assert 0 <= cell.column_start <= cell.column_end <= len(text)
            assert 0 < cell.confidence <= 1
            assert text[cell.start : cell.end] == text[cell.start : cell.end].strip()
    assert tables == find_tables(views.normal(text), text)
