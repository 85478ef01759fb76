"""The notebooks run on the bundled reports, and are stored without output."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")

from tests.notebooks.kernel import ROOT, copy_project, run_notebook

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
names = pytest.mark.parametrize("path", NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])


@names
def test_notebook_is_stored_without_output(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    for cell in notebook.cells:
        assert cell.cell_type != "code" or (cell.outputs == [] and cell.execution_count is None)


@names
def test_notebook_runs(path: Path, tmp_path: Path) -> None:
    copy_project(tmp_path)
    notebook = run_notebook(path, tmp_path)
    shown = "".join(str(output) for cell in notebook.cells for output in cell.get("outputs", []))
    assert "<mark" in shown  # displaCy drew something
    assert not list((tmp_path / "annotations").glob("rounds/*"))  # nothing was corrected, so no round was saved
