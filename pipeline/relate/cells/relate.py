"""The one public function: entities in cells in, statements out."""

from __future__ import annotations

import re

import msgspec

from pipeline.records import Cell, Entity, Facts, Layout, Segment, Statement
from pipeline.relate.cells.names import full_name
from pipeline.relate.cells.parts import wholes
from pipeline.relate.cells.proofs import Proofs
from pipeline.relate.cells.subjects import BARE_TOTAL, Heads, Subject, year_of
from pipeline.relate.marks import Marks, cell_marks

_SPENT = re.compile(
    r"(?:附?表\d+)?(?P<what>(?:部门|项目)[^表]{0,8}?)(?:预算)?(?:执行|支出)(?:明细|情况)*"
)  # 项目支出预算执行明细表
_RULE = re.compile(
    r"扣完为止|[扣得]\d*\.?\d+分|得满分|不得分|酌情|按比例得分"
)  # how points are given, as a head: 一处不符扣1分
_LONGEST_EVIDENCE = 400  # characters on either side of a figure; heads can stand anywhere where columns came first


def relate_cells(
    layout: Layout, segments: tuple[Segment, ...], entities: tuple[Entity, ...], facts: Facts
) -> tuple[list[Statement], list[Marks]]:
    """What the figures of tables and forms state; ``Statement.entity`` indexes ``entities``, ``part_of`` this list."""
    found: list[Statement] = []
    marks: list[Marks] = []
    heads: dict[int, Heads] = {}
    for index, entity in enumerate(entities):
        if entity.table < 0 or entity.type in ("DATE", "INDICATOR"):
            continue
        table = heads.get(entity.table) or heads.setdefault(entity.table, Heads(layout.tables[entity.table]))
        cell = table.table.cells[entity.cell]
        if cell.role == "rule" or (cell.role == "head" and _RULE.search(cell.row)):
            continue
        subject = table.subject(cell, entity)
        stated = _statement(layout, table, cell, subject, entity, index, facts)
        if stated.start < stated.end:
            table.placed.setdefault(entity.cell, len(found))
            found.append(stated)
            marks.append(cell_marks(cell, entity, stated, by_row=subject.by_row))
            if not table.title:
                marks[-1]["untitled"] = 1.0
            if subject.column and subject.column.known:
                marks[-1]["known_head"] = 1.0
    for table in heads.values():
        _prove(table, found, marks, entities)
    return [_with_whole(statement, entities[statement.entity], found, heads) for statement in found], marks


def _prove(heads: Heads, found: list[Statement], marks: list[Marks], entities: tuple[Entity, ...]) -> None:
    """Add what the sums of a table say of the placement of its figures; note the totals."""
    heads.wholes = wholes(heads.table)
    proofs = Proofs(heads.table, {cell: entities[found[at].entity] for cell, at in heads.placed.items()}, heads.wholes)
    for cell, at in heads.placed.items():
        marks[at] |= proofs.of(cell, found[at].measure, entities[found[at].entity])


def _statement(
    layout: Layout, heads: Heads, cell: Cell, subject: Subject, entity: Entity, index: int, facts: Facts
) -> Statement:
    start, end, name = heads.name(layout, subject)
    year = year_of(subject, facts.year)
    table = heads.table
    evidence = _evidence(cell)
    heads_over = subject.column.path if subject.column else ""
    return Statement(
        entity=index,
        start=start,
        end=end,
        full_name=_full_name(heads, cell, name, subject),
        value=entity.value,
        value_high=entity.value_high,
        unit=entity.unit,
        measure=_by_year(subject.measure, year, facts.year),
        comparator=entity.comparator or cell.comparator,
        approximate=entity.approximate,
        year=year,
        source="form" if table.kind == "form" else "table",
        code=cell.row_code,
        context=" | ".join(filter(None, (table.title, *cell.path, cell.row, heads_over))),
        evidence_start=evidence[0],
        evidence_end=evidence[1],
        reason="row_head" if subject.by_row else "column_head",
    )


def _evidence(cell: Cell) -> tuple[int, int]:
    """The figure and its row's head, as far as they stand near each other."""
    start, end = cell.start, cell.end
    near, far = start - _LONGEST_EVIDENCE, end + _LONGEST_EVIDENCE
    if 0 < cell.row_start < start:
        start = cell.row_start if cell.row_start > near else near
    if cell.row_end > end:
        end = cell.row_end if cell.row_end < far else far
    return start, end


def _by_year(measure: str, year: str, own: int | None) -> str:
    """What was done in a year before the report's is told for comparison."""
    return "prior" if measure == "actual" and own is not None and year.isdecimal() and int(year) < own else measure


def _full_name(heads: Heads, cell: Cell, name: str, subject: Subject) -> str:
    table = heads.table
    if not subject.by_row:
        whole = subject.column.whole if subject.column else ""
        theme = heads.theme if BARE_TOTAL.fullmatch(name) else ""
        return full_name(name, whole=whole, theme=theme, row=cell.row)
    if not cell.column and cell.role != "head":
        return name
    theme = heads.theme
    if name == "小计" and cell.path:
        name = f"{cell.path[0]}{name}"
    if table.kind != "account" and BARE_TOTAL.fullmatch(name) and (spent := _SPENT.fullmatch(theme)):
        return f"{spent['what'].removesuffix('支出')}支出{name}"
    if subject.measure in ("points", "score") or "得分" in theme or cell.role == "head":
        return full_name(name, whole="", theme=theme, row="")
    nothing = not subject.column or subject.column.last or table.kind == "form"
    told = "" if nothing else cell.column[-1]
    return full_name(name, whole=theme if table.kind == "account" else "", theme="", row=told)


def _with_whole(statement: Statement, entity: Entity, found: list[Statement], heads: dict[int, Heads]) -> Statement:
    """The statement with the total it is part of; a part under 其中 takes the total's name before its own."""
    table = heads[entity.table]
    whole = table.wholes[entity.cell]
    total = table.placed.get(whole, -1)
    if total < 0 or statement.measure == "completion" or _differs(found[total], statement):
        return statement
    name = statement.full_name
    cell, above = table.table.cells[entity.cell], table.table.cells[whole].column
    if cell.column and above and table.column(cell).inside:
        head = re.sub(r"(?:合计|总计|小计)$", "", above[-1])
        name = full_name(name, whole=head, theme="", row="")
    return msgspec.structs.replace(statement, part_of=total, full_name=name)


def _differs(total: Statement, part: Statement) -> bool:
    return (total.measure, total.unit) != (part.measure, part.unit)
