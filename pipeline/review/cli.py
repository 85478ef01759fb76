"""``xianbao annotate``: commands for annotated reports."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import PipelineError

app = typer.Typer(help="Annotated reports: compile the markup into layer files.", no_args_is_help=True)


@app.callback()
def annotate() -> None:
    """Annotated reports: compile the markup into layer files."""


@app.command("compile")
def compile_command(
    names: Annotated[list[str] | None, typer.Argument(help="Reports to compile; all if none is named.")] = None,
    annotations: Annotated[Path, typer.Option(help="The folder with marked/, reports/ and gold/.")] = Path(
        "annotations"
    ),
) -> None:
    """Compile annotations/marked/*.txt into annotations/reports/ and annotations/gold/."""
    from pipeline.review.compile import compile_reports

    try:
        folders = compile_reports(annotations, *(names or ()))
    except PipelineError as error:
        typer.echo(f"{error.message}\n{error.advice}", err=True)
        raise typer.Exit(2) from None
    for folder in folders:
        typer.echo(folder)
