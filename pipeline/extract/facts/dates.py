"""The day on which a report was written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.extract.facts.agency import is_agency
from pipeline.extract.facts.lines import LONGEST
from pipeline.extract.facts.years import YEAR, number

# without blanks a clock follows the day: 2022-09-1510:20
_DAY = rf"({YEAR})[年./-](\d{{1,2}}|[十一二三四五六七八九]{{1,2}})(?:[月./-](\d{{1,2}}|[十一二三四五六七八九廿]{{1,3}})日?|月)"
_ALONE = re.compile(rf"\(?{_DAY}\)?")
# under the title of an address: ——2022年1月6日在青禾县第十八届人民代表大会第二次会议上
_DELIVERED = re.compile(rf"[-—–(]*{_DAY}在.{{4,50}}会议上\)?")
# a label, or the writer, and the day: 报告日期:2022年8月10日; 青禾县民政局2022年8月10日
_LABELLED = re.compile(rf".{{0,24}}?(?:日期|时间)(?:\(.{{1,6}}\))?[::]?\(?{_DAY}\)?")
_WRITTEN_BY = re.compile(rf"[一-龥]{{2,24}}[局委院会办室心府所站][::]?\(?{_DAY}\)?")
_WRITTEN_BY_NAME = re.compile(
    rf"(?:填报人|填表人|制表人|经办人|负责人)[::].{{0,40}}?(?<!\d){_DAY}"
)  # 填报人:周敏 2023年2月24日
_PUBLISHED = re.compile(rf"(?:发布日期|发布时间|公开日期|公开时间|成文日期|发文日期|生成日期|时间|日期)[::]?{_DAY}")
_NOT_WRITTEN = re.compile(r"开工|竣工|完工|开始|结束|起止|完成时间|成立|发布|公开|生效|实施")
_HEAD, _TAIL = 30, 40  # lines


def find_date(lines: Sequence[str]) -> str:
    """The day of signature, the last one if several; else the day a web page was published; ISO 8601 or ""."""
    for found in _signed(lines):
        return _iso(*found.groups())
    for line in lines:
        if len(line) <= LONGEST and ("20" in line or "二" in line) and (published := _PUBLISHED.search(line)):
            return _iso(*published.groups())
    return ""


def _signed(lines: Sequence[str]) -> Iterator[re.Match[str]]:
    """The days of signature, the likeliest first."""
    for at, (line, above) in enumerate(pairwise([*reversed(lines), ""])):
        if len(line) <= LONGEST and ("20" in line or "二" in line) and not _NOT_WRITTEN.search(line):
            found = _LABELLED.fullmatch(line) or _WRITTEN_BY.fullmatch(line) or _WRITTEN_BY_NAME.fullmatch(line)
            if found or ((at < _TAIL or is_agency(above)) and (found := _ALONE.fullmatch(line))):
                yield found
    for line in lines[:_HEAD]:
        if found := _DELIVERED.fullmatch(line) or _ALONE.fullmatch(line):
            yield found


def _iso(year: str, month: str, day: str | None) -> str:
    parts = [f"{number(year):04d}", f"{number(month):02d}", *([f"{number(day):02d}"] if day else [])]
    return "-".join(parts)
