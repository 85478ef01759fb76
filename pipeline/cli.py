"""The command ``xianbao``: arguments in, exit code out. Every command imports what it uses when it is called.

Exit codes: 0 the work is done (files that could not be read stand in failures.csv), 2 a call that cannot be carried
out, 3 nothing could be read (of quantities from standard input: some line could not), 1 a fault of the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

import pipeline
from pipeline.errors import PipelineError, ReadError
from pipeline.review.cli import app as annotate

app = typer.Typer(
    name="xianbao",
    help="县报：读取县级政府报告，整理成数据集。Reads county reports into a data set, every number in its place.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(annotate, name="annotate")

CANNOT = 2
NOTHING_READ = 3


@contextmanager
def _plain_errors() -> Iterator[None]:
    """A failure that the user can act on is one line, not a traceback."""
    try:
        yield
    except PipelineError as error:
        from pipeline.terminal.safe import safe

        typer.echo(safe(f"xianbao: {error.message}; {error.advice}"), err=True)
        raise typer.Exit(NOTHING_READ if isinstance(error, ReadError) else CANNOT) from error


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"xianbao {pipeline.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Options before the command."""


@app.command()
def run(
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT...", help="Report files, or folders to walk.")],
    out: Annotated[Path, typer.Option(metavar="DATASET", help="Folder to write; must not exist yet.")],
    workers: Annotated[int | None, typer.Option(min=1, help="Worker processes; as many as there are cores.")] = None,
    engine: Annotated[str, typer.Option(help="processes, or serial to read in this process.")] = "processes",
    parquet: Annotated[bool, typer.Option("--parquet", help="Write every table as Parquet too.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the data set that is there.")] = False,
) -> None:
    """Read reports into a data set."""
    from pipeline.batch import run_batch
    from pipeline.terminal.progress import progress_bar
    from pipeline.terminal.summary import print_summary

    with _plain_errors():
        with progress_bar() as progress:
            summary = run_batch(
                inputs, out, engine=engine, workers=workers, parquet=parquet, overwrite=force, progress=progress
            )
        print_summary(summary, out)
    if not summary.reports:
        raise typer.Exit(NOTHING_READ)


@app.command()
def show(file: Annotated[Path, typer.Argument(metavar="FILE", help="A report.")]) -> None:
    """Show one report with what was found in it."""
    from rich.console import Console

    from pipeline.run import Tools, read_report
    from pipeline.terminal.report import print_report

    with _plain_errors():
        report = read_report(file, Tools())
    print_report(report, Console(highlight=False))


@app.command()
def quantities(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="A report; without it, texts from standard input.")
    ] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print a JSON object a line, not a table.")] = False,
) -> None:
    """Print the quantities and dates of a text.

    Without FILE, standard input gives a text a line: {"id": ..., "text": "..."}.
    """
    from pipeline.terminal.quantities import print_answers, print_file

    with _plain_errors():
        if file is not None:
            print_file(file, jsonl=jsonl)
        elif print_answers(jsonl=jsonl):
            raise typer.Exit(NOTHING_READ)


@app.command()
def evaluate(
    dataset: Annotated[Path, typer.Argument(metavar="DATASET", help="What `xianbao run` wrote.")],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Annotations, a folder a report.")],
    errors: Annotated[int, typer.Option(min=0, help="Print so many errors of each report and layer.")] = 0,
    json: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the figures to a JSON file too.")] = None,
) -> None:
    """Score a data set against annotated reports."""
    from pipeline.evaluate import main_table

    with _plain_errors():
        typer.echo(main_table(dataset, gold, errors=errors, json=json))


def main() -> None:
    """Run the command."""
    app()
