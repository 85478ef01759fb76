"""What must not change a value: blanks, line breaks, width, separators, what stands around."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
