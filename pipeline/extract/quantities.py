"""Find every quantity and date in a running text."""

from __future__ import annotations

import re
from functools import cache

from pipeline.extract import comparators, names, traps
from pipeline.extract.amounts import amount_pattern, read_amount
from pipeline.extract.barred import read_barred
from pipeline.extract.date_patterns import HINT
from pipeline.extract.dates import read_date
from pipeline.extract.durations import lengthen
from pipeline.extract.elided import elide
from pipeline.extract.implied import follow
from pipeline.numerals.patterns import DIGITS, ESTIMATES, LARGE, TENS
from pipeline.numerals.units import all_units
from pipeline.records import Entity
from pipeline.views import normal

_NO_COUNT_BEHIND = names.RANK_SIGNS | traps.GLUED
_ASCII_DIGITS = frozenset("0123456789")
# A figure in a row of figures, to which no words give a unit: 45.10 in 45.10  38.02
_IN_ROW = r"\d{1,15}+(?:,\d{3}){0,4}\.\d{1,8}+(?=[ \t\r\n]{1,8}+\d)"
_LOOK = re.compile(f"(?P<row>{_IN_ROW})|(?P<date>{HINT.pattern})|{traps.TRAP.pattern}")


def quantities(text: str, year: int | None = None) -> tuple[Entity, ...]:
    """Every quantity and date of a text, in order; offsets count code points of ``text``.

    ``year`` is the year that a month without one belongs to; where it is not given, the year last told in the text.

    >>> [(found.value, found.unit) for found in quantities("拨付医保基金1.2亿元，惠及九百余人")]
    [('12000', '万元'), ('900', '人')]
    """
    return scan(normal(text), year)


def scan(text: str, year: int | None, declared: str = "") -> tuple[Entity, ...]:
    """As ``quantities``, of a text in normal form; ``declared`` is the unit that its heading gives sums of money."""
    entities: list[Entity] = []
    bare: list[tuple[int, int]] = []  # numbers without a unit of their own
    search, at, told = hit_pattern().search, 0, year
    last: Entity | None = None
    while hit := search(text, at):
        entity, at = _read(text, hit.start(), year, bare)
        if entity:
            if entity.rule == "date.calendar":
                entity, last = follow(text, last, entity)
                if told is None and entity.value[0] != "-":
                    year = int(entity.value[:4])  # 2021年…，8月
            entities.append(entity)
    if bare and "|" in text:
        entities, bare = read_barred(text, entities, bare)
    return elide(text, entities, bare, declared) if bare else tuple(entities)


def _read(text: str, start: int, year: int | None, bare: list[tuple[int, int]]) -> tuple[Entity | None, int]:
    """What stands at a number, and where to go on."""
    if text[start] not in _ASCII_DIGITS and (end := names.set_name_end(text, start)):
        return None, end
    hint = _LOOK.match(text, start)  # most numbers are none of the three
    if hint and (told := _told(text, start, year, hint)):
        return told
    found = amount_pattern().match(text, start)
    if not found:
        return None, traps.run_end(text, start)
    if text[start - 1 : start] in _NO_COUNT_BEHIND and (names.is_rank(text, start) or traps.is_glued(text, start)):
        return None, found.end()
    if entity := read_amount(text, found):
        if entity.type == "DATE":
            entity = lengthen(text, entity)
        return entity, entity.end
    if found.lastgroup == "number":
        bare.append(found.span())
        return None, found.end()
    return None, traps.run_end(text, start)


def _told(text: str, start: int, year: int | None, hint: re.Match[str]) -> tuple[Entity | None, int] | None:
    """The date that stands at a number, or nothing where it is a figure in a row or a trap, and where to go on."""
    if hint["row"]:
        return None, hint.end()
    if hint["date"] and (date := read_date(text, start, year)):
        return _date(text, start, *date), date[0]
    end = traps.trap_end(text, start)
    return (None, end) if end else None


def _date(text: str, start: int, end: int, value: str) -> Entity:
    if text[start - 1 : start] == "第":  # 第三季度
        start -= 1
    comparator = comparators.deadline(text, start, end)
    return Entity(start=start, end=end, type="DATE", value=value, comparator=comparator, rule="date.calendar")


@cache
def hit_pattern() -> re.Pattern[str]:
    """Where it is worth looking: a digit, or a numeral that something may follow that it counts.

    It begins with a set of characters, which is what the search of ``re`` is quick at.
    """
    first = f"0-9{DIGITS}{TENS}{LARGE}几数半上下前首元对"
    units = "".join(sorted({spelling[0] for spelling in all_units()}))
    then = f"0-9{DIGITS}{TENS}{LARGE}{ESTIMATES}几半点成分季月年万亿至到~— \\-、\t\n{re.escape(units)}"
    return re.compile(f"[{first}](?:(?<=[0-9])|(?<![统单唯专逐划]一)(?<!对)(?=[{then}])|(?<=打对)(?=折))")
