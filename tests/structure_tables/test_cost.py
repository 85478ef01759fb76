"""Cost grows with the length of a text, whatever stands in it, and running text costs next to nothing."""

from __future__ import annotations

import time

import pytest

from pipeline.structure.tables import find_tables

from . import flatten
from .test_flattenings import AMOUNTS

LENGTH = 150_000
GROWTH = 4  # times the text
ALLOWED = 3  # times the growth: clocks of busy machines are rough, quadratic cost would be sixteen times
LONG = [
    "1", "一", "(", "|", "\t", "a ", "单位:万元\n", "一级指标", "一级指标 目标值\n", "1 2\n", "|a", "项 目 \n", "1 |\n", "\t1\n",
    "人员编制 12 ", "a\tb\n", "合计 1.00\n", "208 教育 1.00 1.00\n",
]  # fmt: skip


def seconds(text: str) -> float:
    begin = time.process_time()
    find_tables(text)
    return time.process_time() - begin


@pytest.mark.parametrize("piece", LONG, ids=repr)
def test_cost_grows_with_length(piece: str) -> None:
    short = piece * (LENGTH // GROWTH // len(piece))
    assert seconds(short * GROWTH) < ALLOWED * GROWTH * max(seconds(short), 0.02)


@pytest.mark.parametrize("way", flatten.WAYS, ids=lambda way: way.__name__)
def test_cost_of_tables_grows_with_their_number(way) -> None:  # type: ignore[no-untyped-def]
    short = "\n\n".join([way(flatten.account(AMOUNTS))] * 30)
    assert seconds("\n\n".join([short] * GROWTH)) < ALLOWED * GROWTH * max(seconds(short), 0.02)


def test_running_text_is_skipped() -> None:
    prose = "全县城乡居民参保183406人，筹资总额1.46亿元；拨付救助资金308.2万元，救助困难群众1875人次。\n" * 10_000
    assert len(prose) / seconds(prose) > 1_000_000  # characters a second, half of what an idle machine does
