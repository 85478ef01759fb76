"""The same statement told twice, in prose and in a table: linked to the first of the two, and both kept."""

from __future__ import annotations

import msgspec

from pipeline.records import Statement

_SHORTEST = 3  # characters of a name that may stand inside another's
Key = tuple[float, str, str, str, str]


def link_duplicates(statements: tuple[Statement, ...], text: str) -> tuple[Statement, ...]:
    """Set ``same_as`` of each row of prose that a table tells too, and of each row of a table told in prose before."""
    if len({statement.source == "text" for statement in statements}) < 2:
        return statements
    seen: dict[tuple[bool, Key], list[int]] = {}  # by whether prose tells it
    names: dict[int, str] = {}  # of the statements that were compared
    linked = list(statements)
    for index, statement in enumerate(statements):
        value = float(statement.value)
        if not value:
            continue
        key = (value, statement.unit, statement.measure, statement.year, statement.period)
        prose = statement.source == "text"
        others = seen.get((not prose, key))
        same = _first_same(statements, index, others, text, names) if others else -1
        if same >= 0:
            linked[index] = msgspec.structs.replace(statement, same_as=same)
        else:
            seen.setdefault((prose, key), []).append(index)
    return tuple(linked)


def _first_same(
    statements: tuple[Statement, ...], index: int, others: list[int], text: str, names: dict[int, str]
) -> int:
    return next((other for other in others if _same_thing(statements, index, other, text, names)), -1)


def _same_thing(statements: tuple[Statement, ...], index: int, other: int, text: str, names: dict[int, str]) -> bool:
    """Whether the names of two statements agree: by code, or one within the other."""
    codes = statements[index].code, statements[other].code
    if all(codes):
        return codes[0] == codes[1]
    for at in (index, other):
        if at not in names:
            names[at] = "".join(text[statements[at].start : statements[at].end].split())
    shorter, longer = sorted((names[index], names[other]), key=len)
    return shorter == longer or (len(shorter) >= _SHORTEST and shorter in longer)
