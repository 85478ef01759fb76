"""The one public function: entities in cells in, statements out."""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from pipeline import views
from pipeline.records import Cell, Entity, Facts, Layout, Segment, Statement, Table
from pipeline.relate.cells.measures import NO_NAME, default_measure, measure_of, measure_under, row_measure, year_of
from pipeline.relate.cells.names import full_name, name_span, theme_of
from pipeline.relate.cells.parts import wholes

_BARE_TOTAL = re.compile(r"合计|总计|小计|.*汇总")
_ORGANISATION = re.compile(r".*(?:局|机关|中心|单位|本级|所|站|办公室|院|校)")
_GENERIC = re.compile(r"(?:其中[::]?|合计|小计|总计|金额|数额|数量|.*决算数|.*预算数)")


def relate_cells(
    layout: Layout, segments: tuple[Segment, ...], entities: tuple[Entity, ...], facts: Facts
) -> list[Statement]:
    """What the figures of tables and forms state; ``Statement.entity`` indexes ``entities``, ``part_of`` this list."""
    found: list[Statement] = []
    placed: dict[tuple[int, int], int] = {}
    for index, entity in enumerate(entities):
        if entity.table < 0 or entity.type in ("DATE", "INDICATOR"):
            continue
        table = layout.tables[entity.table]
        cell = table.cells[entity.cell]
        if cell.role == "rule":
            continue
        stated = _statement(layout, table, cell, entity, index, facts)
        if stated.start < stated.end:
            placed.setdefault((entity.table, entity.cell), len(found))
            found.append(stated)
    totals = {number: wholes(layout.tables[number]) for number in {entities[item.entity].table for item in found}}
    return [_with_whole(statement, entities[statement.entity], found, placed, totals, layout) for statement in found]


def _statement(layout: Layout, table: Table, cell: Cell, entity: Entity, index: int, facts: Facts) -> Statement:
    subject = _subject(table, cell, entity)
    start, end = name_span(layout.normal, subject.start, subject.end)
    name = re.sub(r"\s+", "", layout.text[start:end])
    heads = (*cell.column, cell.row) if not subject.by_row else cell.column
    year = year_of(tuple(map(views.normal, heads)), subject.measure, facts.year)
    return Statement(
        entity=index,
        start=start,
        end=end,
        full_name=_full_name(table, cell, name, subject.measure, by_row=subject.by_row),
        value=entity.value,
        value_high=entity.value_high,
        unit=entity.unit,
        measure=_by_year(subject.measure, year, facts.year),
        comparator=entity.comparator or cell.comparator,
        approximate=entity.approximate,
        year=year,
        source="form" if table.kind == "form" else "table",
        code=cell.row_code,
        context=" | ".join(filter(None, (table.title, *cell.path, cell.row, "/".join(cell.column)))),
        evidence_start=min(cell.row_start or cell.start, cell.start),
        evidence_end=max(cell.end, cell.row_end),
        confidence=cell.confidence,
    )


class _Subject(NamedTuple):
    """What a figure is about: the span of the head that names it, the measure, whether that head is the row's."""

    start: int
    end: int
    measure: str
    by_row: bool


def _subject(table: Table, cell: Cell, entity: Entity) -> _Subject:
    row, column = views.normal(cell.row), tuple(views.normal(head) for head in cell.column)
    if cell.role == "head":
        return _of_row(cell, "points" if entity.type == "SCORE" else "target")
    if not column:
        scored = entity.type == "SCORE" or measure_of(row) == "score"  # 综合得分 96% is a score, whatever its sign
        return _of_row(cell, "score" if scored else "actual")
    told = measure_under(column)
    measure = _of_type(told, entity) or row_measure(row) or default_measure(views.normal(table.title), cell)
    return _of_row(cell, measure) if _names_row(table, row, column, told) else _of_column(cell, measure)


def _names_row(table: Table, row: str, column: tuple[str, ...], told: str) -> bool:
    """Whether the row head names what is measured; else the column's last head does.

    預算数 over 公务接待费 in the row of a bureau measures 公务接待费; 预算数 in the row of an account measures the account.
    """
    if not row or (row_measure(row) and not told):
        return False
    if measure_of(column[-1]) or NO_NAME.fullmatch(column[-1]):
        return True
    if _BARE_TOTAL.fullmatch(row) or _ORGANISATION.fullmatch(row):
        return False
    return bool(told) or bool(_BARE_TOTAL.fullmatch(column[-1])) or table.kind == "account"


def _of_row(cell: Cell, measure: str) -> _Subject:
    return _Subject(cell.row_start, cell.row_end, measure, True)


def _of_column(cell: Cell, measure: str) -> _Subject:
    return _Subject(cell.column_start, cell.column_end, measure, False)


def _by_year(measure: str, year: str, own: int | None) -> str:
    """What was done in a year before the report's is told for comparison."""
    return "prior" if measure == "actual" and own is not None and year.isdecimal() and int(year) < own else measure


def _of_type(measure: str, entity: Entity) -> str:
    """A completion column under which no percentage stands holds what was done: 完成率（次） is actual."""
    return "actual" if measure == "completion" and entity.type != "PERCENT" else measure


def _full_name(table: Table, cell: Cell, name: str, measure: str, *, by_row: bool) -> str:
    theme = theme_of(views.normal(table.title))
    if not by_row:
        whole = next((head for head in reversed(cell.column[:-1]) if not _GENERIC.fullmatch(views.normal(head))), "")
        return full_name(name, whole=whole, theme=theme if _BARE_TOTAL.fullmatch(name) else "", row=cell.row)
    if not cell.column and cell.role != "head":
        return name
    if measure in ("points", "score") or "得分" in theme or cell.role == "head":
        return full_name(name, whole="", theme=theme, row="")
    last = cell.column[-1] if cell.column else ""
    told = "" if not last or measure_of(views.normal(last)) or table.kind == "form" else last
    return full_name(name, whole=theme if table.kind == "account" else "", theme="", row=told)


def _with_whole(
    statement: Statement,
    entity: Entity,
    found: list[Statement],
    placed: dict[tuple[int, int], int],
    totals: dict[int, list[int]],
    layout: Layout,
) -> Statement:
    """The statement with the total it is part of; a part under 其中 takes the total's name before its own."""
    table = layout.tables[entity.table]
    whole = totals[entity.table][entity.cell]
    total = placed.get((entity.table, whole), -1)
    if total < 0 or statement.measure == "completion" or _differs(found[total], statement):
        return statement
    name = statement.full_name
    if any(head.startswith("其中") for head in table.cells[entity.cell].column):
        head = re.sub(r"(?:合计|总计|小计)$", "", table.cells[whole].column[-1])
        name = full_name(name, whole=head, theme="", row="")
    return msgspec.structs.replace(statement, part_of=total, full_name=name)


def _differs(total: Statement, part: Statement) -> bool:
    return (total.measure, total.unit) != (part.measure, part.unit)
