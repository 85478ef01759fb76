"""The reporting unit: named by the title, a line of its own, a label, a signature, or by being named most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.extract.facts.lines import LONGEST
from pipeline.extract.facts.years import YEAR
from pipeline.resources.divisions import Divisions
from pipeline.resources.facts import label, unit_ending

NAME = rf"[一-龥]{{2,28}}?{unit_ending()}"
_ALONE = re.compile(rf"(?:[一-龥]|[()、“”\"](?=.)){{2,34}}{unit_ending()}(?:\(?(?:本级|机关|盖章|公章)\)?|\(馆\))?")
_STAMP = re.compile(r"\((?:盖章|公章|馆)\)$")  # 青禾县档案局(馆): one unit with two signs
_YEARS = rf"(?:{YEAR}(?:[-—–~至]{YEAR})?年?度?)"
_LEVEL = r"(?:\([^()]{2,30}\)|本级|机关|汇总)?"  # or another name of the unit
_AFTER = r"(?:部门|单位|整体|本级|机关|项目|绩效|工作|决算|预算|关于|年度|专项|转移|城乡|全年|财政|“?三公|政府信息)"
_IN_TITLE = (
    re.compile(rf"^(?:关于)?(?P<name>{NAME}){_LEVEL}(?={_YEARS}|{_AFTER})"),  # 青禾县民政局2021年度部门决算
    re.compile(rf"^(?:关于)?{_YEARS}(?P<name>{NAME}){_LEVEL}(?={_AFTER})"),  # 2021年度青禾县民政局部门决算
    re.compile(  # 青禾县2021年民政局部门决算; 乡镇卫生院 is not one unit but many
        rf"^(?P<place>[一-龥]{{1,12}}?[县区市旗]){_YEARS}(?P<name>(?!乡镇|村|基层|各|农村|公立|公办){NAME})(?={_AFTER})"
    ),
    # 青禾开发区(青禾县城区)建设局2021年度部门决算
    re.compile(
        rf"^(?:{_YEARS})?(?P<name>[一-龥]{{2,20}}\([^()]{{2,20}}\)[一-龥]{{1,12}}?{unit_ending()})(?={_YEARS}|{_AFTER})"
    ),
    re.compile(rf"[(](?P<name>{NAME})[)]$"),  # 2021年度部门决算(青禾县民政局)
)
# a form's label and what follows it, in the same line or, after nothing, in the next: 填报单位(盖章):青禾县民政局 单位:万元
_LABEL = re.compile(rf"^{label('unit')}(?:\([^()]{{1,8}}\))?[::]?(?P<rest>.*)$")
_DEPARTMENT = re.compile(rf"^{label('department')}(?:\([^()]{{1,8}}\))?[::]?(?P<rest>.*)$")
_PUBLISHER = re.compile(rf"^(?:{label('publisher')}|.{{1,40}}?{label('publisher')}(?=[::]))[::]?(?P<rest>.*)$")
_LABELLED = re.compile(
    rf"(?P<name>{NAME}){_LEVEL}(?:$|单位[::]|金额|公开|预算|填报|日期|编码|代码|联系|发布|地址|自评|实施|\(|[::,。;])"
)
# whoever delivers an address: 青禾县人民政府县长 李明, 青禾县财政局局长 周敏
_SPEAKER = re.compile(
    rf"^(?P<name>{NAME})(?:代|代理)?(?:县长|市长|区长|旗长|州长|镇长|乡长|局长|院长|检察长|主任)[一-龥]{{0,8}}$"
)
# the heading, or the sentence, that presents the unit: 第一部分 青禾县民政局概况; 青禾县民政局是县政府工作部门
_OVERVIEW = re.compile(rf"^(?:第[一1]部分[::、]?)?(?P<name>{NAME}){_LEVEL}(?:部门|单位|基本)?(?:概况|基本情况)$")
_PRESENTED = re.compile(rf"^(?P<name>{NAME})(?:\([^()]{{1,20}}\))?(?:是|为|系|贯彻|主要职责|主要职能|主要负责)")
_FINANCE = re.compile(
    r"财政[局厅]$"
)  # prints and receives the forms; reports on itself only where title or label say so
_OTHERS = re.compile(r"^(?:国家|中央)|事务所|公司$")  # who sets the form up, who evaluates
_WHOLE_GOVERNMENT = re.compile(r"[县市区旗州]人民政府$")  # heads the web page of any of its units
_HEAD, _TAIL = 12, 12  # lines


def find_agency(lines: Sequence[str], title: str, divisions: Divisions) -> str:
    """The unit that reports, as it is printed; "" if none is named. The finance bureau addressed is not the unit."""
    head = [name for name in _alone(lines[:_HEAD]) if not _WHOLE_GOVERNMENT.search(name)]
    for candidates in (
        _in_title(title),
        head,
        _labelled(lines, _LABEL),
        _matched(_SPEAKER, lines[:_HEAD]),
        _matched(_OVERVIEW, lines),
        _alone(lines[: -_TAIL - 1 : -1]),
        _matched(_PRESENTED, lines),
        _labelled(lines, _DEPARTMENT),
        _labelled(lines, _PUBLISHER),
        _alone(lines[:_HEAD]),
        _most_named(lines, divisions),
    ):
        for name in candidates:
            return name
    return ""


def is_agency(line: str) -> bool:
    """Whether a line holds the name of a unit and nothing else: 青禾县民政局."""
    told = 4 <= len(line) <= 40 and _ALONE.fullmatch(line)
    return bool(told) and not _FINANCE.search(line) and not _OTHERS.search(line) and not _LABEL.match(line)


def _alone(lines: Sequence[str]) -> Iterator[str]:
    """The units that stand alone, but for the department or publisher that a label above asks for."""
    for before, line in pairwise(["", *lines]):
        if is_agency(line) and not _DEPARTMENT.match(before) and not _PUBLISHER.match(line):
            yield _STAMP.sub("", line)


def _in_title(title: str) -> Iterator[str]:
    for pattern in _IN_TITLE:
        if found := pattern.search(title):
            yield found.groupdict().get("place", "") + found["name"]


def _matched(pattern: re.Pattern[str], lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if found := pattern.match(line):
            yield found["name"]


def _labelled(lines: Sequence[str], label: re.Pattern[str]) -> Iterator[str]:
    for line, following in pairwise([*lines, ""]):
        labelled = label.match(line) if len(line) <= LONGEST else None
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
