"""Imports point one way: records, errors, settings < numerals, resources, learn < stages < run < batch, engines < command."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "pipeline"
BASE = {"records", "errors", "settings", "views"}
SHARED = BASE | {"numerals", "resources", "learn"}
STAGES = {"ingest", "structure", "classify", "extract", "relate", "align", "audit"}
FLOW = SHARED | STAGES | {"run"}

MAY_IMPORT = {
    **dict.fromkeys(BASE, BASE),
    **dict.fromkeys(("numerals", "resources"), SHARED - {"learn"}),
    "learn": BASE,
    **dict.fromkeys(STAGES, SHARED),  # not one another
    "run": SHARED | STAGES,
    "engines": BASE,
    "export": SHARED,
    "evaluate": SHARED,
    "review": SHARED,
    "quantities": SHARED | {"structure", "extract", "engines"},
    "training": FLOW | {"evaluate", "batch"},
    "batch": FLOW | {"engines", "export"},
}


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Line and first name under ``pipeline`` of every import in a module, those inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""] if node.module != "pipeline" else [f"pipeline.{a.name}" for a in node.names]
        for name in names:
            if name.startswith("pipeline."):
                yield node.lineno, name.split(".")[1]


def place(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


@pytest.mark.parametrize("layer", MAY_IMPORT)
def test_a_layer_imports_only_what_lies_below_it(layer: str) -> None:
    modules = [path for path in PACKAGE.rglob("*.py") if place(path) == layer]
    wrong = [
        f"{path.relative_to(PACKAGE)}:{line} imports {name}"
        for path in modules
        for line, name in imported(path)
        if name not in MAY_IMPORT[layer] | {layer}
    ]
    assert wrong == []


def test_every_folder_has_its_place_in_the_order() -> None:
    outermost = {"__init__", "__main__", "cli", "terminal", "api", "frames", "language"}  # may import everything
    assert {place(path) for path in PACKAGE.rglob("*.py")} <= MAY_IMPORT.keys() | outermost
