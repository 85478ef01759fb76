"""A taxonomy looked at: checked, shown, compared with another, written as one flat table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from typer import echo

from pipeline.errors import UsageError
from pipeline.export.csv import header, line
from pipeline.export.schema import Column
from pipeline.resources.taxonomy import Indicator, Taxonomy

FIELDS = (
    *("id", "parent", "name", "name_en", "unit_family", "domain", "scheme", "population", "aliases", "differs_from"),
    *("formula", "definition", "source", "valid_from", "valid_to"),
)
LISTS = ("aliases", "differs_from")
_COLUMNS = tuple(Column("taxonomy", name, "string", name not in ("id", "parent"), name, "") for name in FIELDS)


def print_check(folder: Path | None) -> None:
    """Say what a taxonomy holds. Raises ResourceError at its first fault."""
    found = Taxonomy.load(folder)
    names = sum(1 + len(one.aliases) for one in found.indicators.values()) + len(found.whole_names)
    told = f"{len(found.indicators)} indicators, {names} names"
    if count := sum(map(len, found.decisions.values())):
        told += f", {count} names for some places only"
    echo(f"{told}, fingerprint {found.fingerprint[:16]}: no fault")


def print_indicators(ids: Iterable[str], folder: Path | None) -> None:
    """Print indicators with all that is known of them; the tree of all if none is named. Raises UsageError."""
    taxonomy = Taxonomy.load(folder)
    wanted = list(ids)
    if not wanted:
        for one in taxonomy.indicators.values():
            echo(f"{one.id}\t{one.name}\t{one.unit_family}")
    for name in wanted:
        if name not in taxonomy.indicators:
            advice = "xianbao taxonomy search finds ids by name"
            raise UsageError(f"no indicator has the id {name}", stage="taxonomy", advice=advice)
        for told in _lines(taxonomy.indicators[name], taxonomy):
            echo(told)


def differences(old: Taxonomy, new: Taxonomy) -> Iterator[str]:
    """What the new taxonomy adds, drops and changes, an indicator a line or more."""
    for one in old.indicators.keys() - new.indicators.keys():
        yield f"- {one}\t{old.indicators[one].name}"
    for one in new.indicators.keys() - old.indicators.keys():
        yield f"+ {one}\t{new.indicators[one].name}"
    for one in old.indicators.keys() & new.indicators.keys():
        before, after = _fields(old.indicators[one]), _fields(new.indicators[one])
        changed = (name for name in FIELDS if before[name] != after[name])
        yield from (f"~ {one}\t{name}: {_change(name, before[name], after[name])}" for name in changed)


def _change(field: str, before: str, after: str) -> str:
    """From what to what; of a list what came and what went."""
    if field not in LISTS:
        return f"{before} -> {after}"
    old, new = before.split("|"), after.split("|")
    told = [f"+{each}" for each in new if each and each not in old] + [f"-{each}" for each in old if each not in new]
    return " ".join(told) or "in another order"


def print_differences(old: Path, new: Path) -> None:
    """Print what changed from one taxonomy folder to another, by id."""
    for told in sorted(differences(Taxonomy.load(old), Taxonomy.load(new)), key=lambda text: text[2:]):
        echo(told)


def write_flat(out: Path, folder: Path | None) -> int:
    """Write every indicator as a row of one CSV, lists parted by ``|``; gives their number. Raises UsageError."""
    found = Taxonomy.load(folder)
    rows = (line(_COLUMNS, tuple(_fields(one).values())) for one in found.indicators.values())
    try:
        out.write_bytes((header(_COLUMNS) + "".join(rows)).encode("utf-8"))
    except OSError as error:
        advice = "name another file"
        raise UsageError(f"{out}: cannot be written ({error.strerror})", stage="taxonomy", advice=advice) from error
    return len(found.indicators)


def _lines(one: Indicator, taxonomy: Taxonomy) -> Iterator[str]:
    """What is known of an indicator, a field a line; a line for each near miss, with what tells the two apart."""
    for field, value in _fields(one).items():
        if field == "differs_from":
            for other in one.differs_from:
                told = (other, taxonomy.indicators[other].name, taxonomy.differences.get((one.id, other), ""))
                yield "\t".join((field, *filter(None, told)))
        elif value:
            yield f"{field}\t{value}"
    yield from _decided(one, taxonomy)


def _decided(one: Indicator, taxonomy: Taxonomy) -> Iterator[str]:
    """The names that mean the indicator somewhere only, and where."""
    for name, decisions in taxonomy.decisions.items():
        for told in decisions:
            if told.indicator == one.id:
                yield "\t".join(filter(None, ("decided", name, told.unit_family, "|".join(told.context))))


def _fields(one: Indicator) -> dict[str, str]:
    values = ((name, getattr(one, name) or "") for name in FIELDS)
    return {name: "|".join(value) if isinstance(value, tuple) else str(value) for name, value in values}
