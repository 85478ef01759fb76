"""Where a report comes from: read off the unit's name, its upper levels from the list of divisions or the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

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


def find_place(name: str, lines: Sequence[str], divisions: Divisions) -> Place:
    """The place that the name of a unit, or a title, begins with; failing that the county that the text names first."""
    known, unknown = _leading(_PREFIX.sub("", name), divisions)
    context = "".join(lines[:_HEAD])
    if not known and not unknown:
        known = next(([found] for _, _, found in divisions.find(context) if found[0].level == "county"), [])
    upper = [one for found in known for one in found if one.level != "county"]
    counties = [one for found in known for one in found if one.level == "county"]
    if counties and not unknown:
        return _known(counties, upper, context)
    if unknown and not upper:
        upper = _told_above(unknown, "".join(lines), divisions)
    prefecture = next((one for one in reversed(upper) if one.level == "prefecture"), None)
    return Place(
        county=unknown,
        prefecture=prefecture.name if prefecture else "",
        province=next((one.province for one in reversed(upper)), ""),
        admin_code=prefecture.admin_code if prefecture and not unknown else "",
    )


def _leading(name: str, divisions: Divisions) -> tuple[list[tuple[Division, ...]], str]:
    """The known divisions that a name begins with, outermost first, and a county that no list knows."""
    known: list[tuple[Division, ...]] = []
    at = 0
    while found := _longest(name, at, divisions):
        known.append(found[1])
        at = found[0]
    if any(one.level == "county" for found in known for one in found):
        return known, ""
    unknown = _UNKNOWN.match(name, at)
    return known, unknown[0] if unknown else ""


def _longest(name: str, at: int, divisions: Divisions) -> tuple[int, tuple[Division, ...]] | None:
    for end in range(min(len(name), at + LONGEST), at + 1, -1):
        if found := divisions.by_name.get(name[at:end]):
            return end, found
    return None


def _known(counties: Sequence[Division], upper: Sequence[Division], context: str) -> Place:
    """A listed county; of several with its name the one whose city or province is stated, or told most around it."""
    stated = {one.name for one in upper}
    likely = [one for one in counties if one.prefecture in stated or one.province in stated] or counties
    if len(likely) > 1:
        likely = _told_most(likely, context)
    one = likely[0]
    if len(likely) > 1:
        return Place(county=one.name)
    return Place(county=one.name, prefecture=one.prefecture, province=one.province, admin_code=one.admin_code)


def _told_most(counties: Sequence[Division], context: str) -> list[Division]:
    counts = [
        (context.count(one.prefecture.removesuffix("市")) if one.prefecture else 0) + context.count(one.province)
        for one in counties
    ]
    return [one for one, count in zip(counties, counts, strict=True) if count == max(counts)]


def _told_above(county: str, text: str, divisions: Divisions) -> list[Division]:
    """The province and city of an unlisted county: those named right before it, else the ones that the text names most."""
    told = [(end, one) for _, end, found in divisions.find(text) for one in found if one.level != "county"]
    before = [one for end, one in told if text.startswith(county, end)]
    if before:
        return before[-1:]
    counts = Counter(one.code for _, one in told)
    by_code = {one.code: one for _, one in told}
    best = [by_code[code] for code in sorted(counts, key=lambda code: -counts[code])]
    city = [one for one in best if one.level == "prefecture"][:1]
    return city or best[:1]
