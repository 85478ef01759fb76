"""Commands about indicators: ``align``, and the group ``taxonomy``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import TaxonomyFolder
from pipeline.terminal.errors import plain_errors

taxonomy = typer.Typer(help="The taxonomy of indicators, ours or your own.", no_args_is_help=True)


def align_names(
    arguments: Annotated[
        list[str], typer.Argument(metavar="[apply] FILE", help="A CSV of names; after apply, an edited alignment.csv.")
    ],
    out: Annotated[Path | None, typer.Option(metavar="OUT.csv", help="The CSV to write the indicators to.")] = None,
    taxonomy_folder: TaxonomyFolder = None,
) -> None:
    """Find the indicators of a list of names; with apply, take reviewed names into a taxonomy of your own.

    FILE has the columns name, context and unit_family; the last two may be empty.
    """
    with plain_errors():
        from pipeline.terminal.aligning import run_align

        typer.echo(run_align(arguments, out, taxonomy_folder), err=True)


@taxonomy.callback()
def taxonomy_options() -> None:
    """The taxonomy of indicators, ours or your own."""


@taxonomy.command("check")
def taxonomy_check(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="A taxonomy; ours if none is named.")] = None,
) -> None:
    """Check a taxonomy: a fault is told with file and line."""
    with plain_errors():
        from pipeline.terminal.taxonomy import print_check

        print_check(folder)


@taxonomy.command("show")
def taxonomy_show(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID...]", help="Indicators; all if none is named.")
    ] = None,
    taxonomy_folder: TaxonomyFolder = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write all as one flat CSV instead.")] = None,
) -> None:
    """Print indicators with their names, near misses, formula and source."""
    with plain_errors():
        from pipeline.terminal.taxonomy import print_indicators, write_flat

        if out:
            typer.echo(f"{write_flat(out, taxonomy_folder)} indicators in {out}", err=True)
        else:
            print_indicators(ids or (), taxonomy_folder)


@taxonomy.command("search")
def taxonomy_search(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name as a report prints it.")],
    taxonomy_folder: TaxonomyFolder = None,
) -> None:
    """Print the indicators that a name may be, the likeliest first."""
    with plain_errors():
        from rich.console import Console

        from pipeline.terminal.search import print_search

        print_search(name, taxonomy_folder, Console(highlight=False))


@taxonomy.command("diff")
def taxonomy_diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A taxonomy folder.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Another one.")],
) -> None:
    """Print what a taxonomy adds (+), drops (-) and changes (~)."""
    with plain_errors():
        from pipeline.terminal.taxonomy import print_differences

        print_differences(old, new)
