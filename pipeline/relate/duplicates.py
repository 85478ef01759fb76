"""The same statement told twice, in prose and in a table: linked to the first of the two, and both kept."""

from __future__ import annotations

import msgspec

from pipeline.records import Statement

_SHORTEST = 3  # characters of a name that may stand inside another's
Key = tuple[float, str, str, str]


def link_duplicates(statements: tuple[Statement, ...], text: str) -> tuple[Statement, ...]:
    """Set ``same_as`` of each row of prose that a table tells too, and of each row of a table told in prose before."""
    if len({statement.source == "text" for statement in statements}) < 2:
        return statements
    seen: dict[Key, list[int]] = {}
    linked = list(statements)
    for index, statement in enumerate(statements):
        value = float(statement.value)
        if not value:
            continue
        key = (value, statement.unit, statement.measure, statement.year)
        others = seen.setdefault(key, [])
        for other in others:
            if _same_thing(statement, statements[other], text):
                linked[index] = msgspec.structs.replace(statement, same_as=other)
                break
        else:
            others.append(index)
    return tuple(linked)


def _same_thing(one: Statement, other: Statement, text: str) -> bool:
    """Whether one is of prose and the other of a table, and their names agree: by code, or one within the other."""
    if (one.source == "text") == (other.source == "text") or one.period != other.period:
        return False
    if one.code and other.code:
        return one.code == other.code
    first, second = ("".join(text[each.start : each.end].split()) for each in (one, other))
    shorter, longer = sorted((first, second), key=len)
    return shorter == longer or (len(shorter) >= _SHORTEST and shorter in longer)
