"""政府收支分类: codes, names and the way up."""

import shutil
from pathlib import Path

import pytest

from pipeline.errors import ResourceError
from pipeline.resources import codes
from pipeline.resources.codes import Codes

CODES = Codes.load()


def test_a_code_knows_its_name_its_level_and_the_names_above_it():
    assert CODES.by_code["2101506"][0].name == "医疗保障经办事务"
    assert CODES.by_code["30201"][0].level == "款"
    assert CODES.path("2101501") == ("卫生健康支出", "医疗保障管理事务", "行政运行")
    assert CODES.path("9999999") == ()


def test_a_name_brings_every_code_that_goes_by_it():
    assert len(CODES.named("行政运行")) > 20
    assert [one.code for one in CODES.named(" 办公费")] == ["30201"]
    assert {one.code[0] for one in CODES.named("住房公积金")} == {"2", "3"}
    assert CODES.named("没有的科目") == ()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("2999,某项支出,类,,,,high,test", "code 2999 does not fit its level"),
        ("201,一般公共服务支出,类,,,,high,test", "code 201 stands twice under the name"),
        ("29801,某款,款,298,,,high,test", "parent 298 of 29801 must stand above it"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, line: str, message: str):
    for name in ("function.csv", "economic.csv"):
        shutil.copy(Path(codes.__file__).parent / name, tmp_path / name)
    path = tmp_path / "function.csv"
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=message) as caught:
        Codes.load(tmp_path)
    assert caught.value.message.startswith("function.csv:828: ")
