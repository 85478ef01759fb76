"""Read a written number: 12,480.5, 25万6千, 一万六千五, 叁拾万, 十几, 三十余万, 数百, 上千, 七八.

Magnitudes are powers of ten with one digit (``1E+4``), so that no digits are made up: 1.5亿 is ``1.5E+8``.
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.numerals.patterns import DIGITS, ESTIMATES
from pipeline.records import Record


class Number(Record, frozen=True):
    """A number as written. ``high`` is set where the spelling leaves it open: 十几 is 10 to 19, 数百 100 to 900."""

    value: Decimal
    high: Decimal | None = None
    approximate: bool = False
    comparator: str = ""


_DIGIT_OF = str.maketrans(DIGITS, "000123456789212345678922362")
_MAGNITUDE_OF = {
    **dict.fromkeys("十拾", Decimal("1E1")),
    **dict.fromkeys("百佰", Decimal("1E2")),
    **dict.fromkeys("千仟kK", Decimal("1E3")),
    **dict.fromkeys("万萬wW", Decimal("1E4")),
    **dict.fromkeys("亿億", Decimal("1E8")),
}
_WAN, _YI = Decimal("1E4"), Decimal("1E8")
_HALF = Decimal("0.5")
_NOTHING = Decimal("0E+20")  # the zero to add to: it leaves the other number's digits as they are
_LARGEST = 24  # digits; more is no number that anyone means: 亿亿亿
_PLAIN = re.compile(r"-?\d{1,18}(?:\.\d{1,18})?")
_TOKEN = re.compile(
    rf"(\d[\d,]*(?:\.\d+)?)|([{DIGITS}]+(?:点[{DIGITS}]+)?|点[{DIGITS}]+)|([十拾百佰千仟万萬亿億kKwW])|(半)|(.)"
)
_NO_ESTIMATES = str.maketrans("", "", ESTIMATES)
_ROUND = re.compile(r"[1-9]0?万万")
_SPOKEN = str.maketrans(DIGITS + "点", "000123456789212345678922362.")
_SUPERSCRIPTS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")
_TWENTIES = str.maketrans({"廿": "二十", "卅": "三十"})
_PAIRS = "一二三四五六七八九 两三 三五"
_NEIGHBOURS = re.compile(
    r"(|.*[十百千万亿])([一二两三四五六七八])([二三四五六七八九])([十百千万亿]*)"
)  # 七八, 一二十, 十七八


def read_number(text: str) -> Number | None:
    """The number that a string of digits, numerals and magnitudes writes, or None where it writes none.

    >>> read_number("12,480.5").value, read_number("两百零三").value, read_number("一万六千五").value
    (Decimal('12480.5'), Decimal('203'), Decimal('1.65E+4'))
    >>> read_number("三十几万").high, read_number("二百余万").approximate, read_number("上千").comparator
    (Decimal('3.9E+5'), True, 'ge')
    """
    if _PLAIN.fullmatch(text):
        return Number(value=Decimal(text))
    written = "".join(text.split()).translate(_TWENTIES)
    if not written[:1].isdigit() or _ROUND.match(written):
        written = written.replace(
            "万万", "亿"
        )  # 四万万, 10万万; but the second 万 of 1204.6万万元 is a slip of the pen
    sure = written.translate(_NO_ESTIMATES)
    if sure.startswith("上"):
        value = _evaluate(sure[1:])
        return None if value is None else Number(value=value, approximate=True, comparator="ge")
    if bounds := _bounds(sure):
        value, high = _evaluate(bounds[0]), _evaluate(bounds[1])
        return None if value is None or high is None else Number(value=value, high=high, approximate=True)
    value = _evaluate(sure)
    return None if value is None else Number(value=value, approximate=sure != written)


def exact(arabic: str) -> Decimal:
    """The value of Arabic digits as printed: with commas, blanks between them or a power of ten after them.

    >>> exact("12,480.50"), exact("3 2 0"), exact("1.2×10^4"), exact("1.2E+04")
    (Decimal('12480.50'), Decimal('320'), Decimal('1.2E+4'), Decimal('1.2E+4'))
    """
    plain = arabic.replace(",", "")
    if plain.replace(".", "", 1).isdecimal():
        return Decimal(plain)
    if "点" in arabic:
        arabic = arabic.translate(_SPOKEN)  # 12点五度
    return Decimal(
        "".join(arabic.split()).replace(",", "").replace("×10", "E").replace("^", "").translate(_SUPERSCRIPTS)
    )


def _bounds(text: str) -> tuple[str, str] | None:
    """The two ends of an indefinite numeral: 十几 is 十 to 十九, 数百 一百 to 九百, 七八 七 to 八."""
    if text[:1] in ("几", "数"):
        return ("一" + text[1:], "九" + text[1:]) if len(text) > 1 else None
    if "几" in text:
        return text.replace("几", ""), text.replace("几", "九")
    near = _NEIGHBOURS.fullmatch(text)
    if near and near[2] + near[3] in _PAIRS and (near[1] or near[4] or len(text) == 2):
        return near[1] + near[2] + near[4], near[1] + near[3] + near[4]
    return None


def _evaluate(text: str) -> Decimal | None:
    """Add up numbers and magnitudes from left to right; a number that no magnitude follows counts as it stands."""
    if len(text) > 1 and all(character in DIGITS for character in text):
        return Decimal(text.translate(_DIGIT_OF))  # digit by digit: 二〇二一
    total = section = _NOTHING
    pending: Decimal | None = None
    last = Decimal(1)
    short = False
    for arabic, digits, magnitude, half, other in _TOKEN.findall(text):
        if other or (pending is not None and not magnitude):
            return None
        if magnitude:
            last = _MAGNITUDE_OF[magnitude]
            if last < _WAN:
                section += (1 if pending is None else pending) * last
            else:
                written = pending is not None or section is not _NOTHING or total is not _NOTHING
                total = _lift(total, section + (pending or 0) if written else Decimal(1), last)
                section = _NOTHING
            pending = None
        else:
            pending = _HALF if half else _decimal(arabic, digits)
            short = len(digits) == 1 and digits not in "零〇○"
    if pending is not None:
        section += pending * last / 10 if short and last >= 100 else pending  # 一万六千五 is 16500
    value = total + section
    return value if text and value.adjusted() < _LARGEST else None


def _lift(total: Decimal, group: Decimal, magnitude: Decimal) -> Decimal:
    """Close a group by 万 or 亿: 亿 lifts all that stands before it (1.2万亿), 万 only its group (3亿2000万)."""
    return (total + group) * magnitude if magnitude == _YI else total + group * magnitude


def _decimal(arabic: str, digits: str) -> Decimal:
    return Decimal(arabic.replace(",", "") if arabic else digits.translate(_DIGIT_OF).replace("点", "."))
