"""The command ``xianbao``: arguments in, exit code out. Every command imports what it uses when it is called.

Exit codes: 0 the work is done (files that could not be read stand in failures.csv), 2 a call that cannot be carried
out, 3 nothing could be read (of quantities from standard input: some line could not), 1 a fault of the program, 130
interrupted.
"""

from __future__ import annotations

import signal
from pathlib import Path
from typing import Annotated

import typer

import pipeline
from pipeline.terminal.errors import NOTHING_READ, given_file, plain_errors

app = typer.Typer(
    name="xianbao",
    help="县报：读取县级政府报告，整理成数据集。Reads county reports into a data set, every number in its place.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
annotate = typer.Typer(help="Annotated reports: compile the markup, compare annotators.", no_args_is_help=True)
app.add_typer(annotate, name="annotate")
taxonomy = typer.Typer(help="The taxonomy of indicators, ours or your own.", no_args_is_help=True)
app.add_typer(taxonomy, name="taxonomy")
TaxonomyFolder = Annotated[
    Path | None,
    typer.Option("--taxonomy", metavar="DIR", help="A taxonomy of your own, which replaces or extends ours."),
]


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


@app.command()
def show(file: Annotated[Path, typer.Argument(metavar="FILE", help="A report.")]) -> None:
    """Show one report with what was found in it."""
    with plain_errors():
        from rich.console import Console

        from pipeline.run import Tools, read_report
        from pipeline.terminal.report import print_report

        print_report(read_report(given_file(file), Tools()), Console(highlight=False))


@app.command()
def explain(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A report.")],
    offset: Annotated[int, typer.Argument(metavar="OFFSET", help="Where in its text the number stands: value_start.")],
) -> None:
    """Show why a number has its name: candidates, signals, scores, and what its confidence rests on."""
    with plain_errors():
        from rich.console import Console

        from pipeline.terminal.explain import print_explanation

        print_explanation(given_file(file), offset, Console(highlight=False))


@app.command()
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


@app.command()
def evaluate(
    dataset: Annotated[Path, typer.Argument(metavar="DATASET", help="What `xianbao run` wrote.")],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Annotations, a folder a report.")],
    errors: Annotated[int, typer.Option(metavar="N", min=0, help="Print so many errors of each report and layer.")] = 0,
    json: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the figures to a JSON file too.")] = None,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a page with all of it too.")] = None,
) -> None:
    """Score a data set against annotated reports."""
    with plain_errors():
        from pipeline.evaluate import main_table

        typer.echo(main_table(dataset, gold, errors=errors, json=json, html=html))


@app.command()
def train(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME...]", help="Models to rebuild; all if none is named.")
    ] = None,
    annotations: Annotated[
        Path, typer.Option(metavar="FOLDER", help="The folder with reports/, gold/ and splits.csv.")
    ] = Path("annotations"),
    out: Annotated[Path, typer.Option(metavar="MODELS", help="The folder to write the models into.")] = Path("models"),
) -> None:
    """Rebuild the trained models from the annotated reports."""
    with plain_errors():
        from pipeline.training import train as rebuild

        for folder in rebuild(annotations, out, names or ()):
            typer.echo(folder)


@app.command("align")
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

        from pipeline.terminal.taxonomy import print_search

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


@annotate.callback()
def annotate_options() -> None:
    """Annotated reports: compile the markup into layer files, compare two annotators."""


@annotate.command("compile")
def annotate_compile(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME...]", help="Reports to compile; all if none is named.")
    ] = None,
    annotations: Annotated[
        Path, typer.Option(metavar="FOLDER", help="The folder with marked/, reports/ and gold/.")
    ] = Path("annotations"),
) -> None:
    """Compile annotations/marked/*.txt into annotations/reports/ and annotations/gold/."""
    with plain_errors():
        from pipeline.review.compile import compile_reports

        for folder in compile_reports(annotations, *(names or ())):
            typer.echo(folder)


@annotate.command("agree")
def annotate_agree(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME...]", help="Reports to compare; all if none is named.")
    ] = None,
    annotations: Annotated[Path, typer.Option(metavar="FOLDER", help="The folder with marked/ and second/.")] = Path(
        "annotations"
    ),
    errors: Annotated[int, typer.Option(metavar="N", min=0, help="Print N differences of each report and layer.")] = 0,
) -> None:
    """Compare annotations/second/*.txt with annotations/marked: agreement by layer, kappa of the labels."""
    with plain_errors():
        from pipeline.terminal.agree import agree_lines

        for line in agree_lines(annotations, names or (), errors=errors):
            typer.echo(line)


def main() -> None:
    """Run the command; a request to end (SIGTERM) is cleaned up after like Ctrl-C."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    app()
