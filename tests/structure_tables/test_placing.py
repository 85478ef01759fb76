"""Figures find their columns by sums alone."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.structure.tables.placing import Form, Node, place_rows
from pipeline.structure.tables.standard import Sum

SUM = Sum(0, ((1, 1), (2, 1), (3, 1)))
FORM = Form(width=4, sums=(SUM,), usual=(0, 1, 2, 3))


def node(*figures: int, below: tuple[int, ...] = (), hints: dict[int, int] | None = None) -> Node:
    return Node(figures, below, hints or {})


def layouts(nodes: list[Node]) -> list[tuple[int, ...]]:
    return [placed.layout for placed in place_rows(nodes, FORM)]


def test_a_total_with_all_its_parts_tells_the_columns_of_rows_below() -> None:
    total = node(100, 60, 40, below=(1, 2))
    assert layouts([total, node(60, 60), node(40, 40)]) == [(0, 1, 2), (0, 1), (0, 2)]


def test_a_part_that_fits_no_usual_column_takes_the_one_that_adds_up() -> None:
    nodes = [node(100, 70, 20, 10, below=(1, 2, 3)), node(70, 70), node(20, 20), node(10, 10)]
    assert layouts(nodes) == [(0, 1, 2, 3), (0, 1), (0, 2), (0, 3)]


def test_deeper_rows_decide_for_those_above_them() -> None:
    nodes = [node(90, 90, below=(1,)), node(90, 50, 40, below=(2, 3)), node(50, 50), node(40, 40)]
    assert layouts(nodes)[2:] == [(0, 1), (0, 2)]


def test_a_sister_table_decides_between_columns_that_add_up_alike() -> None:
    [placed] = place_rows([node(30, 30, hints={2: 30})], FORM)
    assert placed.layout == (0, 2)
    assert placed.confidences[0] == 1.0 > placed.confidences[1] > 0.8


def test_rounding_breaks_no_sum() -> None:
    nodes = [node(9559, 9559, below=(1, 2)), node(2981, 2981), node(6579, 6579)]
    assert layouts(nodes) == [(0, 1), (0, 1), (0, 1)]


def test_dashes_tell_the_columns_themselves() -> None:
    assert place_rows([Node((30, 30), (), {}, given=(0, 3))], FORM)[0].layout == (0, 3)


rows = st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500), st.integers(0, 500)), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(rows)
def test_every_row_is_laid_out_in_order_and_adds_up(parts: list[tuple[int, int, int]]) -> None:
    sums = [sum(column) for column in zip(*parts, strict=True)]
    lines = [tuple(sums), *parts]
    nodes = []
    for index, line in enumerate(lines):
        figures = tuple(figure for figure in (sum(line), *line) if figure)
        nodes.append(node(*figures, below=tuple(range(1, len(lines))) if index == 0 else ()))
    for placed, own in zip(place_rows(nodes, FORM), nodes, strict=True):
        assert list(placed.layout) == sorted(set(placed.layout))
        cells = dict(zip(placed.layout, own.figures, strict=True))
        assert abs(cells.get(0, 0) - sum(cells.get(column, 0) for column in (1, 2, 3))) <= 4
