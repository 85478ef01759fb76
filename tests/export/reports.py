"""A small invented report as its records, for tests of what comes after the stages."""

from __future__ import annotations

from pipeline.records import Cell, Document, Entity, Facts, Layout, Match, Report, Segment, Statement, Table

TEXT = (
    "=青岭县医疗保障局2021年度自评\r\n"
    "一、成绩\n全县参保人数 312,000人，其中居民“医保”285000人。\n"
    "公开01表\n工资福利支出\t44.40\n"
    "办公费\t-3.5"
)


def _at(piece: str) -> tuple[int, int]:
    start = TEXT.index(piece)
    return start, start + len(piece)


def _entity(piece: str, kind: str, value: str, unit: str, table: int = -1, cell: int = -1) -> Entity:
    start, end = _at(piece)
    return Entity(start, end, kind, value=value, unit=unit, unit_source="text", table=table, cell=cell)


def _statement(entity: int, name: str, value: str, unit: str, part_of: int = -1, source: str = "text") -> Statement:
    start, end = _at(name)
    line_end = TEXT.index("\n", end) if "\n" in TEXT[end:] else len(TEXT)
    return Statement(
        entity=entity,
        start=start,
        end=end,
        full_name=f"青岭县{name}",
        value=value,
        unit=unit,
        measure="actual",
        year="2021",
        part_of=part_of,
        source=source,
        evidence_start=start,
        evidence_end=line_end,
        confidence=0.87654,
    )


def invented_report() -> Report:
    """Two figures in a sentence, one part of the other, and two in an account table."""
    cells = (
        Cell(*_at("44.40"), row="工资福利支出", row_code="301", column=("支出", "决算数"), unit="万元"),
        Cell(*_at("-3.5"), row="办公费", column=("支出", "", "决算数"), unit="万元"),
    )
    entities = (
        Entity(*_at("参保人数"), "INDICATOR"),
        _entity("312,000人", "PERSON_COUNT", "312000", "人"),
        _entity("285000人", "PERSON_COUNT", "285000", "人"),
        _entity("44.40", "MONEY", "44.40", "万元", table=0, cell=0),
        _entity("-3.5", "MONEY", "-3.5", "万元", table=0, cell=1),
    )
    statements = (
        _statement(1, "参保人数", "312000", "人"),
        _statement(2, "居民“医保”", "285000", "人", part_of=0),
        _statement(3, "工资福利支出", "44.40", "万元", source="table"),
        _statement(4, "办公费", "-3.5", "万元", source="table"),
    )
    head = TEXT.index("一、")
    table = TEXT.index("公开")
    return Report(
        document=Document("ab12", "甲/自评.txt", "ab12" * 16, "txt", TEXT),
        facts=Facts(
            title="=青岭县医疗保障局2021年度自评",
            county="青岭县",
            prefecture="云州市",
            province="某省",
            agency="青岭县医疗保障局",
            year=2021,
            report_type="final_accounts",
        ),
        layout=Layout(TEXT, TEXT, tables=(Table("account", table, len(TEXT), title="公开01表", cells=cells),)),
        segments=(
            Segment(0, head, "front_matter"),
            Segment(head, table, "achievements", 0.9),
            Segment(table, len(TEXT), "table"),
        ),
        entities=entities,
        statements=statements,
        matches=(
            Match("insured.persons", "基本医疗保险参保人数", 0.97, "matched"),
            Match(
                score=0.51,
                status="ambiguous",
                runner_up="insured.persons.poor",
                reason="spelling",
                candidate="insured.persons.resident",
                candidate_name="居民参保人数",
                runner_up_name="贫困人口参保人数",
            ),
            Match("account.wages", "工资福利支出", 1.0, "matched"),
            Match(status="unmatched"),
        ),
    )
