"""The report's full title: the line, or the lines, at its head that name a kind of report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from pipeline.extract.facts.agency import NAME, is_agency
from pipeline.extract.facts.lines import LONGEST
from pipeline.extract.facts.years import YEAR
from pipeline.resources.chrome import chrome
from pipeline.resources.facts import label, title_ending

_ENDS = re.compile(rf"{title_ending()}(?:\([^()]{{1,20}}\))?$")
_KIND = re.compile(r"自评|绩效|评价|决算|预算|总结|报告|公报|收支|基金|工作|简报|通报|年报|快报|三公")
# what no title holds: sentences, labels, contents lines, document numbers, dates, page numbers, who printed the form
_NO_TITLE = re.compile(
    r"[。;；!?…>»_]|\.{3}|[::]$|^(?:根据|按照|为|现将|目录|附件|附表|填报|联系|第[一二三四五六七八九十\d]+页)|\(制\)$|监制$|审签|审查情况|\.(?:pdf|docx?|xlsx?|wps)$"
    rf"|[〔\[]20\d\d[〕\]]|^\(?{YEAR}[年./-][\d十一二三四五六七八九]{{1,2}}(?:[月./-].{{0,4}})?\)?$|^[-—\d]+$"
)
_NUMBERED = re.compile(
    r"^(?:第[一二三四五六七八九十\d]+[部章节]分?|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])"
)
_LABELLED = re.compile(
    rf"^{label('title')}[::]?(?P<title>.{{6,80}}?)(?:(?:索引号|文号|发文|发布|主题|有效性|成文|生成|公开)[^::]{{0,4}}[::].*)?$"
)
_PLACE = re.compile(r"(?:[一-龥]{2,8}?[省区市州盟旗县]){1,3}")  # 湘江省青禾市, above the unit's name, is no part of it
_BEGINS = re.compile(rf"{YEAR}|^关于|关于$|^{NAME}|^{_PLACE.pattern}")
_GOES_ON = re.compile(
    r"(?:情况|编制|公开|的)*(?:说明|报告|公开|公示|草案|报表)|\((?:本级|草案|公开稿|公开版|汇总|机关)\)"
)
_OF_YEAR = re.compile(r"\(20[0-4]\d年度?\)")  # below a report's title; below that of a form it is a field
_HAS_UNIT = re.compile(
    rf"(?:{YEAR}年?度?)?[一-龥]{{2,12}}?[省市州盟县区旗](?:\([^()]{{2,20}}\))?{NAME}{YEAR}?.{{0,40}}{title_ending()}$"
)
_OWN_LINE = re.compile(rf"{YEAR}|关于")  # 2021年度, above 青禾县民政局部门决算, is part of the title
_LINES_OF_HEAD = 30
_LINES_OF_CONTENTS = 150
_LINES_OF_TITLE = 4
_SHORTEST = 6


def find_title(lines: Sequence[str]) -> range:
    """The lines that hold the title, from the unit's name where it stands on a line of its own; empty if none do."""
    for at, line in enumerate(lines[:_LINES_OF_HEAD]):
        if (labelled := _LABELLED.match(line)) and _is_title(labelled["title"]):
            return range(at, at + 1)
    head = list(islice(_head(lines), _LINES_OF_HEAD))
    return _first(lines, head, _BEGINS) or _first(lines, head, _KIND) or _first(lines, _after_contents(lines), _BEGINS)


def title_alone(line: str) -> slice:
    """Where in its line a title stands, without the label that a web page prints before it."""
    labelled = _LABELLED.match(line)
    return slice(*labelled.span("title")) if labelled else slice(0, len(line))


def _head(lines: Sequence[str]) -> Iterator[int]:
    """Where the lines above the first heading or sentence stand, web chrome and a place alone left out."""
    for at, (line, following) in enumerate(pairwise([*lines, ""])):
        if _NUMBERED.match(line) or (len(line) > LONGEST and not chrome().tells(line)):
            return
        if not chrome().tells(line) and not (_PLACE.fullmatch(line) and is_agency(following)):
            yield at


def _after_contents(lines: Sequence[str]) -> list[int]:
    """Where the unit's name stands below a table of contents that opens the report: its title follows there."""
    if "目录" not in lines[:_LINES_OF_HEAD]:
        return []
    return [at for at, line in enumerate(lines[:_LINES_OF_CONTENTS]) if is_agency(line) or _is_full_title(line)]


def _first(lines: Sequence[str], starts: Sequence[int], begins: re.Pattern[str]) -> range:
    """The first title that begins in one of the lines, with what ``begins`` asks for."""
    for at in starts:
        if begins.search(lines[at]) and (last := _last(lines, at)) is not None:
            return range(at, last + 1)
    return range(0)


def _last(lines: Sequence[str], first: int) -> int | None:
    """The last line of the title that begins in a line; None if none does."""
    title = ""
    for at in range(first, min(first + _LINES_OF_TITLE, len(lines))):
        line = lines[at]
        if len(line) > LONGEST or _NO_TITLE.search(line) or _NUMBERED.match(line) or chrome().tells(line):
            return None
        title += line
        if _is_title(title):
            if _names_its_own_unit(lines[first : at + 1]):
                return None
            return at + _goes_on(title, lines[at + 1 : at + 2])
    return None


def _goes_on(title: str, following: Sequence[str]) -> bool:
    """Whether the line below is the title's last: 的说明, (本级), (2023年度)."""
    return any(_GOES_ON.fullmatch(line) or (title.endswith("报告") and _OF_YEAR.fullmatch(line)) for line in following)


def _names_its_own_unit(title: Sequence[str]) -> bool:
    """Whether a line above is the site's or says the unit twice: 青禾县人民政府, 青禾县民政局2021年度部门决算."""
    above, *following = title
    if _OWN_LINE.search(above):
        return False
    return any(_HAS_UNIT.match(line) or (is_agency(above) and line[:2] == above[:2]) for line in following)


def _is_title(line: str) -> bool:
    return len(line) >= _SHORTEST and bool(_ENDS.search(line) and _KIND.search(line))


def _is_full_title(line: str) -> bool:
    return bool(re.match(NAME, line) and re.search(YEAR, line)) and len(line) <= LONGEST and _is_title(line)
