"""Where a report comes from: read off the unit's name, its upper levels from the list of divisions or the text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.records import Record
from pipeline.resources.divisions import LONGEST, Division, Divisions

# a county that no list knows: 青禾县, 临川湖管理区; what stands before must not be a unit's name (医疗保障局社区中心)
_UNKNOWN = re.compile(r"(?:(?![局委院所中社站处]|地区|小区)[一-龥]){1,6}?(?:自治县|自治旗|管理区|开发区|县|区|市|旗)")
_PREFIX = re.compile(r"^(?:关于|中共|中国共产党|共青团|20\d\d年度?)")
_HEAD = 200  # lines that may tell the city


class Place(Record, frozen=True):
    """A county and its upper levels; what is not known is ""."""

    county: str = ""
    prefecture: str = ""
    province: str = ""
    admin_code: str = ""


def find_place(name: str, lines: list[str], divisions: Divisions) -> Place:
    """The place that the name of a unit, or a title, begins with; failing that the one that the text names first."""
    known, unknown = _leading(_PREFIX.sub("", name), divisions)
    context = "".join(lines[:_HEAD])
    if not known and not unknown:
        known = next(([found] for _, _, found in divisions.find(context) if found[0].level == "county"), [])
    upper = [one for found in known for one in found if one.level != "county"]
    counties = [one for found in known for one in found if one.level == "county"]
    if not unknown and counties:
        return _known(counties, upper, context)
    prefecture = next((one for one in reversed(upper) if one.level == "prefecture"), None)
    province = next((one.province for one in reversed(upper)), "")
    if unknown:
        return Place(county=unknown, prefecture=prefecture.name if prefecture else "", province=province)
    if prefecture:
        return Place(prefecture=prefecture.name, province=province, admin_code=prefecture.admin_code)
    return Place(province=province)


def _leading(name: str, divisions: Divisions) -> tuple[list[tuple[Division, ...]], str]:
    """The known divisions that a name begins with, outermost first, and a county that no list knows."""
    known: list[tuple[Division, ...]] = []
    at = 0
    while found := _longest(name, at, divisions):
        known.append(found[1])
        at = found[0]
    unknown = _UNKNOWN.match(name, at)
    if any(one.level == "county" for found in known for one in found) and known:
        return known, ""
    return known, unknown[0] if unknown else ""


def _longest(name: str, at: int, divisions: Divisions) -> tuple[int, tuple[Division, ...]] | None:
    for end in range(min(len(name), at + LONGEST), at + 1, -1):
        if found := divisions.by_name.get(name[at:end]):
            return end, found
    return None


def _known(counties: list[Division], upper: list[Division], context: str) -> Place:
    stated = {one.name for one in upper}
    likely = [one for one in counties if one.prefecture in stated or one.province in stated] or counties
    if len(likely) > 1:
        likely = _told(likely, context)
    one = likely[0]
    if len(likely) > 1:
        return Place(county=one.name)
    return Place(county=one.name, prefecture=one.prefecture, province=one.province, admin_code=one.admin_code)


def _told(counties: Iterable[Division], context: str) -> list[Division]:
    """Of counties with one name those whose city or province the text names most."""
    counts = [
        (context.count(one.prefecture.removesuffix("市")) if one.prefecture else 0) + context.count(one.province)
        for one in counties
    ]
    best = max(counts)
    return [one for one, count in zip(counties, counts, strict=True) if count == best]
