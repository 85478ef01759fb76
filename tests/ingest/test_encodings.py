"""A text comes back as it was written, whatever it was encoded in."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.errors import ReadError
from pipeline.ingest import read
from pipeline.ingest.txt import read as read_txt
from pipeline.settings import Settings

REPORT = "青禾县医疗保障局2021年度部门决算\r\n一、收入１２０．５万元，支出98.40万元；\n\t参保率95.2％。\n"

MARKED = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
    "gb18030": "\ufeff".encode("gb18030"),
}
UNMARKED = ("utf-8", "utf-16-le", "utf-16-be", "gb18030", "gbk", "gb2312")

# Everything a text may hold: no half surrogates, no control characters, no byte order mark at the start.
any_text = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(
    lambda text: not text.isspace() and not text.startswith("\ufeff")
)
report_text = st.text(
    st.sampled_from("的一是县医保局基金参收支出年度万元人决算预绩效0123456789，。、；\n"), min_size=10, max_size=60
)


@pytest.mark.parametrize("encoding", MARKED)
def test_byte_order_mark_tells_the_encoding_and_is_taken_out(encoding: str) -> None:
    assert read_txt(MARKED[encoding] + REPORT.encode(encoding), "a.txt").text == REPORT


@pytest.mark.parametrize("encoding", UNMARKED)
def test_encoding_is_found_without_a_mark(encoding: str) -> None:
    assert read_txt(REPORT.encode(encoding), "a.txt").text == REPORT


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_ten_characters_are_enough(encoding: str) -> None:
    assert read_txt("松岭县参保人数96.5%".encode(encoding), "a.txt").text == "松岭县参保人数96.5%"


@given(any_text, st.sampled_from(sorted(MARKED)))
@settings(max_examples=100)
def test_any_text_with_a_mark_comes_back(text: str, encoding: str) -> None:
    assert read_txt(MARKED[encoding] + text.encode(encoding), "a.txt").text == text


@given(any_text)
@settings(max_examples=50)
def test_any_text_in_utf8_comes_back(text: str) -> None:
    assert read_txt(text.encode(), "a.txt").text == text


@given(report_text, st.sampled_from(["gb18030", "utf-16-le", "utf-16-be"]))
@settings(max_examples=100)
def test_report_text_without_a_mark_comes_back(text: str, encoding: str) -> None:
    assume(not text.isspace() and not text.isascii())
    assert read_txt(text.encode(encoding), "a.txt").text == text


@given(st.binary(max_size=400))
@settings(max_examples=200)
def test_random_bytes_give_a_text_or_a_read_error(data: bytes) -> None:
    try:
        content = read_txt(data, "a.txt")
    except ReadError as error:
        assert error.stage == "ingest" and error.advice and error.message.startswith("a.txt: ")
    else:
        assert content.text.encode("utf-8")


def test_only_the_first_mark_is_taken_out() -> None:
    assert read_txt("\ufeff甲\ufeff乙".encode(), "a.txt").text == "甲\ufeff乙"


def test_damaged_utf8_is_not_read_as_gb18030() -> None:
    """Two characters lost a byte each; GB18030 would decode the rest to 锟斤拷 without an error."""
    damaged = REPORT.encode().replace("县".encode(), "县".encode()[:2]).replace("局".encode(), "局".encode()[:2])
    with pytest.raises(ReadError, match="seems to be utf-8"):
        read_txt(damaged, "a.txt")


def test_offsets_of_a_file_are_those_of_its_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(REPORT.encode("gb18030"))
    assert read(path, Settings()).text == REPORT
