"""What titles tell, by the phrases of headings.csv."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ResourceError
from pipeline.resources.headings import HEADINGS, headings, read_phrases
from pipeline.resources.tables import read_rows
from pipeline.views import normal


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("存在的主要问题及原因分析", "problems"),
        ("偏离绩效目标的原因和下一步改进措施", "measures"),
        ("绩效自评结果拟应用和公开情况", "measures"),
        ("部门（单位）整体支出绩效情况", "achievements"),
        ("年度部门（单位）总体运行情况及取得的成绩", "achievements"),
        ("项目资金使用及管理情况", "finance"),
        ("一般公共预算财政拨款支出决算具体情况说明", "finance"),
        ("预算绩效管理工作的开展情况说明", "evaluation"),
        ("评价对象和范围", "evaluation"),
        ("下一步重点工作", "measures"),
        ("本部门（单位）年度主要工作任务：", "goals"),
        ("部门主要职责", "duties"),
        ("县医疗保障局设下列内设机构：", "profile"),
        ("其他需要说明的问题", "closing"),
        ("相关口径说明", "glossary"),
    ],
)
def test_titles_tell_by_their_end(title: str, label: str) -> None:
    cue = headings().cue(normal(title))
    assert cue is not None
    assert cue.label == label


@pytest.mark.parametrize(
    "title", ["加强预算管理", "强化资金使用绩效", "惠民政策落实落地", "严抓基础，征缴目标", "大病保险", ""]
)
def test_topics_tell_nothing(title: str) -> None:
    assert headings().cue(normal(title)) is None


def test_each_phrase_tells_its_own_example() -> None:
    examples = [(row["cue"], row["label"], row["example"]) for row in read_rows(HEADINGS, ("cue", "label", "example"))]
    for phrase, label, example in examples:
        cue = headings().cue(normal(example.split("、")[-1] if example[1:2] == "、" else example))
        assert cue is not None, phrase
        assert cue.label == label, phrase


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("plans,目标,,年度目标", "needs a label"),
        ("goals,目标,,年度任务", "does not hold"),
        ("goals,目标,,年度目标\nfinance,目标,,资金目标", "stands twice"),
    ],
)
def test_a_broken_table_names_its_line(tmp_path: Path, row: str, message: str) -> None:
    table = tmp_path / "headings.csv"
    table.write_text("label,cue,general,example\n" + row + "\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=rf"headings.csv:\d.*{message}"):
        read_phrases(table)
