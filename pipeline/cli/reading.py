"""Commands that read reports: ``run``, ``show``, ``explain``, ``quantities``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import ReportFile, TaxonomyFolder
from pipeline.terminal.errors import NOTHING_READ, given_file, plain_errors


def run(
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT...", help="Report files, or folders to walk.")],
    out: Annotated[Path, typer.Option(metavar="DATASET", help="Folder to write; must not exist, or be empty.")],
    workers: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Worker processes; as many as cores, no more than files.")
    ] = None,
    engine: Annotated[
        str, typer.Option(metavar="NAME", help="processes, or serial to read in this process.")
    ] = "processes",
    parquet: Annotated[bool, typer.Option("--parquet", help="Write every table as Parquet too.")] = False,
    taxonomy_folder: TaxonomyFolder = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the data set that is there.")] = False,
) -> None:
    """Read reports into a data set."""
    with plain_errors():
        from pipeline.batch import run_batch
        from pipeline.settings import Settings
        from pipeline.terminal.progress import progress_bar
        from pipeline.terminal.summary import print_summary

        with progress_bar() as progress:
            summary = run_batch(
                inputs,
                out,
                settings=Settings(taxonomy=str(taxonomy_folder or "")),
                engine=engine,
                workers=workers,
                parquet=parquet,
                overwrite=force,
                progress=progress,
            )
        print_summary(summary, out)
    if not summary.reports:
        raise typer.Exit(NOTHING_READ)


def show(file: ReportFile, taxonomy_folder: TaxonomyFolder = None) -> None:
    """Show one report with what was found in it."""
    with plain_errors():
        from rich.console import Console

        from pipeline.run import Tools, read_report
        from pipeline.terminal.report import print_report

        report = read_report(given_file(file), Tools.of(taxonomy_folder))
        print_report(report, Console(highlight=False))


def explain(
    file: ReportFile,
    offset: Annotated[int, typer.Argument(metavar="OFFSET", help="Where in its text the number stands: value_start.")],
    taxonomy_folder: TaxonomyFolder = None,
) -> None:
    """Show why a number has its name: candidates, signals, scores, and what its confidence rests on."""
    with plain_errors():
        from rich.console import Console

        from pipeline.run import Tools
        from pipeline.terminal.explain import print_explanation

        print_explanation(given_file(file), offset, Console(highlight=False), Tools.of(taxonomy_folder))


def quantities(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="A report; without it, texts from standard input.")
    ] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print a JSON object a line, not a table.")] = False,
) -> None:
    """Print the quantities and dates of a text.

    Without FILE, standard input gives a text a line, {"id": ..., "text": "..."}, and a JSON object answers each.
    """
    with plain_errors():
        from pipeline.terminal.quantities import print_answers, print_file

        if file is not None:
            print_file(given_file(file), jsonl=jsonl)
        elif print_answers():
            raise typer.Exit(NOTHING_READ)
