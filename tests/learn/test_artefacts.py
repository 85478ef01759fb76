from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import ResourceError
from pipeline.learn import model_folder, read_arrays, read_parameters, write_model

ROOT = Path(__file__).parents[2]
PARAMETERS = {"version": 1, "threshold": 0.123456789, "weights": {"近": 1.0, "远": -2.5}}
ARRAYS = {"weights": np.arange(6, dtype=np.float32).reshape(2, 3), "bias": np.zeros(2)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_model(tmp_path / "near", PARAMETERS, {"scores": {}}, arrays=ARRAYS, readme="# near\n")
    return tmp_path / "near"


def test_what_is_written_is_read_again_with_six_digits(folder: Path) -> None:
    assert read_parameters("near", version=1, folder=folder) == PARAMETERS | {"threshold": 0.123457}
    read = read_arrays("near", folder=folder)
    assert {name: array.tolist() for name, array in read.items()} == {n: a.tolist() for n, a in ARRAYS.items()}


def test_the_same_content_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    write_model(tmp_path / "again", PARAMETERS, {"scores": {}}, arrays=ARRAYS, readme="# near\n")
    files = sorted(path.name for path in folder.iterdir())
    assert files == ["README.md", "card.json", "model.json", "weights.npz"]
    assert all((folder / name).read_bytes() == (tmp_path / "again" / name).read_bytes() for name in files)


def test_a_missing_file_is_named_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"model\.json: cannot be read") as caught:
        read_parameters("near", version=1, folder=tmp_path)
    assert "xianbao train near" in caught.value.advice


def test_another_version_is_refused(folder: Path) -> None:
    with pytest.raises(ResourceError, match="is of version 1, this program reads version 2"):
        read_parameters("near", version=2, folder=folder)


def test_pickled_arrays_are_refused(folder: Path) -> None:
    np.savez(folder / "weights.npz", bad=np.array([{"a": 1}], dtype=object))
    with pytest.raises(ResourceError, match=r"weights\.npz: cannot be read"):
        read_arrays("near", folder=folder)


def test_the_wheel_is_told_to_hold_the_models_where_they_are_looked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"] == {"models": "pipeline/models"}
    assert model_folder("near") == ROOT / "models" / "near"


def test_an_installed_package_finds_its_models_inside_itself(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "pipeline", tmp_path / "pipeline", ignore=shutil.ignore_patterns("__pycache__"))
    write_model(tmp_path / "pipeline" / "models" / "near", PARAMETERS, {})
    script = "from pipeline.learn import read_parameters; print(read_parameters('near', version=1)['threshold'])"
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0.123457"


def test_json_has_a_key_a_line_and_short_lists_on_one(folder: Path) -> None:
    text = (folder / "model.json").read_text(encoding="utf-8")
    assert json.loads(text)["version"] == 1
    assert '\n  "近": 1.0,\n' in text
