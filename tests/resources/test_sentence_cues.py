from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ResourceError
from pipeline.resources.sentence_cues import LONGEST_CUE, read_cues, sentence_cues


def test_every_cue_has_one_meaning_and_fits_a_look() -> None:
    cues = sentence_cues()
    assert cues["下一步"] == "future"
    assert cues["不足"] == "shortcoming"
    assert max(map(len, cues)) <= LONGEST_CUE


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("future,将|下一步|将,将\n", r"cues\.csv:2: 将 stands twice"),
        ("future,在下一阶段,在下一阶段\n", r"cues\.csv:2: 在下一阶段 has 5 characters"),
    ],
)
def test_a_faulty_line_is_named(tmp_path: Path, rows: str, message: str) -> None:
    path = tmp_path / "cues.csv"
    path.write_text("meaning,cues,example\n" + rows, encoding="utf-8")
    with pytest.raises(ResourceError, match=message):
        read_cues(path)
