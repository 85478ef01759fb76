"""The cost grows with the length of the text and no faster, whatever the text is made of."""

from __future__ import annotations

from time import process_time

import pytest

import pipeline
from pipeline.extract import quantities

HOSTILE = [
    "1", "一", "(", "半", "万", "年", "第", "每", "“", "《一个", "1,", "1.", "1 ", "1-", "1至", "一至", "几十", "上千",
    "1、", "1家", "一家", "1,234,", "1.1.1", "百分之", "2020年", "1月1日", "1元/人/", "分别1、", "2.5、", "不低于", "\n",
    "1天", "1e1", "一天一", "1 分 之", "￥1", "两", "1块", "2021.01-", "1×10^",
    "五元六角-", "从2017-2019", "打对折", "2011 03 09", "县里一共为参保的群众报销了医药费12\n3.5万元",
]  # fmt: skip


def cost(text: str) -> float:
    """The quickest of three readings, in seconds of this process alone."""
    best = float("inf")
    for _ in range(3):
        begin = process_time()
        quantities(text, 2022)
        best = min(best, process_time() - begin)
    return best


@pytest.mark.parametrize("piece", HOSTILE)
def test_ten_times_the_text_costs_about_ten_times_as_much(piece: str) -> None:
    short = piece * (2_000 // len(piece))
    assert cost(short * 10) < 40 * max(cost(short), 2e-5)


@pytest.mark.parametrize("character", ["1", "一", "(", "半", "（", " ", "|"])
def test_a_megabyte_of_one_character_is_read(character: str) -> None:
    assert quantities(character * 1_000_000) == ()


@pytest.mark.parametrize("piece", ["| 3 ", "| 个 | 5 ", "3家 ", "1 2 0万", "不低于的", "高于的标准", "3(含", "3\n元\n"])
def test_bounds_and_cells_cost_no_more_than_their_length(piece: str) -> None:
    short = piece * (2_000 // len(piece))
    assert cost(short * 10) < 40 * max(cost(short), 2e-5)


@pytest.mark.long
@pytest.mark.parametrize("character", ["1", "一", "(", "（", "|", "1 ", "1\n"])
def test_ten_megabytes_of_one_piece_are_read_with_layout_or_without(character: str) -> None:
    text = character * (10_000_000 // len(character))
    begin = process_time()
    assert quantities(text) == ()
    assert pipeline.quantities(text) == ()
    assert process_time() - begin < 300
