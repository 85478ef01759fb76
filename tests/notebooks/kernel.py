"""Running a notebook in a folder of its own, on the interpreter that runs the tests."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import nbformat
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbformat import NotebookNode

ROOT = Path(__file__).resolve().parents[2]


class OwnInterpreter(KernelSpecManager):
    """Whatever kernels are installed for the user, the notebook runs on this interpreter."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """The one kernel there is."""
        argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        return KernelSpec(argv=argv, display_name="Python 3", language="python", env={"PYTHONPATH": str(ROOT)})


class OwnKernel(AsyncKernelManager):
    """A kernel of that kind; nbclient starts it and ends it."""

    def __init__(self, **options: object) -> None:
        super().__init__(**options, kernel_spec_manager=OwnInterpreter())


def copy_project(folder: Path) -> None:
    """What the notebooks read, in a folder where they may write."""
    shutil.copytree(ROOT / "annotations" / "reports", folder / "annotations" / "reports")
    (folder / "notebooks").mkdir()


def run_notebook(path: Path, folder: Path) -> NotebookNode:
    """Execute a notebook as if it lay in ``folder/notebooks``; an error in a cell is raised."""
    os.environ.setdefault("JUPYTER_PLATFORM_DIRS", "1")  # else jupyter warns about its own change of folders
    notebook = nbformat.read(path, as_version=4)
    place = {"metadata": {"path": str(folder / "notebooks")}}
    return NotebookClient(notebook, kernel_manager_class=OwnKernel, timeout=300, resources=place).execute()
