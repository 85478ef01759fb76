"""What holds for every report: order, indices, spans; and that length costs no more than its share."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.records import Block, Entity, Facts, Layout, Segment
from pipeline.relate import relate
from pipeline.views import View
from tests.cost import in_proportion
from tests.relate.case_files import FOLDER, Case, block, load, read

PIECES = st.sampled_from(
    [
        "[300万元]",
        "[20人]",
        "[15家]",
        "[98%]",
        "[60分]",
        "{2020年}",
        "基金收入",
        "，其中：",
        "比上年增加",
        "占",
        "的",
        "（",
        "）",
        "；",
        "。",
        "、",
        "分别为",
        "单位",
        "共有",
        "全县",
        "和",
        "完成预算的",
        "拨付",
        "2",
        "(",
        "年初预算为",
        "\n",
    ]
)


@given(st.lists(PIECES, max_size=40))
@settings(max_examples=150, deadline=None)
def test_indices_point_where_they_should(pieces: list[str]) -> None:
    text, entities, statements = read(Case("".join(pieces) or "无"))
    assert [entity.start for entity in entities] == sorted(entity.start for entity in entities)
    for at, statement in enumerate(statements):
        quantity = entities[statement.entity]
        assert quantity.type not in {"DATE", "INDICATOR"}
        assert quantity.unit == statement.unit
        assert text[statement.start : statement.end].strip()
        assert statement.evidence_start <= quantity.start < quantity.end <= statement.evidence_end
        assert statement.part_of != at
        if statement.part_of >= 0:
            assert statements[statement.part_of].unit == statement.unit
        assert 0 < statement.confidence < 1


def test_a_quantity_may_reach_beyond_the_end_of_its_sentence() -> None:
    text = "公用经费39.5\t万元,会议费2万元。"
    quantities = (Entity(4, 11, "MONEY", "39.5", unit="万元"), Entity(15, 18, "MONEY", "2", unit="万元"))
    view = View.of(text, [(0, len(text))])
    layout = Layout(text, text, (Block("paragraph", 0, len(text), view, ((0, 8), (9, len(text)))),))
    _, statements = relate(layout, (), quantities, Facts(year=2021))
    assert [(text[one.start : one.end], one.value) for one in statements] == [("公用经费", "39.5"), ("会议费", "2")]


def test_names_become_entities_in_document_order() -> None:
    text, entities, statements = read(Case("参保[5万人]，其中职工[1万人]。"))
    assert [(entity.type, text[entity.start : entity.end]) for entity in entities] == [
        ("INDICATOR", "参保"),
        ("PERSON_COUNT", "5万人"),
        ("INDICATOR", "职工"),
        ("PERSON_COUNT", "1万人"),
    ]
    assert [statement.entity for statement in statements] == [1, 3]
    assert [statement.part_of for statement in statements] == [-1, 0]


def test_full_names_stand_alone() -> None:
    _, _, statements = read(
        Case("职工医保基金支出[80万元]，其中住院支出[60万元]；居民参保[3万人]，比上年增加[200人]。")
    )
    assert [statement.full_name for statement in statements] == [
        "职工医保基金支出",
        "职工医保基金支出：住院支出",
        "居民参保人数",
        "居民参保增减额",
    ]


def test_a_scheme_told_in_a_closed_bracket_is_not_that_of_what_follows() -> None:
    text = "职工医保：基金收入[90万元]（其中大病互助收入[7万元]），基金支出[80万元]（大病互助支出[6万元]）。"
    assert [statement.full_name for statement in read(Case(text))[2]] == [
        "职工医保基金收入",
        "职工医保基金收入：大病互助收入",
        "职工医保基金支出",
        "职工医保基金支出：大病互助支出",
    ]


def test_a_period_shorter_than_the_year_stands_in_the_full_name() -> None:
    text = "2021年1-6月发放低保金80万元,其中城市20万元;截至2021年9月底,巡河60人次。"
    quantities = (
        Entity(0, 9, "DATE", "2021-01/2021-06"),
        Entity(14, 18, "MONEY", "80", unit="万元"),
        Entity(23, 27, "MONEY", "20", unit="万元"),
        Entity(30, 37, "DATE", "2021-09"),
        Entity(41, 45, "PERSON_COUNT", "60", unit="人次"),
    )
    layout = Layout(text, text, (block(text, 0, len(text)),))
    _, statements = relate(layout, (), quantities, Facts(year=2021))
    assert [statement.full_name for statement in statements] == [
        "发放低保金（1至6月）",
        "发放低保金：城市（1至6月）",
        "巡河人次（截至9月底）",
    ]
    assert {statement.year for statement in statements} == {"2021"}


def test_the_path_of_a_heading_reaches_full_name_and_context() -> None:
    case = load(FOLDER / "subjects.txt")[3]
    _, _, statements = read(case)
    path = "卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）"
    assert [statement.full_name for statement in statements] == [path, path, f"{path}完成率"]
    assert all("行政单位医疗(项)" in statement.context for statement in statements)


def test_ten_times_the_text_takes_about_ten_times_as_long() -> None:
    def work(rows: int) -> Callable[[], object]:
        text = "基金收入100万元，其中个人缴费30万元（职工10万元）、2020年财政补助70万元；" * rows
        quantities = [
            Entity(found, found + len(word), kind, value, unit=unit)
            for start in range(0, len(text), len(text) // rows)
            for word, kind, value, unit in QUANTITIES
            if (found := text.index(word, start)) >= 0
        ]
        layout = Layout(text, text, (block(text, 0, len(text)),))
        segments = (Segment(0, len(text), "finance"),)
        return lambda: relate(layout, segments, tuple(quantities), Facts(year=2021))

    work(10)()
    assert in_proportion(work(200), work(2000), 10)


QUANTITIES = (
    ("100万元", "MONEY", "100", "万元"),
    ("30万元", "MONEY", "30", "万元"),
    ("10万元", "MONEY", "10", "万元"),
    ("2020年", "DATE", "2020", ""),
    ("70万元", "MONEY", "70", "万元"),
)
