"""The data files of reading: characters.tsv and chrome.csv."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ResourceError
from pipeline.resources.chrome import CHROME, chrome, read_chrome
from pipeline.views import CHARACTERS, normal, read_characters


def test_traditional_characters_are_simplified_one_for_one() -> None:
    text = "青禾縣醫療保障局：２０２１年度參保４１．２萬人，佔９６％"
    assert normal(text) == "青禾县医疗保障局:2021年度参保41.2万人,占96%"
    assert len(normal(text)) == len(text)


def test_simplified_text_stays_as_it_is() -> None:
    assert normal("显著、乾坤、了解、凭借、答复") == "显著、乾坤、了解、凭借、答复"


def test_no_simplified_form_is_itself_replaced() -> None:
    pairs = read_characters(CHARACTERS)
    assert not set(pairs) & set(pairs.values())


@pytest.mark.parametrize("line", ["縣", "縣 县", "縣\t县城", "縣\t县\n縣\t县"])
def test_a_broken_table_of_characters_names_its_line(tmp_path: Path, line: str) -> None:
    table = tmp_path / "characters.tsv"
    table.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"characters.tsv:\d"):
        read_characters(table)


@pytest.mark.parametrize("line", ["索 引 号：QH-1", "【字体：大 中 小】 打印", "上一篇：通知", "- 发布机构：县财政局"])
def test_web_chrome_is_known_by_its_phrases(line: str) -> None:
    assert chrome().tells(normal(line))


@pytest.mark.parametrize("line", ["资金来源：县级财政", "打印机采购", "文号管理规范", "一、发布会情况"])
def test_text_is_no_web_chrome(line: str) -> None:
    assert not chrome().tells(normal(line))


def test_a_broken_table_of_phrases_names_its_line(tmp_path: Path) -> None:
    table = tmp_path / "chrome.csv"
    table.write_text("phrase,where,example\n打印,nowhere,打印\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"chrome.csv:2"):
        read_chrome(table)
    assert read_chrome(CHROME)
