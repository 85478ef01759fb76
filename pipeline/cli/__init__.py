"""The command ``xianbao``: arguments in, exit code out. Every command imports what it uses when it is called.

Exit codes: 0 the work is done (files that could not be read stand in failures.csv), 2 a call that cannot be carried
out, 3 nothing could be read (of quantities from standard input: some line could not), 1 a fault of the program, 130
interrupted.
"""

from __future__ import annotations

import signal
from typing import Annotated

import typer

import pipeline
from pipeline.cli import annotated, indicators, reading

app = typer.Typer(
    name="xianbao",
    help="县报：读取县级政府报告，整理成数据集。Reads county reports into a data set, every number in its place.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (reading.run, reading.show, reading.explain, reading.quantities, annotated.evaluate, annotated.train):
    app.command()(command)
app.command("align")(indicators.align_names)
app.add_typer(annotated.annotate, name="annotate")
app.add_typer(indicators.taxonomy, name="taxonomy")


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


def main() -> None:
    """Run the command; a request to end (SIGTERM) is cleaned up after like Ctrl-C."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    app()
