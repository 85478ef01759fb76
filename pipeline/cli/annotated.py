"""Commands about annotated reports: ``evaluate``, ``train``, and the group ``annotate``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.terminal.errors import plain_errors

annotate = typer.Typer(help="Annotated reports: compile the markup, compare annotators.", no_args_is_help=True)
ANNOTATIONS = Path("annotations")


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


def train(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME...]", help="Models to rebuild; all if none is named.")
    ] = None,
    annotations: Annotated[
        Path, typer.Option(metavar="FOLDER", help="The folder with reports/, gold/ and splits.csv.")
    ] = ANNOTATIONS,
    out: Annotated[Path, typer.Option(metavar="MODELS", help="The folder to write the models into.")] = Path("models"),
) -> None:
    """Rebuild the trained models from the annotated reports."""
    with plain_errors():
        from pipeline.training import train as rebuild

        for folder in rebuild(annotations, out, names or ()):
            typer.echo(folder)


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
    ] = ANNOTATIONS,
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
    annotations: Annotated[
        Path, typer.Option(metavar="FOLDER", help="The folder with marked/ and second/.")
    ] = ANNOTATIONS,
    errors: Annotated[int, typer.Option(metavar="N", min=0, help="Print N differences of each report and layer.")] = 0,
) -> None:
    """Compare annotations/second/*.txt with annotations/marked: agreement by layer, kappa of the labels."""
    with plain_errors():
        from pipeline.terminal.agree import agree_lines

        for line in agree_lines(annotations, names or (), errors=errors):
            typer.echo(line)
