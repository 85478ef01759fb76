"""A taxonomy searched: the indicators that a name may be, and those that have a word in a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from typer import echo

from pipeline.align.aligner import Aligner
from pipeline.align.ask import ask
from pipeline.resources.spelling import squeeze
from pipeline.resources.taxonomy import Indicator, Taxonomy
from pipeline.terminal.safe import safe

_MOST, _MOST_HOLDING = 10, 20  # indicators that a search prints: likely ones, and others with the word in a name


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
    shown = {one.id for one, _ in likely[:_MOST]}
    more = [one for one in holding(name, aligner.taxonomy) if one.id not in shown]
    for one in more[:_MOST_HOLDING]:
        echo(f"{one.id}\t{one.name}")
    if len(more) > _MOST_HOLDING:
        echo(f"... and {len(more) - _MOST_HOLDING} more with {safe(name)} in a name")


def holding(part: str, taxonomy: Taxonomy) -> Iterator[Indicator]:
    """The indicators that have a word in one of their names, in the order of the taxonomy."""
    word = squeeze(part)
    for one in taxonomy.indicators.values():
        if word and any(word in squeeze(name) for name in (one.name, *one.aliases)):
            yield one


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
    return [sure, *(min(share * rest, sure) for share in others)]  # what is cut off is left to "none of these"
