"""From a number and its measure to the finished record, with what stands beside it: sign, comparator, approximation."""

from __future__ import annotations

from decimal import Decimal

from pipeline.extract import comparators
from pipeline.extract.measures import Measure, value_in
from pipeline.numerals.numbers import read_number
from pipeline.records import Entity

_NO_REST = Decimal(0)
_MINUS = frozenset("-−－负")
_JOINS = frozenset(
    "年月日号元%‰分岁米级个天周人次户家万亿角毛一二三四五六七八九)]】〕-"
)  # a dash after these joins, it is no sign


def finish(
    text: str,
    start: int,
    end: int,
    measure: Measure,
    value: str,
    *,
    high: str = "",
    approximate: bool = False,
    comparator: str = "",
    rule: str,
    unit_source: str = "text",
    place: tuple[int, int] = (-1, -1),
) -> Entity:
    """The quantity from ``start`` to ``end``, whose value is in the unit of the measure; ``place`` is its table and cell."""
    told, blurred = comparators.beside(text, start, end, measure.type)
    approximate = approximate or blurred or measure.approximate
    if measure.type == "DATE":  # a length of time: 三年 is P3Y
        return Entity(
            start=start,
            end=end,
            type="DATE",
            value=measure.unit.replace("_", value),
            value_high=measure.unit.replace("_", high) if high else "",
            comparator=told or comparator,
            approximate=approximate,
            table=place[0],
            cell=place[1],
            rule="date.duration",
        )
    if text[start - 1 : start] in _MINUS and _is_sign(text, start - 1):
        start -= 1
        value = "-" + value if value.strip("0.") else value
    return Entity(
        start=start,
        end=end,
        type=measure.type,
        value=value,
        value_high=high,
        unit=measure.unit,
        comparator=told or comparator,
        approximate=approximate,
        unit_source=unit_source,
        table=place[0],
        cell=place[1],
        rule=f"{measure.type.lower()}.{rule}",
    )


def finish_number(
    text: str, start: int, end: int, written: str, measure: Measure, *, rest: Decimal = _NO_REST, rule: str
) -> Entity | None:
    """The quantity whose number is still to be read; ``rest`` is what was told after its unit."""
    number = read_number(written)
    if number is None:
        return None
    return finish(
        text,
        start,
        end,
        measure,
        value_in(number.value + rest if rest else number.value, measure),
        high="" if number.high is None else value_in(number.high, measure),
        approximate=number.approximate,
        comparator=number.comparator,
        rule=rule,
    )


def _is_sign(text: str, at: int) -> bool:
    """Whether a dash before a number is a minus: it joins neither two quantities nor the parts of a code."""
    previous = text[at - 1 : at] if at else ""
    return previous not in _JOINS and not (previous.isascii() and previous.isalnum())
