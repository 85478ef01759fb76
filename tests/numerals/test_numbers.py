"""Written numbers read back: a table of forms, and values rendered in many spellings."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.numerals import Number, read_number
from pipeline.records import plain

FORMS = {
    "12,480.5": "12480.5",
    "0.00": "0.00",
    "44.40": "44.40",
    "25万6千": "256000",
    "3亿2000万": "320000000",
    "1.2万亿": "1200000000000",
    "9千余万": "90000000",
    "一万六千五": "16500",
    "三百二": "320",
    "两百零三": "203",
    "一千零五十": "1050",
    "廿三": "23",
    "卅": "30",
    "二〇二一": "2021",
    "一九九八": "1998",
    "壹佰贰拾叁万肆仟": "1234000",
    "一点五亿": "150000000",
    "九十五点二": "95.2",
    "三千五百万": "35000000",
    "十": "10",
    "半": "0.5",
    "0万": "0",
    "万余": "10000",
}


@pytest.mark.parametrize(("written", "value"), FORMS.items())
def test_a_form_is_read(written: str, value: str) -> None:
    number = read_number(written)
    assert number is not None and plain(number.value) == value


INDEFINITE = {
    "十几": (10, 19, ""),
    "三十几万": (300000, 390000, ""),
    "几十": (10, 90, ""),
    "数百": (100, 900, ""),
    "七八": (7, 8, ""),
    "一二十": (10, 20, ""),
    "十七八": (17, 18, ""),
    "上千": (1000, None, "ge"),
    "二百余万": (2000000, None, ""),
    "百余": (100, None, ""),
}


@pytest.mark.parametrize(("written", "expected"), INDEFINITE.items())
def test_an_indefinite_number_gives_its_bounds(written: str, expected: tuple[int, int | None, str]) -> None:
    low, high, comparator = expected
    assert read_number(written) == Number(
        value=Decimal(low), high=None if high is None else Decimal(high), approximate=True, comparator=comparator
    )


@pytest.mark.parametrize("written", ["", "几", "数", "三五七八点", "12 34.5.6", "万里"])
def test_what_is_no_number_is_none(written: str) -> None:
    assert read_number(written) is None


PLAIN_DIGITS, FORMAL_DIGITS = "零一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"
PLAIN_TENS, FORMAL_TENS = ("", "十", "百", "千"), ("", "拾", "佰", "仟")


def spell(number: int, digits: str = PLAIN_DIGITS, tens: tuple[str, ...] = PLAIN_TENS) -> str:
    """A number below a trillion in Chinese numerals, the way a clerk writes it."""
    if not number:
        return digits[0]
    groups = [(number // 10**8, "亿"), (number // 10**4 % 10**4, "万"), (number % 10**4, "")]
    out = ""
    for value, name in groups:
        if value:
            gap = digits[0] if out and value < 1000 else ""
            out += gap + _group(value, digits, tens) + name
        elif out and name == "万" and number % 10**4 >= 1000:
            out += digits[0]
    return out


def _group(number: int, digits: str, tens: tuple[str, ...]) -> str:
    out, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            out += (digits[0] if gap and out else "") + digits[digit] + tens[place]
        gap = not digit
    return out


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**12 - 1))
def test_a_number_survives_chinese_spelling(number: int) -> None:
    for written in (spell(number), spell(number, FORMAL_DIGITS, FORMAL_TENS)):
        read = read_number(written)
        assert read is not None and read.value == number


@settings(max_examples=200, deadline=None)
@given(st.decimals(0, 10**9, places=2), st.sampled_from(["", "万", "千万", "亿", "万亿"]))
def test_a_number_survives_magnitudes_and_separators(number: Decimal, magnitude: str) -> None:
    scale = {"": 1, "万": 10**4, "千万": 10**7, "亿": 10**8, "万亿": 10**12}[magnitude]
    for written in (f"{number}{magnitude}", f"{number:,}{magnitude}", f"{number} {magnitude}"):
        read = read_number(written)
        assert read is not None and read.value == number * scale


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 99), st.integers(1, 9999))
def test_a_mixed_number_adds_up(yi: int, wan: int) -> None:
    read = read_number(f"{yi}亿{wan}万")
    assert read is not None and read.value == yi * 10**8 + wan * 10**4
