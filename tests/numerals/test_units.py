"""The table of units: its own rules, and every line of it at work."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ResourceError
from pipeline.extract import quantities
from pipeline.numerals import units


@pytest.mark.parametrize("unit", units.all_units().values(), ids=lambda unit: unit.spelling)
def test_every_spelling_is_read_after_a_number(unit: units.Unit) -> None:
    following = "内" if unit.spelling == "日" else "。"
    [found] = quantities(f"乡村35{unit.spelling}{following}")
    assert (found.type, found.start, found.end) == (unit.type, 2, 4 + len(unit.spelling))
    assert found.unit == ("" if unit.type == "DATE" else unit.unit)


@pytest.mark.parametrize("line", ["家,WEIGHT,家,1,,", "元,MONEY,万元,0.0001,,"])
def test_a_broken_line_is_named(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "units.csv"
    header = units.TABLE.read_text(encoding="utf-8").splitlines()[0]
    table.write_text(f"{header}\n元,MONEY,万元,0.0001,,\n{line}\n", encoding="utf-8")
    monkeypatch.setattr(units, "TABLE", table)
    with pytest.raises(ResourceError, match=r"units\.csv:3"):
        units.all_units.__wrapped__()
