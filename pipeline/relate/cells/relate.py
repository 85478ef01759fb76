"""The one public function: entities in cells in, statements out."""

from __future__ import annotations

import re

import msgspec

from pipeline import views
from pipeline.records import Cell, Entity, Facts, Layout, Segment, Statement, Table
from pipeline.relate.cells.measures import default_measure, measure_of, row_measure, year_of
from pipeline.relate.cells.names import full_name, name_span, theme_of
from pipeline.relate.cells.parts import wholes

_TOTAL_ROW = re.compile(r"(?:.*(?:合计|总计|小计|汇总)|栏次)$")
_UNIT_COLUMN = re.compile(r".*(?:机构|单位|部门)(?:名称)?")
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
    start, end, measure, by_row = _subject(table, cell, entity)
    start, end = name_span(layout.normal, start, end)
    name = re.sub(r"\s+", "", layout.text[start:end])
    heads = tuple(views.normal(head) for head in cell.column)
    return Statement(
        entity=index,
        start=start,
        end=end,
        full_name=_full_name(table, cell, name, measure, by_row=by_row),
        value=entity.value,
        value_high=entity.value_high,
        unit=entity.unit,
        measure=measure,
        comparator=entity.comparator or cell.comparator,
        approximate=entity.approximate,
        year=year_of((*heads, views.normal(cell.row)) if not by_row else heads, measure, facts.year),
        source="form" if table.kind == "form" else "table",
        code=cell.row_code,
        context=" | ".join(filter(None, (table.title, *cell.path, cell.row, "/".join(cell.column)))),
        evidence_start=min(cell.row_start or cell.start, cell.start),
        evidence_end=max(cell.end, cell.row_end),
        confidence=cell.confidence,
    )


def _subject(table: Table, cell: Cell, entity: Entity) -> tuple[int, int, str, bool]:
    """Span of the head that names the measured thing, the measure, and whether that head is the row's."""
    row, column = views.normal(cell.row), tuple(views.normal(head) for head in cell.column)
    own_row = (cell.row_start, cell.row_end)
    if cell.role == "head":
        return *own_row, _head_measure(entity), True
    if not column:
        scored = entity.type == "SCORE" or measure_of(row) == "score"  # 综合得分 96% is a score, whatever its sign
        return *own_row, "score" if scored else "actual", True
    told = next((found for head in reversed(column) if (found := measure_of(head))), "")
    if told:
        return *own_row, _of_type(told, entity), True
    by_row = row_measure(row)
    if by_row:
        return cell.column_start, cell.column_end, by_row, False
    measure = default_measure(views.normal(table.title), cell)
    if table.kind == "form" or _TOTAL_ROW.fullmatch(row):
        return cell.column_start, cell.column_end, measure, False
    return *own_row, measure, True


def _head_measure(entity: Entity) -> str:
    return "points" if entity.type == "SCORE" else "target"


def _of_type(measure: str, entity: Entity) -> str:
    """A completion column under which no percentage stands holds what was done: 完成率（次） is actual."""
    return "actual" if measure == "completion" and entity.type != "PERCENT" else measure


def _full_name(table: Table, cell: Cell, name: str, measure: str, *, by_row: bool) -> str:
    theme = theme_of(views.normal(table.title))
    if not by_row:
        whole = next((head for head in reversed(cell.column[:-1]) if not _GENERIC.fullmatch(views.normal(head))), "")
        return full_name(name, whole=whole, theme="", row=cell.row)
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
