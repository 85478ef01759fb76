"""Extract over a report's blocks: offsets of the report, in document order."""

from __future__ import annotations

from pipeline.extract import extract
from pipeline.records import Block, Facts, Layout
from pipeline.views import View, normal


def layout(text: str, *blocks: tuple[str, list[int]]) -> Layout:
    """A layout of blocks, each a kind and the numbers of the lines that it joins."""
    clean, lines, start = normal(text), [], 0
    for line in text.split("\n"):
        lines.append((start, start + len(line)))
        start += len(line) + 1
    return Layout(
        text=text, normal=clean, blocks=tuple(block(clean, kind, [lines[i] for i in of]) for kind, of in blocks)
    )


def block(clean: str, kind: str, stretches: list[tuple[int, int]]) -> Block:
    return Block(kind=kind, start=stretches[0][0], end=stretches[-1][1], view=View.of(clean, stretches))


def test_a_quantity_broken_over_lines_spans_the_break() -> None:
    text = "全年支出１２０．\n５万元，\n共检查3\n\n家。"
    money, count = extract(layout(text, ("paragraph", [0, 1, 2, 4])), Facts())
    assert (text[money.start : money.end], money.value) == ("１２０．\n５万元", "120.5")
    assert (text[count.start : count.end], count.value) == ("3\n\n家", "3")


def test_months_belong_to_the_year_of_the_report() -> None:
    text = "8月启动，去年10月筹备"
    found = extract(layout(text, ("paragraph", [0])), Facts(year=2021))
    assert [entity.value for entity in found] == ["2021-08", "2020-10"]


def test_furniture_gives_its_dates_and_nothing_else() -> None:
    text = "第二部分 2022年部门决算表\n第3页共26件\n2022年1月"
    found = extract(layout(text, ("furniture", [0]), ("furniture", [1]), ("heading", [2])), Facts())
    assert [entity.value for entity in found] == ["2022", "2022-01"]


def test_entities_come_in_the_order_of_the_report() -> None:
    text = "甲3家\n乙5家"
    later_first = layout(text, ("paragraph", [1]), ("heading", [0]))
    assert [entity.value for entity in extract(later_first, Facts())] == ["3", "5"]
