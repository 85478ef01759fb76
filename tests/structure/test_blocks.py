"""The cases of cases/blocks.txt: a report's blocks as a reader sees them."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.structure import structure
from pipeline.views import normal

CASES = Path(__file__).parent / "cases" / "blocks.txt"
KINDS = {"h": "heading", "p": "paragraph", "f": "furniture"}
FLATTENED = "flattened to one line"  # in the name of a case: its blocks stand without line breaks between them
UNREAD = str.maketrans("", "", "⏎")


def reports() -> list[tuple[str, list[tuple[str, str]]]]:
    """The cases: name, and for each block its kind with level and its printed lines."""
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for paragraph in CASES.read_text(encoding="utf-8").split("\n\n")[1:]:
        name, *lines = paragraph.strip().splitlines()
        found.append((name.lstrip("# "), [tuple(line.split(" | ", 1)) for line in lines]))
    return found


@pytest.mark.parametrize(("name", "blocks"), reports(), ids=[name for name, _ in reports()])
def test_blocks_are_as_a_reader_sees_them(name: str, blocks: list[tuple[str, str]]) -> None:
    text = ("" if FLATTENED in name else "\n").join(lines for _, lines in blocks).replace("⏎", "\n")
    layout = structure(text)
    seen = []
    for block in layout.blocks:
        level = str(layout.sections[block.section].level) if block.kind == "heading" else ""
        seen.append((block.kind + level, text[block.start : block.end].replace("\n", "")))
    assert seen == [(KINDS[kind[0]] + kind[1:], lines.translate(UNREAD)) for kind, lines in blocks]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("全年基金收入387\n15.26万元。", "全年基金收入38715.26万元。"),
        ("项 目 支 出 826.4 万元", "项目支出826.4万元"),
        ("收入 826.40 811.90", "收入826.40 811.90"),
        ("人员经费**78.1**万元", "人员经费78.1万元"),
        ("青禾縣(xiàn)醫(yī)療保障局", "青禾县医疗保障局"),
        ("面积12公里(km)", "面积12公里(km)"),
        ("填报人：王某                联系电话：5550123", "填报人:王某 联系电话:5550123"),
    ],
)
def test_running_text_is_read_as_one_line(printed: str, read: str) -> None:
    from pipeline.structure.running import running_view

    lines = []
    start = 0
    for line in printed.split("\n"):
        lines.append((start, start + len(line)))
        start += len(line) + 1
    assert running_view(normal(printed), lines).text == read


def test_a_label_that_a_blank_parts_from_a_heading_leaves_no_empty_block() -> None:
    text = "项目资金情况　（一）资金安排。全年安排20万元。"
    blocks = [text[block.start : block.end] for block in structure(text).blocks]
    assert blocks == ["项目资金情况", "（一）资金安排。", "全年安排20万元。"]


def test_a_line_short_of_the_margin_reads_on_where_a_report_breaks_its_lines() -> None:
    full = (
        "我局坚持每月调度水库巡查进度，按季通报各乡镇完成情况，\n"  # with figures lines print narrower than the margin
    )
    short = "落实经费 3.5 万元、5.5 万元、1.5 万元，其中完\n成坝面整修 12 处，受益 300 户。\n"
    layout = structure("一、工作开展情况\n" + (full * 3 + "全部按期完成。\n") * 8 + full + short)
    assert layout.blocks[-1].view.text.endswith("其中完成坝面整修12处,受益300户。")
