"""The quantities and dates of one text, as a library function of its own: ``pipeline.quantities(text)``.

Needs the stages ``structure`` and ``extract`` only: no segmenter, no taxonomy, no model. ``jsonl`` reads and writes many
texts, one a line.
"""

from __future__ import annotations

from pipeline.extract import extract
from pipeline.extract.facts.dates import find_date
from pipeline.extract.facts.lines import Lines
from pipeline.extract.facts.title import find_title
from pipeline.extract.facts.years import find_year
from pipeline.records import Entity, Facts, Layout, Record
from pipeline.structure import structure


class Quantity(Record, frozen=True):
    """A quantity or a date as ``entities.csv`` has it; ``text`` is ``source[start:end]``, offsets count code points."""

    entity_id: str  # e1, e2 ... in the order of the text
    start: int
    end: int
    text: str
    type: str  # MONEY, RATE, PERSON_COUNT, COUNT, PERCENT, SCORE, DATE
    value: str  # a plain decimal in `unit` with the printed digits, or ISO 8601 for DATE
    value_high: str  # of a range
    unit: str
    comparator: str  # ge, gt, le, lt or ""
    approximate: bool
    unit_source: str  # text, header, elided; "" for DATE
    table: str  # form or account where it is a table's figure, else ""; entities.csv leaves account figures out


def quantities(text: str, *, year: int | None = None) -> tuple[Quantity, ...]:
    """Every quantity and date of a text, in its order; linear in its length, never fails.

    A text of any size, from one phrase to a whole report with its tables; layout counts, so that a figure finds the unit
    in the head of its column. ``year`` is the year of a month that names none; if it is not given, it is the year in the
    report's title, else the year last told before the month.

    >>> [(found.text, found.value, found.unit) for found in quantities("拨付医保基金1.2亿元，惠及九百余人")]
    [('1.2亿元', '12000', '万元'), ('九百余人', '900', '人')]
    >>> [found] = quantities("参保率不低于９５.50％")
    >>> found.type, found.value, found.unit, found.comparator, found.start, found.end
    ('PERCENT', '95.50', '%', 'ge', 6, 12)
    >>> [(found.value, found.unit_source) for found in quantities("单位：万元\\n项目 金额\\n救助支出 30.5\\n培训支出 2")]
    [('30.5', 'header'), ('2', 'header')]
    >>> [found.value for found in quantities("2021年3月启动，10月底前完成，历时八个月")]
    ['2021-03', '2021-10', 'P8M']
    """
    layout = structure(text)
    found = extract(layout, Facts(year=_year_of_title(layout) if year is None else year))
    return tuple(_quantity(layout, number, entity) for number, entity in enumerate(found, 1))


def _year_of_title(layout: Layout) -> int | None:
    texts = Lines(layout.normal).texts
    title = "".join(texts[at] for at in find_title(texts))
    return find_year(title, (), find_date(texts), "") if title else None


def _quantity(layout: Layout, number: int, entity: Entity) -> Quantity:
    return Quantity(
        entity_id=f"e{number}",
        start=entity.start,
        end=entity.end,
        text=layout.text[entity.start : entity.end],
        type=entity.type,
        value=entity.value,
        value_high=entity.value_high,
        unit=entity.unit,
        comparator=entity.comparator,
        approximate=entity.approximate,
        unit_source=entity.unit_source,
        table=layout.tables[entity.table].kind if entity.table >= 0 else "",
    )
