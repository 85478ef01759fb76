"""Cells that a file format knew: merged heads, merged names, a table that goes on over a page without its heads."""

from __future__ import annotations

from pipeline.records import Grid, GridCell, Table
from pipeline.structure import structure

CELLS = [
    # text, row, column, rows, columns
    [
        ("科目编码", 0, 0, 2, 1), ("科目名称", 0, 1, 2, 1), ("合计", 0, 2, 2, 1), ("基本支出", 0, 3, 1, 2), ("项目支出", 0, 5, 2, 1),
        ("人员经费", 1, 3, 1, 1), ("公用经费", 1, 4, 1, 1),
        ("208", 2, 0, 1, 1), ("社会保障和就业支出", 2, 1, 1, 1), ("86.20", 2, 2, 1, 1), ("62.10", 2, 3, 1, 1), ("24.10", 2, 5, 1, 1),
    ],
    [
        ("210", 0, 0, 1, 1), ("卫生健康支出", 0, 1, 1, 1), ("31.50", 0, 2, 1, 1), ("9.50", 0, 4, 1, 1), ("22.00", 0, 5, 1, 1),
    ],
]  # fmt: skip


def report(*, heads: bool) -> tuple[str, list[Grid]]:
    """A report's text with a grid a page, as a reader of a format would hand them over."""
    text, grids = "一、部门概况\n本部门下属2个单位。\n", []
    for page in CELLS:
        start, cells = len(text), []
        for printed, row, column, rows, columns in page:
            head = heads and page is CELLS[0] and row < 2
            cells.append(GridCell(start=len(text), end=len(text) + len(printed), row=row, column=column, rows=rows, columns=columns, head=head))  # fmt: skip
            text += printed + "\n"
        grids.append(Grid(start=start, end=len(text) - 1, cells=tuple(cells), title="一般公共预算支出表" if page is CELLS[0] else "", unit="万元"))  # fmt: skip
        text += "- 2 -\n"
    return text + "二、名词解释\n基本支出是指日常开支。\n", grids


def shown(text: str, tables: tuple[Table, ...]) -> list[tuple[str, str, str]]:
    return [(text[cell.start : cell.end], cell.row, "/".join(cell.column)) for table in tables for cell in table.cells]


EXPECTED = [
    ("86.20", "社会保障和就业支出", "合计"),
    ("62.10", "社会保障和就业支出", "基本支出/人员经费"),
    ("24.10", "社会保障和就业支出", "项目支出"),
    ("31.50", "卫生健康支出", "合计"),
    ("9.50", "卫生健康支出", "基本支出/公用经费"),
    ("22.00", "卫生健康支出", "项目支出"),
]


def test_cells_that_the_format_knew_are_placed() -> None:
    for heads in (True, False):
        text, grids = report(heads=heads)
        tables = structure(text, grids).tables
        assert shown(text, tables) == EXPECTED
        assert [(table.title, table.kind, table.unit) for table in tables] == [
            ("一般公共预算支出表", "account", "万元")
        ] * 2


def test_text_around_the_grids_is_read_as_ever() -> None:
    text, grids = report(heads=True)
    layout = structure(text, grids)
    assert [section.title for section in layout.sections] == ["部门概况", "名词解释"]
    assert [(table.start, table.end) for table in layout.tables] == [(grid.start, grid.end) for grid in grids]


def test_without_grids_nothing_changes() -> None:
    text, _ = report(heads=True)
    assert structure(text) == structure(text, [])


def test_a_grid_without_figures_is_no_table() -> None:
    cells = tuple(GridCell(start=start, end=start + 2, row=0, column=start // 2) for start in (0, 2))
    assert structure("甲乙丙丁", [Grid(start=0, end=4, cells=cells)]).tables == ()
