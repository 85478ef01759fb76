"""The city and province of a county that its name does not tell: named in the text, or told by codes printed in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.resources.divisions import Division, Divisions
from pipeline.resources.divisions.codes import dialling_codes, plates

# 网站标识码:3508250012 and 公网安备35082502000117号 begin with a division's code, 闽ICP备 with the province's letter
_SITE = re.compile(r"(?:标识码|公网安备)[^\d]{0,4}(\d{4})\d{2,10}")
_LICENCE = re.compile(r"(.)ICP备")
_TELEPHONE = re.compile(r"(0(?<![\d-]0)(?:[12]\d|[3-9]\d\d))(?:[-—–]|\))(?=[\dx×*Xx]{6,8}(?![\dx×*X]))")
_WHOLE_CITY = re.compile(r"全[市州盟]")  # 进入青川全市前三
_NAME = 4  # characters before it that may be the city's name
_BEFORE = 20  # 岳阳市 right before 青禾县 says where it lies; named elsewhere it may be a partner
_SITE_WEIGHT, _TELEPHONE_WEIGHT = 10, 5


def upper_levels(county: str, lines: Sequence[str], divisions: Divisions) -> list[Division]:
    """The province, or the city, that the text gives a county; empty if it tells neither."""
    text = "\n".join(lines)
    told: Counter[Division] = Counter()
    for one, weight in (*_named(county, text, divisions), *_whole_city(text, divisions), *_coded(text, divisions)):
        told[one] += weight
    provinces = Counter[str]()
    for one, weight in told.items():
        provinces[one.province] += weight
    for province, _ in provinces.most_common(1):
        inside = [one for one, _ in told.most_common() if one.province == province]
        return [next((one for one in inside if one.level == "prefecture"), inside[0])]
    return []


def _named(county: str, text: str, divisions: Divisions) -> Iterator[tuple[Division, int]]:
    for _, end, found in divisions.find(text):
        before = _BEFORE if text.startswith(county, end) else 1
        for one in found:
            if one.level != "county":
                yield one, before


def _whole_city(text: str, divisions: Divisions) -> Iterator[tuple[Division, int]]:
    for found in _WHOLE_CITY.finditer(text):
        before = text[max(0, found.start() - _NAME) : found.start()]
        names = (before[at:] + found[0][1] for at in range(len(before) - 1))
        yield from ((one, 1) for name in names for one in divisions.by_name.get(name, ()) if one.level == "prefecture")


def _coded(text: str, divisions: Divisions) -> Iterator[tuple[Division, int]]:
    for found in _SITE.finditer(text):
        if one := divisions.by_code.get(f"{found[1]}00") or divisions.by_code.get(f"{found[1][:2]}0000"):
            yield one, _SITE_WEIGHT
    for found in _LICENCE.finditer(text) if "ICP备" in text else ():
        for one in divisions.by_name.get(plates().get(found[1], ""), ()):
            yield one, 1
    for code in _TELEPHONE.findall(text) if "0" in text else ():
        cities = dialling_codes().get(code, ())
        for city in cities:
            for one in divisions.by_name.get(city, ()):
                if one.level != "county":
                    yield one, _TELEPHONE_WEIGHT // len(cities)
