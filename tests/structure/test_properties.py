"""What holds for every text: nothing is lost, nothing stands twice, offsets lead back, joined lines read the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.records import Layout
from pipeline.structure import structure
from pipeline.structure.lines import width
from pipeline.structure.sentences import sentences
from pipeline.views import normal

SCRAPS = st.sampled_from(
    [
        *(
            "一、",
            "（二）",
            "3.",
            "(4)",
            "①",
            "第一部分",
            "附件1",
            "【",
            "】",
            "- ",
            "**",
            "|",
            "\t",
            " ",
            "　",
            "\n",
            "\n\n",
            "\r\n",
            "\f",
        ),
        *(
            "存在的问题",
            "基本情况",
            "目录",
            "2021年",
            "12.5万元",
            "公开01表",
            "合计",
            "单位：万元",
            "得分",
            "。",
            "；",
            "：",
            "，",
            "“",
            "”",
        ),
        *(
            "全县参保人数为",
            "医療保障",
            "(xiàn)",
            "……",
            "1.2023年",
            "- 5 -",
            "7",
            "扫一扫",
            "签字：",
            "同意",
            "\u2028",
            "\x1c",
            "𠀀",
        ),
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(SCRAPS, max_size=40).map("".join))

PARAGRAPH = (
    "全年组织开展打击欺诈骗保宣传活动十四场，发放宣传折页一万二千余份，在各乡镇便民服务中心设立咨询点，现场解答群众提问。"
    "全县定点医药机构检查实现全覆盖，追回违规使用的医保基金128.46万元，暂停协议5家，约谈负责人31人次，有关线索移交公安机关。"
    "城乡居民基本医疗保险参保人数达到412350人，参保率为96.8%，困难群众参保率保持在百分之百，资助参保资金全部按时拨付到位。"
    "职工医保门诊共济保障改革平稳落地，享受待遇3.2万人次，统筹基金支付386.51万元，群众门诊费用负担明显减轻，满意度继续提高。"
    "医保经办服务下沉到村，二十八项高频事项实现就近办理，全年受理业务45231件，办结率为百分之百，群众少跑路、好办事、快办事。"
)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_character_that_prints_lies_in_exactly_one_block(text: str) -> None:
    layout = structure(text)
    last = 0
    for block in layout.blocks:
        assert last <= block.start < block.end
        assert not text[last : block.start].strip()
        last = block.end
    assert not text[last:].strip()


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_views_lead_back_to_the_report(text: str) -> None:
    layout = structure(text)
    assert len(layout.normal) == len(text)
    for block in layout.blocks:
        for offset, sign in enumerate(block.view.text):
            assert block.start <= block.view.at(offset) < block.end
            assert layout.normal[block.view.at(offset)] == sign


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_sections_form_a_tree_over_the_blocks(text: str) -> None:
    layout = structure(text)
    for index, section in enumerate(layout.sections):
        assert section.start < section.heading_end <= section.end
        above = layout.sections[section.parent] if section.parent >= 0 else None
        assert section.parent < index
        assert section.level == (above.level + 1 if above else 1)
        assert above is None or above.start <= section.start <= section.end <= above.end
    for block in layout.blocks:
        if block.section >= 0:
            assert layout.sections[block.section].start <= block.start < block.end <= layout.sections[block.section].end
        assert block.table < len(layout.tables)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_sentences_leave_out_blanks_only(text: str) -> None:
    last = 0
    for start, end in sentences(normal(text)):
        assert last <= start < end
        assert not text[last:start].strip()
        assert text[start:end] == text[start:end].strip()
        last = end
    assert not text[last:].strip()


def wrap(text: str, columns: int) -> list[str]:
    """A text broken into lines as a page breaks it: at the margin, wherever that falls."""
    lines = [""]
    for sign in text:
        if width(lines[-1] + sign) > columns:
            lines.append("")
        lines[-1] += sign
    return lines


def running(layout: Layout) -> list[tuple[str, tuple[tuple[int, int], ...]]]:
    return [(block.view.text, block.sentences) for block in layout.blocks if block.kind == "paragraph"]


@settings(max_examples=40, deadline=None)
@given(st.integers(25, 40), st.sampled_from(["\n", "\n\n", "\r\n", "\n \n"]), st.integers(0, 4))
def test_a_paragraph_reads_the_same_wherever_its_lines_broke(columns: int, line_break: str, indent: int) -> None:
    printed = "　" * indent + PARAGRAPH
    wrapped = line_break.join(wrap(printed, columns))
    assert running(structure(wrapped)) == running(structure(PARAGRAPH))


@settings(max_examples=40, deadline=None)
@given(st.integers(25, 40), st.integers(1, 4))
def test_a_page_number_between_two_lines_changes_nothing(columns: int, after: int) -> None:
    lines = wrap(PARAGRAPH, columns)
    paged = "\n".join([*lines[:after], "- 7 -", *lines[after:]])
    assert running(structure(paged)) == running(structure(PARAGRAPH))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeff", "。", "一、", "|", "**"])
def test_texts_without_anything_to_read_give_a_layout(text: str) -> None:
    assert structure(text).text == text
