"""Figures of table cells: where their unit and comparator come from."""

from __future__ import annotations

import pytest

from pipeline.extract import extract
from pipeline.records import Cell, Entity, Facts, Layout, Table
from pipeline.views import normal


def read(*cells: tuple[str, dict[str, object]], kind: str = "form") -> list[Entity]:
    """The quantities of one row of cells, each given by its text and the fields that matter."""
    text, placed = "", []
    for written, fields in cells:
        placed.append(Cell(start=len(text), end=len(text) + len(written), **{"row_start": 1, "row_end": 2, **fields}))
        text += written + "\n"
    table = Table(kind=kind, start=0, end=len(text), cells=tuple(placed))
    return list(extract(Layout(text=text, normal=normal(text), tables=(table,)), Facts(year=2022)))


@pytest.mark.parametrize(
    ("written", "unit", "expected"),
    [
        ("919.45", "万元", ("MONEY", "919.45", "万元", "header")),
        ("44.40", "万元", ("MONEY", "44.40", "万元", "header")),
        ("126500.00", "元", ("MONEY", "12.650000", "万元", "header")),
        ("1,204.5", "亿元", ("MONEY", "12045000", "万元", "header")),
        ("39", "人", ("PERSON_COUNT", "39", "人", "header")),
        ("1.2", "万人次", ("PERSON_COUNT", "12000", "人次", "header")),
        ("98", "分", ("SCORE", "98", "分", "header")),
        ("95.5", "%", ("PERCENT", "95.5", "%", "header")),
        ("615", "元/人·月", ("RATE", "615", "元/人·月", "header")),
        ("12", "标箱", ("COUNT", "12", "标箱", "header")),
        ("716.4万", "万元", ("MONEY", "716.4", "万元", "text")),
        ("100%", "%", ("PERCENT", "100", "%", "text")),
        ("31家", "", ("COUNT", "31", "家", "text")),
        ("15年", "", ("DATE", "P15Y", "", "")),
        ("-8.3", "万元", ("MONEY", "-8.3", "万元", "header")),
        ("0.00", "万元", ("MONEY", "0.00", "万元", "header")),
    ],
)
def test_a_bare_figure_takes_the_unit_of_its_heads(written: str, unit: str, expected: tuple[str, ...]) -> None:
    [found] = read((written, {"unit": unit}))
    assert (found.type, found.value, found.unit, found.unit_source) == expected
    assert (found.start, found.end, found.table, found.cell) == (0, len(written), 0, 0)


@pytest.mark.parametrize(
    ("written", "comparator", "expected"),
    [
        ("90", "ge", "ge"),
        ("≥90", "", "ge"),
        ("≤ 5%", "", "le"),
        ("小于10%", "", "lt"),
        ("20以内", "", "le"),
        ("90", "", ""),
    ],
)
def test_a_comparator_stands_in_the_cell_or_in_one_of_its_own(written: str, comparator: str, expected: str) -> None:
    [found] = read((written, {"unit": "%", "comparator": comparator}))
    assert found.comparator == expected


def test_a_bare_figure_takes_the_unit_that_its_row_prints() -> None:
    target, done = read(("≥95%", {}), ("97", {}))
    assert (done.type, done.value, done.unit, done.unit_source) == ("PERCENT", "97", "%", "elided")
    target, done = read(("≥3500万", {}), ("3884.14", {}))
    assert (target.value, done.value, done.unit) == ("3500", "3884.14", "万元")


def test_a_bare_figure_takes_the_classifier_of_what_its_row_counts() -> None:
    [found] = read(("≥20000", {"row": "印发政策宣传资料"}))
    assert (found.type, found.value, found.unit, found.comparator, found.unit_source) == (
        "COUNT",
        "20000",
        "份",
        "ge",
        "elided",
    )
    assert read(("20000", {"row": "系统运行"})) == []


def test_heads_and_prose_are_read_and_rules_are_not() -> None:
    found = read(
        ("预算执行（25分）", {"role": "head"}),
        ("得分率低于60%的扣2分", {"role": "rule"}),
        ("全年培训3期、210人。", {"role": "prose"}),
        ("完成", {}),
    )
    assert [(entity.value, entity.unit, entity.cell) for entity in found] == [
        ("25", "分", 0),
        ("3", "期", 2),
        ("210", "人", 2),
    ]


def test_a_deadline_and_a_figure_in_words_are_read() -> None:
    deadline, done = read(("2022年\n底前", {}), ("已申请到位384.14万", {"unit": "万元"}))
    assert (deadline.value, deadline.comparator) == ("2022", "le")
    assert (done.value, done.unit_source) == ("384.14", "text")


def test_figures_of_an_account_table_are_among_them() -> None:
    [found] = read(("315.20", {"unit": "万元"}), kind="account")
    assert (found.value, found.table) == ("315.20", 0)


def test_dates_above_and_below_the_cells_are_read() -> None:
    text = "项目自评表\n(2022年度)\n预算数\n30\n注：2021年无此项目，共3家。"
    cell = Cell(start=text.index("30"), end=text.index("30") + 2, unit="万元")
    table = Table(kind="form", start=0, end=len(text), cells=(cell,))
    found = extract(Layout(text=text, normal=text, tables=(table,)), Facts(year=2022))
    assert [(entity.value, entity.table) for entity in found] == [("2022", -1), ("30", 0), ("2021", -1)]
