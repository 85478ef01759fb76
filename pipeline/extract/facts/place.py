"""Where a report comes from: read off the unit's name, its upper levels from the list of divisions or the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.extract.facts.upper import upper_levels
from pipeline.extract.facts.years import YEAR
from pipeline.records import Record
from pipeline.resources.divisions import LONGEST, Division, Divisions

# a county that no list knows: 青禾县, 临川湖管理区; what stands before must not be a unit's name (医疗保障局社区中心)
_NOT_OURS = r"(?!全[县市区旗]|城[市区]|地区|社区|[本我各该县市区旗])"
_SIGN = r"(?![局委院所中社站处办]|地区|小区|园区|景区|灾区|辖区|城区|市区)[一-龥]"
_COUNTY = rf"{_NOT_OURS}(?:{_SIGN}{{1,6}}?(?:县|区|市|旗)(?!镇|乡(?!村))|{_SIGN}{{1,12}}?(?:自治县|自治旗|管理区|开发区|高新区|示范区|新区))"
_UNKNOWN = re.compile(rf"{_COUNTY}(?=(?P<city>(?<=市){_COUNTY})?)")
_PREFIX = re.compile(rf"^(?:关于|中共|中国共产党|共青团|附件\d?[::]?|{YEAR}(?:[-—至]{YEAR})?年?度?)+")
# 青禾县财政局: as the addressee, 按照《青禾县财政局关于...》: whom the county's finance writes to
_GOVERNED = re.compile(rf"(?:^|[《由受,。:“])(?:按照|根据|依据)?({_COUNTY})(?:财政局|人民政府|县委)")
_SITUATED = re.compile(rf"(?:地处|位于|隶属于?)({_COUNTY})")  # 我镇地处青禾县西南
_HEAD = 200  # lines that may tell the county


class Place(Record, frozen=True):
    """A county and its upper levels; what is not known is ""."""

    county: str = ""
    prefecture: str = ""
    province: str = ""
    admin_code: str = ""


def find_place(name: str, lines: Sequence[str], divisions: Divisions) -> Place:
    """The place that the name of a unit, or a title, begins with; failing that the county that the text names most."""
    known, unknown = leading(_PREFIX.sub("", name), divisions)
    if not known and not unknown:
        known, unknown = _named_in_text(lines[:_HEAD], divisions)
    counties = [one for one in known if one.level == "county"]
    stated = [one for one in known if one.level != "county"]
    if counties and not unknown:
        return _known(counties, stated, lines, divisions)
    upper = stated or upper_levels(unknown, lines, divisions) if unknown else stated
    prefecture, province = _of(upper, unknown)
    code = next((one.admin_code for one in reversed(upper)), "")
    return Place(county=unknown, prefecture=prefecture, province=province, admin_code="" if unknown else code)


def leading(name: str, divisions: Divisions) -> tuple[list[Division], str]:
    """The known divisions that a name begins with, outermost first, and a county that no list knows."""
    known: list[Division] = []
    at = 0
    while found := _longest(name, at, divisions):
        known.extend(found[1])
        at = found[0]
    if any(one.level == "county" for one in known):
        return known, ""
    unknown = _UNKNOWN.match(name, at)
    return known, (unknown["city"] or unknown[0]) if unknown else ""


def _longest(name: str, at: int, divisions: Divisions) -> tuple[int, tuple[Division, ...]] | None:
    for end in range(min(len(name), at + LONGEST), at + 1, -1):
        if found := divisions.by_name.get(name[at:end]):
            return end, found
    return None


def _named_in_text(lines: Sequence[str], divisions: Divisions) -> tuple[list[Division], str]:
    """The county whose finance bureau or government is named, else the listed one that is named most."""
    governed = Counter(found[1] for line in lines for found in _GOVERNED.finditer(line))
    for name, _ in governed.most_common(1):
        return leading(name, divisions)
    named = Counter(
        text
        for line in lines
        for start, end, found in divisions.find(line)
        if (text := line[start:end]) and found[0].level == "county"
    )
    for name, _ in named.most_common(1):
        return list(divisions.by_name[name]), ""
    situated = (found[1] for line in lines if (found := _SITUATED.search(line)))
    return [], next(situated, "")


def _of(upper: Sequence[Division], county: str) -> tuple[str, str]:
    """Prefecture and province; a municipality is both to its counties."""
    province = next((one.province for one in reversed(upper)), "")
    prefecture = next((one.name for one in reversed(upper) if one.level == "prefecture"), "")
    if county and province.endswith("市"):
        prefecture = province
    return prefecture, province


def _known(
    counties: Sequence[Division], stated: Sequence[Division], lines: Sequence[str], divisions: Divisions
) -> Place:
    """A listed county; of several with its name the one whose city or province is stated, or told most around it."""
    names = {one.name for one in stated}
    likely = [one for one in counties if one.prefecture in names or one.province in names] or list(counties)
    if len(likely) > 1:
        told = upper_levels(likely[0].name, lines, divisions)
        likely = [one for one in likely if _lies_in(one, told)] or likely
    one = likely[0]
    if len(likely) > 1:
        return Place(county=one.name)
    return Place(county=one.name, prefecture=one.prefecture, province=one.province, admin_code=one.admin_code)


def _lies_in(county: Division, upper: Sequence[Division]) -> bool:
    return any(one.name in (county.prefecture, county.province) for one in upper)
