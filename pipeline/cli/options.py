"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

TaxonomyFolder = Annotated[
    Path | None,
    typer.Option("--taxonomy", metavar="DIR", help="A taxonomy of your own, which replaces or extends ours."),
]
ReportFile = Annotated[Path, typer.Argument(metavar="FILE", help="A report.")]
