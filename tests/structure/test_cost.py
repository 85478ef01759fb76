"""Cost grows with the length of a text, whatever it is made of."""

from __future__ import annotations

import pytest

from pipeline.classify import classify
from pipeline.records import Layout
from pipeline.structure import (
    Page,
    build_blocks,
    find_furniture,
    find_mark,
    find_paragraphs,
    make_items,
    part_glued_numbers,
    split_lines,
)
from pipeline.views import normal
from tests.cost import in_proportion

SMALL = 6_000  # characters
TIMES = 10

UNITS = {
    "one line": "全年基金收入一千二百万元",
    "one line of digits": "1234567890",
    "one line of numerals": "一",
    "one line of headings": "一、基本情况",
    "sentences": "参保率稳步提高。",
    "opening brackets": "（",
    "brackets and quotes that never match": "（“】」",
    "short lines": "一\n",
    "blank lines": " \n",
    "blanks": " ",
    "wrapped lines": "全县城乡居民基本医疗保险参保人数稳中有升困难群众应保尽保\n",
    "numbered lines": "一、存在的问题\n",
    "contents": "目录\n",
    "parts": "第一部分\n",
    "page numbers": "- 12 -\n",
    "signatures": "青禾县医疗保障局\n2021年7月1日\n",
    "scraps of a table": "合计\n12.5\n",
    "bars": "|",
    "bars and cells": "| 目标 | 12 |\n",
    "bold marks": "**",
    "pinyin": "县(xi",
}


def read(text: str) -> None:
    """Structure without its tables, which have a test of their own, and segments."""
    reading = normal(text)
    lines = part_glued_numbers(reading, split_lines(reading, [(0, len(text))]))
    marks = [find_mark(reading, line.start, line.end) for line in lines]
    furniture = find_furniture(reading, lines, marks)
    paragraphs = find_paragraphs(Page.of(text, reading, lines, marks), furniture, ())
    items = make_items(reading, paragraphs, [lines[index] for index in sorted(furniture)], ())
    blocks, sections = build_blocks(reading, items, ())
    classify(Layout(text=text, normal=reading, blocks=blocks, sections=sections))


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_ten_times_the_text_takes_ten_times_the_time(unit: str) -> None:
    read(unit)
    text = unit * (SMALL // len(unit))
    assert in_proportion(lambda: read(text), lambda: read(text * TIMES), TIMES)
