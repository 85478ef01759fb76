"""Find every quantity and date in a running text."""

from __future__ import annotations

import re
from functools import cache

from pipeline.extract import comparators, names
from pipeline.extract.amounts import amount_pattern, read_amount
from pipeline.extract.dates import HINT, read_date
from pipeline.extract.elided import elide
from pipeline.numerals.patterns import DIGITS, ESTIMATES, LARGE, TENS
from pipeline.numerals.units import all_units
from pipeline.records import Entity
from pipeline.views import normal

# What is no quantity though it begins like one: 1.2020年 (a list number before a year), 1:3, 8:30, 4+7, 12345678901.
_TRAP = re.compile(
    r"\d{1,2}[.、](?=(?:19|20)\d\d\s{0,2}年)"  # a list number before a year: 1.2020年
    r"|(?<![^\s。;:])\d{1,2}\.(?=\d{1,4}[家个户名人件起次项条所辆台份批场期位种类本])"  # and before a count: 1.35家
    r"|\d{1,4}(?:\.\d{1,4})?(?:[:∶︰]\d{1,4}(?:\.\d{1,4})?){1,4}"  # 1:3, 8:30
    r"|\d{1,4}(?:\+\d{1,4}){1,4}"  # 4+7
    # 1.1.3, 6,50.0,12; but 1,234,500.5 is a number and 512.30,498.75 are two
    r"|(?!\d{1,3}(?:,\d{3}){1,4}(?:\.\d+)?(?![.,]?\d))(?!\d+\.\d+,\d+\.\d+(?![.,]?\d))\d+(?:[.,]\d+){2,}"
)
_ASCII_DIGITS = frozenset("0123456789")
_GLUED = re.compile(r"[A-Za-z+*/_×]")  # A4, V2.0, 4+7, (实际/预算)×100%
_RUN = re.compile(rf"[\d.,]+|[{DIGITS}{TENS}{LARGE}半][{DIGITS}{TENS}{LARGE}几数半上]*|.", re.DOTALL)


def quantities(text: str, year: int | None = None) -> tuple[Entity, ...]:
    """Every quantity and date of a text, in order; offsets count code points of ``text``.

    ``year`` is the year that a month without one belongs to.

    >>> [(found.value, found.unit) for found in quantities("拨付医保基金1.2亿元，惠及九百余人")]
    [('12000', '万元'), ('900', '人')]
    """
    return scan(normal(text), year)


def scan(text: str, year: int | None) -> tuple[Entity, ...]:
    """As ``quantities``, of a text in normal form."""
    entities: list[Entity] = []
    bare: list[tuple[int, int]] = []  # numbers without a unit of their own
    search, at = hit_pattern().search, 0
    while hit := search(text, at):
        start = hit.start()
        entity, at = _read(text, start, year, bare)
        if entity:
            entities.append(entity)
    return elide(text, entities, bare) if bare else tuple(entities)


def _read(text: str, start: int, year: int | None, bare: list[tuple[int, int]]) -> tuple[Entity | None, int]:
    """What stands at a number, and where to go on."""
    if text[start] not in _ASCII_DIGITS and names.in_set_name(text, start):
        return None, start + 1
    if HINT.match(text, start) and (date := read_date(text, start, year)):
        if text[start - 1 : start] == "第":  # 第三季度
            start -= 1
        return _date(text, start, *date), date[0]
    if trap := _TRAP.match(text, start):
        return None, trap.end()
    previous = text[start - 1 : start]
    found = amount_pattern().match(text, start)
    if not found:
        return None, _RUN.match(text, start).end()  # type: ignore[union-attr]
    if names.is_rank(text, start) or _GLUED.match(previous):
        return None, found.end()
    if entity := read_amount(text, found):
        return entity, entity.end
    if found.lastgroup == "number":
        bare.append(found.span())
        return None, found.end()
    return None, _RUN.match(text, start).end()  # type: ignore[union-attr]


def _date(text: str, start: int, end: int, value: str) -> Entity:
    comparator = comparators.deadline(text, end)
    return Entity(
        start=start,
        end=end,
        type="DATE",
        value=value,
        comparator=comparator,
        rule="date.calendar",
    )


@cache
def hit_pattern() -> re.Pattern[str]:
    """Where it is worth looking: a digit, or a numeral that something may follow that it counts.

    It begins with a set of characters, which is what the search of ``re`` is quick at.
    """
    first = f"0-9{DIGITS}{TENS}{LARGE}几数半上下前元"
    units = "".join(sorted({spelling[0] for spelling in all_units()}))
    then = f"{DIGITS}{TENS}{LARGE}{ESTIMATES}几半点成分季月年万亿至到~— \\-、\t\n{re.escape(units)}"
    return re.compile(f"[{first}](?:(?<=[0-9])|(?<![统单唯专逐划]一)(?=[{then}]))")
