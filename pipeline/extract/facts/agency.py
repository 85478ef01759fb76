"""The reporting unit: named by the title, a line of its own, a label, a signature, or by being named most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.resources.divisions import Divisions

_SUFFIX = (
    "(?:委员会|办公室|中心|医院|学校|学院|中学|小学|幼儿园|大学|法院|检察院|研究院|研究所|办事处|人民政府|管委会|联合会|工会"
    "|协会|妇联|残联|团委|党校|图书馆|文化馆|档案馆|博物馆|大队|支队|总队|公司|局|委|院|所|站|馆|队|社|处|部|署|办|镇|乡)"
)
NAME = rf"[一-龥]{{2,28}}?{_SUFFIX}"
_ALONE = re.compile(rf"(?:[一-龥]|[()、“”\"](?=.)){{2,34}}{_SUFFIX}(?:\(?(?:本级|机关)\)?)?")
_YEAR = r"(?:20\d\d|二[〇○零o][一二三四五六七八九〇○零]{2})年?度?"
_AFTER = r"(?:部门|单位|整体|本级|机关|项目|绩效|工作|决算|预算|关于|年度|专项|转移|城乡|全年)"
_IN_TITLE = (
    re.compile(rf"^(?:关于)?(?P<name>{NAME})(?:\(?本级\)?)?(?={_YEAR}|{_AFTER})"),  # 青禾县民政局2021年度部门决算
    re.compile(rf"^(?:关于)?{_YEAR}(?P<name>{NAME})(?={_AFTER})"),  # 2021年度青禾县民政局部门决算
    re.compile(
        rf"^(?P<place>[一-龥]{{1,12}}?[县区市旗]){_YEAR}(?P<name>{NAME})(?={_AFTER})"
    ),  # 青禾县2021年民政局部门决算
)
# a form's label and what follows it, in the same line or, after nothing, in the next: 填报单位(盖章):青禾县民政局 单位:万元
_LABEL = re.compile(
    r"^(?:部门\(?单位\)?名称|单位\(?部门\)?名称|预算部门|预算单位|部门名称|单位名称|填报单位|填报部门|编制单位|编报单位|编制部门|公开部门"
    r"|公开单位|自评单位|申报单位|项目实施单位|项目单位|实施单位|部门|单位)(?:\([^()]{1,8}\))?[::]?(?P<rest>.*)$"
)
_PUBLISHER = re.compile(r"^(?:主管部门|发布机构|信息来源|来源|发布单位)(?:\([^()]{1,8}\))?[::]?(?P<rest>.*)$")
_LABELLED = re.compile(
    rf"(?P<name>{NAME})(?:\(?本级\)?)?(?:$|单位[::]|金额|公开|预算|填报|日期|编码|代码|联系|\(|[::,。;])"
)
_FINANCE = re.compile(r"财政局$")  # prints and receives the forms; reports on itself only where title or label say so
_HEAD, _TAIL = 12, 12  # lines
_LONGEST_LABELLED = 60  # characters of a line that is a label and its value


def find_agency(lines: Sequence[str], title: str, divisions: Divisions) -> str:
    """The unit that reports, as it is printed; "" if none is named. The finance bureau addressed is not the unit."""
    for candidates in (
        _in_title(title),
        _alone(lines[:_HEAD]),
        _labelled(lines, _LABEL),
        (line for line in reversed(lines[-_TAIL:]) if is_agency(line)),
        _labelled(lines, _PUBLISHER),
        _most_named(lines, divisions),
    ):
        for name in candidates:
            return name
    return ""


def is_agency(line: str) -> bool:
    """Whether a line holds the name of a unit and nothing else: 青禾县民政局."""
    told = 4 <= len(line) <= 40 and _ALONE.fullmatch(line)
    return bool(told) and not _FINANCE.search(line) and not _LABEL.match(line)


def _alone(lines: Sequence[str]) -> Iterator[str]:
    """The units that stand alone, but for the department above that a form asks for."""
    for before, line in pairwise(["", *lines]):
        if is_agency(line) and not _PUBLISHER.match(before):
            yield line


def _in_title(title: str) -> Iterator[str]:
    for pattern in _IN_TITLE:
        if found := pattern.match(title):
            yield found.groupdict().get("place", "") + found["name"]


def _labelled(lines: Sequence[str], label: re.Pattern[str]) -> Iterator[str]:
    for line, following in pairwise([*lines, ""]):
        labelled = label.match(line) if len(line) <= _LONGEST_LABELLED else None
        if labelled and (found := _LABELLED.match(labelled["rest"] or following)):
            yield found["name"]


def _most_named(lines: Sequence[str], divisions: Divisions) -> Iterator[str]:
    alone = Counter(line for line in lines if is_agency(line))
    named: Counter[str] = Counter()
    for line in lines:
        for start, end, _ in divisions.find(line):
            if found := re.match(NAME, line[end : end + 32]):
                named[line[start:end] + found[0]] += 1
    for counts in (alone, named):
        for name, count in counts.most_common():
            if count > 1 and not _FINANCE.search(name):
                yield name
