"""Names of provinces, prefectures, counties and zones in a text."""

from pathlib import Path

import pytest

from pipeline.errors import ResourceError
from pipeline.resources.divisions import Divisions

DIVISIONS = Divisions.load()


def found(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (text[start:end], [(one.prefecture, one.admin_code) for one in who]) for start, end, who in DIVISIONS.find(text)
    ]


def test_of_overlapping_names_the_longest_is_found():
    assert [name for name, _ in found("湖南省岳阳市岳阳县财政局")] == ["湖南省", "岳阳市", "岳阳县"]
    assert [name for name, _ in found("前郭尔罗斯蒙古族自治县民政局")] == ["前郭尔罗斯蒙古族自治县"]


def test_a_name_that_several_cities_have_brings_all_of_them():
    [(name, who)] = found("鼓楼区")
    assert name == "鼓楼区"
    assert {prefecture for prefecture, _ in who} == {"南京市", "徐州市", "福州市", "开封市"}


def test_a_zone_is_found_without_its_city_and_has_no_code():
    assert found("屈原管理区医疗保障局") == [("屈原管理区", [("岳阳市", "")])]


def test_districts_of_a_municipality_lie_in_it_and_some_counties_in_no_city():
    assert found("万州区") == [("万州区", [("重庆市", "500101")])]
    assert found("仙桃市") == [("仙桃市", [("", "429004")])]


def test_a_text_without_places_holds_none():
    assert found("全县医保基金收入1.2亿元，本县县级财政补助") == []


def test_a_broken_file_is_named_with_its_line(tmp_path: Path):
    (tmp_path / "provinces.csv").write_text("code,name\n43\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"provinces.csv:2: 1 fields where the header has 2"):
        Divisions.load(tmp_path)
    (tmp_path / "provinces.csv").write_text("code,name\n43,湖南省\n", encoding="utf-8")
    (tmp_path / "cities.csv").write_text("code,name,provinceCode\n4306,岳阳市,44\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"cities.csv:2: provinceCode 44 of 岳阳市 is not listed"):
        Divisions.load(tmp_path)
