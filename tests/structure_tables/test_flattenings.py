"""One table, whatever flattened it, gives the same cells."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import views
from pipeline.structure.tables import find_tables

from . import flatten
from .flatten import Grid

AMOUNTS = {
    "207": ("文化旅游体育与传媒支出", 0, 0),
    "20701": ("文化和旅游", 0, 0),
    "2070101": ("行政运行", 41_230, 0),
    "2070109": ("群众文化", 0, 18_875),
    "208": ("社会保障和就业支出", 0, 0),
    "20805": ("行政事业单位养老支出", 0, 0),
    "2080505": ("机关事业单位基本养老保险缴费支出", 6_047, 0),
    "213": ("农林水支出", 0, 0),
    "21305": ("巩固脱贫攻坚成果衔接乡村振兴", 0, 0),
    "2130599": ("其他巩固脱贫攻坚成果衔接乡村振兴支出", 300, 9_950),
}


def read(text: str) -> set[tuple[str, str, str, str]]:
    """Value, row, code and column of every cell, and that title and unit were read."""
    [table] = find_tables(views.normal(text), text)
    assert (table.title, table.kind, table.unit) == (flatten.TITLE, "account", "万元")
    return {(text[c.start : c.end], c.row, c.row_code, c.column[-1]) for c in table.cells}


def printed(rows: Grid) -> set[tuple[str, str, str, str]]:
    found = set()
    for code, name, *amounts in rows:
        for head, amount in zip(flatten.HEADS[2:], amounts, strict=True):
            if amount:
                found.add((amount, name or code, code if name else "", head))
    return found


@pytest.mark.parametrize("way", flatten.WAYS, ids=lambda way: way.__name__)
def test_every_way_gives_the_printed_cells(way: Callable[[Grid], str]) -> None:
    rows = flatten.account(AMOUNTS)
    assert read(way(rows)) == printed(rows)


amount = st.integers(0, 99_999)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(amount, amount), min_size=4, max_size=4))
def test_any_amounts_keep_their_places_where_empty_cells_are_kept(parts: list[tuple[int, int]]) -> None:
    leaves = iter(parts)
    amounts = {
        code: (name, *next(leaves)) if len(code) == 7 else (name, 0, 0) for code, (name, _, _) in AMOUNTS.items()
    }
    rows = flatten.account(amounts)
    assert all(read(way(rows)) == printed(rows) for way in flatten.EXACT)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 9), st.integers(100, 999)), min_size=4, max_size=4))
def test_sums_place_what_lost_its_neighbours(parts: list[tuple[int, int]]) -> None:
    leaves = iter(parts)  # basic expenditure always far below project expenditure: no other layout adds up
    amounts = {code: (name, *(next(leaves) if len(code) == 7 else (0, 0))) for code, (name, _, _) in AMOUNTS.items()}
    rows = flatten.account(amounts)
    assert all(read(way(rows)) == printed(rows) for way in flatten.WAYS)
