"""Extract over a report's blocks: offsets of the report, in document order."""

from __future__ import annotations

import msgspec

from pipeline.extract import extract
from pipeline.records import Block, Facts, Layout, Section, Segment
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


def told(text: str, label: str, facts: Facts) -> list[str]:
    segment = Segment(start=0, end=len(text), label=label)
    return [found.value for found in extract(layout(text, ("paragraph", [0])), facts, (segment,))]


def test_months_of_a_plan_belong_to_the_next_year() -> None:
    text = "6月底前开工，9月底前完工，每年8月复核，2021年3月的遗留问题一并解决"
    assert told(text, "measures", Facts(year=2021)) == ["2022-06", "2022-09", "2022-08", "2021-03"]
    assert told(text, "problems", Facts(year=2021)) == ["2021-06", "2021-09", "2021-08", "2021-03"]
    assert told(text, "measures", Facts(year=2021, report_type="budget"))[0] == "2021-06"


def test_what_was_done_or_is_left_of_the_year_stays_in_it() -> None:
    done = Facts(year=2021, report_date="2022-03-01")
    assert told("针对窗口拥挤，4月已开通预约，5月前全面推开", "measures", done) == ["2021-04", "2022-05"]
    early = Facts(year=2021, report_date="2021-10-12")
    assert told("12月底前完成清算，6月底前完成验收", "measures", early) == ["2021-12", "2022-06"]


def test_an_evaluation_takes_place_when_it_is_written_about() -> None:
    facts = Facts(year=2021, report_date="2022-05-20")
    assert told("4月10日至4月28日收集资料，以12月31日为时点", "evaluation", facts) == [
        "2022-04-10/2022-04-28",
        "2021-12-31",
    ]


def test_a_section_named_for_the_next_year_and_words_of_intention_plan_too() -> None:
    text = "二、2022年工作打算\n5月底前建成冷库\n三、问题\n3月停产，将于4月复产"
    found = layout(text, ("heading", [0]), ("paragraph", [1]), ("heading", [2]), ("paragraph", [3]))
    section = Section(start=0, end=20, heading_end=11, title="2022年工作打算", number="二、", level=1, parent=-1)
    dates = extract(msgspec.structs.replace(found, sections=(section,)), Facts(year=2021))
    assert [date.value for date in dates] == ["2022", "2022-05", "2021-03", "2022-04"]


def test_a_half_year_of_a_plan_is_the_next_only_by_its_deadline_or_an_intention() -> None:
    text = "下半年出台细则，争取上半年建成，6月底前验收"
    assert told(text, "measures", Facts(year=2021)) == ["2021-07/2021-12", "2022-01/2022-06", "2022-06"]


def test_a_heading_may_give_the_unit_of_sums_in_the_text_below() -> None:
    text = "一、收支情况\n（金额单位：万元）\n总收入812.40，总支出780.15，比上年增收36.20，增幅4.7%，文号12。\n二、其他\n总收入95.5。"
    kinds = ("heading", "paragraph", "paragraph", "heading", "paragraph")
    parts = layout(text, *((kind, [line]) for line, kind in enumerate(kinds)))
    blocks = tuple(msgspec.structs.replace(part, section=int(at > 2)) for at, part in enumerate(parts.blocks))
    found = extract(msgspec.structs.replace(parts, blocks=blocks), Facts())
    assert [(one.value, one.unit, one.unit_source) for one in found] == [
        ("812.40", "万元", "header"),
        ("780.15", "万元", "header"),
        ("36.20", "万元", "header"),
        ("4.7", "%", "text"),
    ]
