"""Tables as a reader sees them, in every layout that reports lose."""

from __future__ import annotations

import pytest

from pipeline import views
from pipeline.structure.tables import find_tables

from .golden import Case, cases, shown

CASES = list(cases())


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_tables_are_as_a_reader_sees_them(case: Case) -> None:
    assert shown(case.text) == case.expected


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_cells_lie_in_their_table_and_tables_in_order(case: Case) -> None:
    end = 0
    for table in find_tables(views.normal(case.text), case.text):
        assert end <= table.start < table.end <= len(case.text)
        starts = [cell.start for cell in table.cells]
        assert starts == sorted(starts)
        assert all(table.start <= cell.start < cell.end <= table.end for cell in table.cells)
        end = table.end


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_heads_are_quoted_from_where_they_stand(case: Case) -> None:
    for table in find_tables(views.normal(case.text), case.text):
        for cell in table.cells:
            if cell.column_end:
                printed = "".join(case.text[cell.column_start : cell.column_end].split())
                assert printed and cell.column[-1].startswith(
                    printed
                )  # a head that broke stands where its first half does


@pytest.mark.parametrize(
    "prose",
    [
        "2022年部门支出合计 512.40 万元，其中：基本支出 399.67 万元，占 78%；项目支出 112.73 万元，占 22%。",
        "　　（一）收入情况。全年收入1,204.50万元，比上年增加32.10万元，\n增长2.7%。\n　　（二）支出情况。全年支出1,180.20万元。",
        "1.培训乡村医生 120 人，完成率 100%\n2.义诊 14 场次\n3.发放资料 3000 份",
        "一、部门概况……3\n二、收支情况……12\n三、绩效情况……20",
        "\t全县设卫生院12家，村卫生室180家。\n\t全年门诊8.2万人次。",
        "联系人：王某 联系电话：0799 6600123",
    ],
)
def test_prose_gives_no_cells(prose: str) -> None:
    assert [cell for table in find_tables(views.normal(prose), prose) for cell in table.cells] == []


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
@pytest.mark.parametrize(("old", "new"), [("\n", "\r\n"), ("\n", "  \n"), ("\n\n", "\n\u3000\n"), ("\n\n", "\n\n\n")])
def test_line_ends_and_blank_lines_change_nothing(case: Case, old: str, new: str) -> None:
    assert shown(case.text.replace(old, new)) == case.expected
