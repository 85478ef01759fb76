"""What a researcher is told of a data file that breaks its rules."""

from pathlib import Path

import pytest

from pipeline.errors import ResourceError
from pipeline.resources.tables import read_toml


def test_a_broken_toml_file_is_named_with_its_line(tmp_path: Path):
    (tmp_path / "edges.toml").write_text('light = ["共"]\nverbs = [开展]\n', encoding="utf-8")
    with pytest.raises(ResourceError, match=r"edges\.toml: .*line 2"):
        read_toml(tmp_path / "edges.toml")


def test_a_missing_toml_file_is_named(tmp_path: Path):
    with pytest.raises(ResourceError, match=r"edges\.toml: "):
        read_toml(tmp_path / "edges.toml")
