"""What must not change a value: blanks, line breaks, width, separators, what stands around."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pipeline
from pipeline.extract import quantities
from pipeline.records import Entity

WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
UNITS = {
    "元": ("MONEY", "万元", Decimal("0.0001")),
    "万元": ("MONEY", "万元", Decimal(1)),
    "亿元": ("MONEY", "万元", Decimal(10**4)),
    "人": ("PERSON_COUNT", "人", Decimal(1)),
    "万人次": ("PERSON_COUNT", "人次", Decimal(10**4)),
    "户": ("COUNT", "户", Decimal(1)),
    "%": ("PERCENT", "%", Decimal(1)),
    "‰": ("PERCENT", "%", Decimal("0.1")),
    "个百分点": ("PERCENT", "pp", Decimal(1)),
    "分": ("SCORE", "分", Decimal(1)),
}
numbers = st.decimals(0, 10**7, places=2)


def told(found: Entity) -> tuple[str, ...]:
    return found.type, found.value, found.value_high, found.unit, found.comparator, str(found.approximate)


@settings(max_examples=150, deadline=None)
@given(numbers, st.sampled_from(sorted(UNITS)))
def test_value_and_unit_survive_every_spelling_of_a_quantity(number: Decimal, unit: str) -> None:
    kind, canonical, factor = UNITS[unit]
    quantity = f"{number}{unit}"
    spellings = (
        quantity,
        f"{number} {unit}",
        f"{number}\n{unit}",
        f"{number:,}{unit}",
        quantity.translate(WIDE),
    )
    for written in spellings:
        text = f"全年共计{written}。"
        [found] = quantities(text)
        assert (found.type, Decimal(found.value), found.unit) == (kind, number * factor, canonical)
        assert text[found.start : found.end] == written


@pytest.mark.parametrize(
    "sentence",
    [
        "拨付资金120.5万元，惠及3.2万人次，满意度达95%以上。",
        "不低于上年的80%，控制在20万元以内，约三十余户。",
        "2021年3月至5月共检查七家，处罚2-3人，每人500元。",
    ],
)
def test_width_and_surroundings_change_nothing(sentence: str) -> None:
    alone = [told(found) for found in quantities(sentence, 2022)]
    assert [told(found) for found in quantities(sentence.translate(WIDE), 2022)] == alone
    assert [told(found) for found in quantities(f"青禾县去年情况如下。{sentence}下一步打算。", 2022)] == alone
    assert [told(found) for found in quantities(sentence * 3, 2022)] == alone * 3


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("医药费共12.\n5万元", ["12.5"]),
        ("医药费共12\n.5万元", ["12.5"]),
        ("全年累计为青禾县城乡居民报销医药费12\n34.5万元", ["1234.5"]),
        ("参保职工12\n34.5万元", ["34.5"]),  # a short line may be a row of its own
        ("全年累计为青禾县城乡居民报销医药费的明细见附件1\n35家", ["35"]),
    ],
)
def test_a_number_that_a_line_break_divides_is_whole_again(text: str, values: list[str]) -> None:
    assert [found.value for found in quantities(text)] == values


PIECES = (
    *"0123456789,.一二两十百千万亿零半几多余年月日个元块角毛斤成折倍人%至-第（）()、，。:：/×^eEkw约超上下 \n县￥",
    *("百分之", "万元", "人次", "小时", "个月", "分钟", "季度", "不低于", "以内", "分别为", "其中财政配套", "元/人", "每人每年", "2021"),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_text_gives_ordered_spans_inside_it_and_plain_values(text: str) -> None:
    end = 0
    for found in quantities(text, 2022):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        if found.type != "DATE":
            assert "E" not in found.value and Decimal(found.value).is_finite()


_DIGITS = "零一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"


def group_in(number: int, digits: str, tens: tuple[str, ...]) -> str:
    """Four digits in numerals: 3050 is 三千零五十."""
    written, gap = "", False
    for place, unit in zip((1000, 100, 10, 1), (*tens, ""), strict=True):
        digit = number // place % 10
        if digit:
            written += (digits[0] if gap and written else "") + digits[digit] + unit
        gap = not digit
    return written


def in_numerals(number: int, digits: str = _DIGITS, tens: tuple[str, ...] = ("千", "百", "十")) -> str:
    """A whole number up to 10^12 in numerals: 3亿零2万."""
    written = ""
    for power, unit in ((10**8, "亿"), (10**4, "万"), (1, "")):
        group = number // power % 10**4
        if group:
            zero = digits[0] if written and group < 1000 else ""
            written += zero + group_in(group, digits, tens) + unit
    return written


def mixed(number: int) -> str:
    """In Arabic digits with magnitudes: 3亿2000万, 25万6千."""
    parts = [(number // 10**8, "亿"), (number // 10**4 % 10**4, "万"), (number // 1000 % 10, "千")]
    return "".join(f"{value}{unit}" for value, unit in parts if value)


@settings(max_examples=150, deadline=None)
@given(st.integers(3, 10**12 - 1))  # 二元 is dual, two are 两元
def test_a_whole_number_in_numerals_is_read_back(number: int) -> None:
    for written in (in_numerals(number), in_numerals(number, _FORMAL, ("仟", "佰", "拾"))):
        [found] = quantities(f"共拨付{written}元。")
        assert (Decimal(found.value) * 10**4, found.unit) == (number, "万元")
    [found] = quantities(f"参保共{in_numerals(number)}人。")
    assert (Decimal(found.value), found.unit) == (number, "人")


@settings(max_examples=100, deadline=None)
@given(st.integers(10, 10**9).map(lambda number: number * 1000))
def test_a_number_in_digits_and_magnitudes_is_read_back(number: int) -> None:
    [found] = quantities(f"共拨付{mixed(number)}元。")
    assert Decimal(found.value) * 10**4 == number


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 10**9), st.integers(0, 9), st.integers(0, 9))
def test_a_sum_in_formal_numerals_with_its_coins_is_read_back(yuan: int, jiao: int, fen: int) -> None:
    whole = in_numerals(yuan, _FORMAL, ("仟", "佰", "拾"))
    coins = (f"{_FORMAL[jiao]}角" if jiao else "零" if fen else "") + (f"{_FORMAL[fen]}分" if fen else "")
    for unit in ("圆", "元"):
        [found] = quantities(f"大写：{whole}{unit}{coins or '整'}。")
        assert Decimal(found.value) * 10**4 == yuan + Decimal(jiao) / 10 + Decimal(fen) / 100


@settings(max_examples=100, deadline=None)
@given(st.decimals("0.01", 10**4, places=2), st.sampled_from(("万", "亿")))
def test_decimals_before_a_magnitude_keep_their_digits(number: Decimal, magnitude: str) -> None:
    for written in (f"{number}{magnitude}元", f"{number:,} {magnitude}元", f"{number}{magnitude}元".translate(WIDE)):
        [found] = quantities(f"支出{written}，")
        assert Decimal(found.value) == number * (1 if magnitude == "万" else 10**4)
    assert found.value == str(number) or magnitude == "亿"


@settings(max_examples=60, deadline=None)
@given(numbers, st.sampled_from(sorted(UNITS)), st.sampled_from((" ", "\n", "\r\n", "\t", "\u3000", "\n\n", " \n ")))
def test_white_space_before_a_unit_changes_no_value_with_layout_or_without(
    number: Decimal, unit: str, white: str
) -> None:
    plain = f"全年共计{number}{unit}。"
    apart = f"全年共计{number}{white}{unit}。"
    [expected], [found] = quantities(plain), quantities(apart)
    assert told(found) == told(expected)
    [expected], [found] = pipeline.quantities(plain), pipeline.quantities(apart)
    assert (found.value, found.unit, found.type) == (expected.value, expected.unit, expected.type)
