"""A long report, pages of prose and tables in every layout, costs in proportion to its length."""

from __future__ import annotations

from time import process_time

import pytest

from pipeline.structure import structure

from .golden import cases

PROSE = (
    "二、工作情况\n（一）参保情况。全县城乡居民参保271185人，参保率稳步提高，筹资总额2.17亿元。\n"
    "（二）救助情况。拨付救助资金415.6万元，救助困难群众2992人次；待遇按时足额发放，群众负担减轻。\n"
) * 12
MILLIONS = 1.7  # characters of the long report: 5 MB of Chinese in UTF-8
ALLOWED = 1.6  # times the growth: clocks of busy machines are rough


def seconds(text: str) -> float:
    begin = process_time()
    structure(text)
    return process_time() - begin


@pytest.mark.long
def test_five_megabytes_cost_ten_times_a_tenth() -> None:
    page = "\n\n".join(f"{PROSE}\n{case.text}" for case in cases())
    short = page * (170_000 // len(page) + 1)
    small, large = seconds(short), seconds(short * 10)
    print(f"{large:.1f} for {10 * len(short) / 1e6:.1f} million characters")  # noqa: T201 -- the seconds, for pytest -rP
    assert 10 * len(short) >= MILLIONS * 1_000_000
    assert large < ALLOWED * 10 * small
