"""Cost grows with the length of a text, whatever stands in it, and running text costs next to nothing."""

from __future__ import annotations

import pytest

from pipeline.structure.tables import find_tables
from tests.cost import in_proportion, seconds

from . import flatten
from .test_flattenings import AMOUNTS

LENGTH = 150_000
GROWTH = 5  # times the text
LONG = [
    "1", "一", "(", "|", "\t", "a ", "单位:万元\n", "一级指标", "一级指标 目标值\n", "1 2\n", "|a", "项 目 \n", "1 |\n", "\t1\n",
    "人员编制 12 ", "a\tb\n", "合计 1.00\n", "208 教育 1.00 1.00\n",
]  # fmt: skip


@pytest.mark.parametrize("piece", LONG, ids=repr)
def test_cost_grows_with_length(piece: str) -> None:
    short = piece * (LENGTH // GROWTH // len(piece))
    assert in_proportion(lambda: find_tables(short), lambda: find_tables(short * GROWTH), GROWTH)


@pytest.mark.parametrize("way", flatten.WAYS, ids=lambda way: way.__name__)
def test_cost_of_tables_grows_with_their_number(way) -> None:  # type: ignore[no-untyped-def]
    short = "\n\n".join([way(flatten.account(AMOUNTS))] * 30)
    long = "\n\n".join([short] * GROWTH)
    assert in_proportion(lambda: find_tables(short), lambda: find_tables(long), GROWTH)


def test_running_text_is_skipped() -> None:
    prose = "全县城乡居民参保183406人，筹资总额1.46亿元；拨付救助资金308.2万元，救助困难群众1875人次。\n" * 2_000
    rows = "208 社会保障和就业支出 1.00 1.00\n" * (len(prose) // 24)
    assert any(2 * seconds(lambda: find_tables(prose)) < seconds(lambda: find_tables(rows)) for _ in range(4))
