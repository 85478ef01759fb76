"""Running text in a form is no matter of its tables: its label heads it."""

from __future__ import annotations

import pytest

from pipeline.classify import classify
from pipeline.structure import structure

TABLE = """云峰县2022年度项目支出绩效自评表
一级指标\t二级指标\t年度指标值\t实际完成值\t分值\t得分
产出指标\t养护里程\t86公里\t92公里\t30\t30
效益指标\t事故下降率\t5%\t6%\t30\t30
总分\t\t\t\t60\t60
"""
FIELDS = {
    "conclusion": "自评结论\t本项目自评得分97.5分，等级为优。各项任务按计划完成，资金使用合规。",
    "problems": "存在问题\t一是前期准备不足，雨季返工2处。二是资料归档不及时，影响验收进度。",
    "measures": "改进措施\t1.提前备料，缩短工期。2.按月归档，由专人负责核对。",
}
FORM = TABLE + "\n".join(FIELDS.values()) + "\n"
MARKS = ["\t", " | ", " "]


@pytest.mark.parametrize("mark", MARKS, ids=repr)
def test_fields_of_running_text_leave_the_table(mark: str) -> None:
    text = "\n".join(mark.join(filter(None, line.split("\t"))) for line in FORM.splitlines())
    [table] = structure(text).tables
    assert table.end <= text.index("自评结论")
    assert len(table.cells) == 10


@pytest.mark.parametrize("mark", MARKS, ids=repr)
def test_labels_tell_what_the_text_is(mark: str) -> None:
    text = FORM.replace("\t\t\t\t", "\t").replace("\t", mark)
    segments = classify(structure(text))
    for label, field in FIELDS.items():
        middle = text.index(field.partition("\t")[2]) + 12
        assert [piece.label for piece in segments if piece.start <= middle < piece.end] == [label]


def test_two_texts_side_by_side_keep_their_own_labels() -> None:
    text = (
        "云峰县2022年度项目支出绩效自评表\n一级指标\t二级指标\t年度指标值\t实际完成值\n产出指标\t养护里程\t86公里\t92公里\n"
        "年度总体目标\t预期目标\t实际完成情况\n"
        "\t完成农村公路日常养护86公里，处治病害12处。保障全年安全畅通，群众出行满意。"
        "\t全年实际养护92公里，处治病害12处。沿线群众满意度93%，未发生安全责任事故。\n"
    )
    segments = classify(structure(text))
    found = {word: next(s.label for s in segments if s.start <= text.index(word) < s.end) for word in ("保障", "沿线")}
    assert found == {"保障": "goals", "沿线": "achievements"}
