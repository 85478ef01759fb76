"""What a figure of a table is about: the head that names it, the measure, the year; heads are read once a table."""

from __future__ import annotations

import re

from pipeline import views
from pipeline.records import Cell, Entity, Layout, Record, Table
from pipeline.relate.cells.measures import NO_NAME, default_measure, measure_of, measure_under, row_measure, year_in
from pipeline.relate.cells.names import name_span, theme_of

BARE_TOTAL = re.compile(r"合计|总计|小计|.*汇总")
_TEMPLATE = re.compile(
    r"(?:本年)?(?:收入|支出)?(?:合计|小计|总计)|(?:基本|项目|经营|上缴上级|对附属单位补助)支出|人员经费|公用经费|财政拨款收入|上级补助收入|事业收入|"
    r"经营收入|附属单位上缴收入|其他收入|公务接待费|因公出国(?:\(境\))?费?|公务用车(?:购置(?:及运行(?:维护)?)?|运行(?:维护)?)费|会议费|培训费|金额|"
    r"一般公共预算(?:财政拨款)?|政府性基金预算(?:财政拨款)?|国有资本经营预算(?:财政拨款)?|年[初末]结转和结余"
)
_ORGANISATION = re.compile(r".*(?:局|机关|中心|单位|本级|所|站|办公室|院|校)")


_GENERIC = re.compile(r"(?:其中[::]?|合计|小计|总计|金额|数额|数量|.*决算数|.*预算数)")


class Row(Record, frozen=True):
    """What a row head says."""

    normal: str
    measure: str  # any that a pattern of heads finds in it
    only: str  # the measure of a head that names nothing else
    whose: bool  # a total or an organisation: the column names what is measured
    year: str  # that it names


class Column(Record, frozen=True):
    """What a path of column heads says."""

    path: str  # from top to bottom, parted by /
    whole: str  # the innermost head over the last that says more than 合计
    year: str  # that one of them names
    told: str  # the measure
    last: str  # the measure that the last head names
    nameless: bool  # the last head names a measure or nothing: the row does
    inside: bool  # under 其中
    total: bool
    default: str  # measure of its figures where no head tells one
    known: bool  # a template's head


class Subject(Record, frozen=True):
    """What a figure is about: the span of the head that names it, the measure, whether that head is the row's."""

    start: int
    end: int
    measure: str
    by_row: bool
    row: Row
    column: Column | None  # None for a cell without column heads


class Heads:
    """The heads of one table, each read when its first figure comes."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.title = views.normal(table.title)
        self.theme = theme_of(self.title)
        self.placed: dict[int, int] = {}  # index of the statement of each cell that states something
        self.wholes: list[int] = []  # of each cell the one that it is a part of
        self._names: dict[tuple[int, int], tuple[int, int, str]] = {}
        self._rows: dict[str, Row] = {}
        self._columns: dict[tuple[str, ...], Column] = {}

    def name(self, layout: Layout, subject: Subject) -> tuple[int, int, str]:
        """The span of the name inside the head that names a figure, and the name without white space."""
        found = self._names.get((subject.start, subject.end))
        if not found:
            start, end = name_span(layout.normal, subject.start, subject.end)
            found = self._names[subject.start, subject.end] = (start, end, "".join(layout.text[start:end].split()))
        return found

    def row(self, cell: Cell) -> Row:
        """The head of a cell's row."""
        found = self._rows.get(cell.row)
        if not found:
            head = views.normal(cell.row)
            whose = bool(BARE_TOTAL.fullmatch(head) or _ORGANISATION.fullmatch(head))
            found = self._rows[cell.row] = Row(head, measure_of(head), row_measure(head), whose, year_in((head,)))
        return found

    def column(self, cell: Cell) -> Column:
        """The heads over a cell that has any."""
        found = self._columns.get(cell.column)
        if not found:
            heads = tuple(map(views.normal, cell.column))
            last = measure_of(heads[-1])
            nameless = bool(last or NO_NAME.fullmatch(heads[-1]))
            found = self._columns[cell.column] = Column(
                path="/".join(cell.column),
                whole=_whole(cell.column),
                year=year_in(heads),
                told=measure_under(heads),
                last=last,
                nameless=nameless,
                inside=any(head.startswith("其中") for head in cell.column),
                total=bool(BARE_TOTAL.fullmatch(heads[-1])),
                default=default_measure(self.title, cell),
                known=bool(last or NO_NAME.fullmatch(heads[-1]) or _TEMPLATE.fullmatch(heads[-1])),
            )
        return found

    def subject(self, cell: Cell, entity: Entity) -> Subject:
        """What the figure of a cell is about."""
        row, column = self.row(cell), self.column(cell) if cell.column else None
        if cell.role == "head":
            measure = "points" if entity.type == "SCORE" else "target"
        elif not column:
            scored = entity.type == "SCORE" or row.measure == "score"  # 综合得分 96% is a score, whatever its sign
            measure = "score" if scored else "actual"
        else:
            measure = _of_type(column.told, entity) or row.only or column.default
            if not self._by_row(row, column):
                return Subject(cell.column_start, cell.column_end, measure, False, row, column)
        return Subject(cell.row_start, cell.row_end, measure, True, row, column)

    def _by_row(self, row: Row, column: Column) -> bool:
        """Whether the row head names what is measured; else the column's last head does.

        預算数 over 公务接待费 in the row of a bureau measures 公务接待费; 预算数 in the row of an account the account.
        """
        if not row.normal or (row.only and not column.told):
            return False
        if column.nameless:
            return True
        if row.whose:
            return False
        return bool(column.told) or column.total or self.table.kind == "account"


def year_of(subject: Subject, own: int | None) -> str:
    """The year that figures are about: that heads name, the row's only where the column names what is measured; else ``own``.

    Of figures told for comparison it is the one before.
    """
    told = "" if subject.by_row else subject.row.year
    if not told and subject.column:
        told = subject.column.year
    if told or own is None:
        return told
    return str(own - 1 if subject.measure == "prior" else own)


def _whole(heads: tuple[str, ...]) -> str:
    return next((head for head in reversed(heads[:-1]) if not _GENERIC.fullmatch(views.normal(head))), "")


def _of_type(measure: str, entity: Entity) -> str:
    """A completion column under which no percentage stands holds what was done: 完成率（次） is actual."""
    return "actual" if measure == "completion" and entity.type != "PERCENT" else measure
