"""A taxonomy looked at: checked, shown, searched, compared with another, written as one flat table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from typer import echo

from pipeline.align.aligner import Aligner
from pipeline.align.ask import ask
from pipeline.errors import UsageError
from pipeline.export.csv import header, line
from pipeline.export.schema import Column
from pipeline.resources.taxonomy import Indicator, Taxonomy

FIELDS = (
    *("id", "parent", "name", "name_en", "unit_family", "domain", "scheme", "population", "aliases", "differs_from"),
    *("formula", "definition", "source", "valid_from", "valid_to"),
)
_COLUMNS = tuple(Column("taxonomy", name, "string", name not in ("id", "parent"), name, "") for name in FIELDS)
_MOST = 10  # indicators that a search prints


def print_check(folder: Path | None) -> None:
    """Say what a taxonomy holds. Raises ResourceError at its first fault."""
    found = Taxonomy.load(folder)
    names = sum(1 + len(one.aliases) for one in found.indicators.values()) + len(found.whole_names)
    echo(f"{len(found.indicators)} indicators, {names} names, fingerprint {found.fingerprint[:16]}: no fault")


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


def print_search(name: str, folder: Path | None, console: Console) -> None:
    """Print the indicators that a name may be, best first, with their probabilities."""
    aligner = Aligner(Taxonomy.load(folder))
    likely = _likely(name, aligner)
    table = Table("probability", "unit family")
    table.add_column("name", overflow="fold")
    table.add_column("id", no_wrap=True)
    for one, share in likely[:_MOST]:
        table.add_row(f"{share:.2f}", one.unit_family, one.name, one.id)
    none = max(0.0, 1 - sum(share for _, share in likely))
    table.add_row(f"{none:.2f}", "", "none of these", "")
    console.print(table)


def _likely(name: str, aligner: Aligner) -> list[tuple[Indicator, float]]:
    """The indicators that a name may be, with their probabilities; a 科目编码 leaves no choice."""
    told = aligner.look_up(name)
    if told.indicator_id and not told.candidate:
        return [(aligner.taxonomy.indicators[told.indicator_id], told.score)]
    query = ask(name, "", "", aligner.watcher)
    ranked = aligner.finder.rank(query)
    shares = aligner.weights.shares([one.score for one in ranked], query.against(aligner.finder.index))
    found = likelihoods(shares, aligner.weights.listed.curve)
    return [(one.spelling.indicator, share) for one, share in zip(ranked, found, strict=True)]


def likelihoods(shares: Sequence[float], curve: Callable[[float], float]) -> list[float]:
    """The probabilities of candidates, best first: the best's is calibrated, the others and "none of these" share the rest.

    >>> [round(one, 2) for one in likelihoods([0.6, 0.2], lambda share: 0.8)]
    [0.8, 0.1]
    """
    if not shares:
        return []
    best, *others = shares
    sure = curve(best)
    rest = (1 - sure) / (1 - best) if best < 1 else 0.0
    return [sure, *(share * rest for share in others)]


def differences(old: Taxonomy, new: Taxonomy) -> Iterator[str]:
    """What the new taxonomy adds, drops and changes, an indicator a line or more."""
    for one in old.indicators.keys() - new.indicators.keys():
        yield f"- {one}\t{old.indicators[one].name}"
    for one in new.indicators.keys() - old.indicators.keys():
        yield f"+ {one}\t{new.indicators[one].name}"
    for one in old.indicators.keys() & new.indicators.keys():
        before, after = _fields(old.indicators[one]), _fields(new.indicators[one])
        yield from (
            f"~ {one}\t{name}: {before[name]} -> {after[name]}" for name in FIELDS if before[name] != after[name]
        )


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


def _fields(one: Indicator) -> dict[str, str]:
    values = ((name, getattr(one, name) or "") for name in FIELDS)
    return {name: "|".join(value) if isinstance(value, tuple) else str(value) for name, value in values}
