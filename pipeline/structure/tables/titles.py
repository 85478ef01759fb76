"""Titles, declared units and the kind of a table, from what is printed above it."""

from __future__ import annotations

import re

from pipeline.structure.tables import words
from pipeline.structure.tables.pieces import Piece, piece, squeeze
from pipeline.structure.tables.stretches import Line

_LOOK_BACK = 8  # lines that print something, from the table upwards
_BROKEN = 8  # characters of a line that holds a part of a title
NOTE = re.compile(r"\s*(?:注|备注|说明|附注)\s*:")
_NOTE_LINES = 12
_BEHIND_TITLE = re.compile(r"\s*\(?(?:金额)?单位:|\s*(?:部门|单位|财决|预算|决算)*公开表?\s*\d+|\s+(?:编制)?部门:")
_DECLARED = re.compile(rf"单位(?::\s*[(（]?|[(（])?\s*({words.UNIT_WORDS})(?![\u4e00-\u9fff])")
FURNITURE = re.compile(
    r"(?=[部单财预决批公编填金自附表(\d])(?:(?:部门|单位|财决|预决|预算|决算|批复)*公开表?\d+表?|(?:财|部门)?[预决]算?\d{1,2}(?:-\d)?表|(?:编制|填报|填表)?(?:部门|单位)(?:名称|\(盖章\))?:.*|(?:金额)?单位:.*|\(\d{4}年度?\)|\d{4}年度|自评得分:.*|附?表\d+:?)+"
)
# fields at the head of a form: 项目名称 农村饮水安全 主管部门 某县水利局
FORM_FIELD = re.compile(
    r"(?:(?:专项)?\(?项目\)?(?:支出|资金)?名称|(?:省级|市级|县级|项目|预算)?主管(?:预算)?部门|(?:省级|市级|县级)?预算部门(?:名称)?|"
    r"(?:项目)?(?:实施|预算|填报|评价|承担|申报|使用|资金使用)?单位(?:\(?名称\)?)?(?=[^:,。;]{2}|$|:)|项目(?:负责人|类型|属性|分类|类别|编码|级次)|"
    r"部门(?:\(单位\))?名称|起止(?:时间|年限)|联系(?:人|电话))(?![。;])"
)
_ACCOUNT = re.compile(r".*(?:决算|预算|收支|收入|支出|基金|拨款|三公).*表.*")
FORM_TITLE = re.compile(
    r".*(?:绩效|自评|评价|目标表|指标表).*"
    # what a unit tells of the money it was given, in a report's own words: 部门预算执行情况表, 项目资金支出明细表
    r"|.*部门(?:整体)?(?:预算|支出)(?:支出)?(?:预算)?执行.*表.*"
    r"|.*(?:项目(?:支出|资金|经费|预算)|(?:专项|补助|衔接|配套)资金).*(?:执行|支出|使用|拨付|分配|到位|支付|明细|安排).*表.*"
)


def title_above(source: str, lines: list[Line], first: int, floor: int = 0) -> tuple[Piece | None, str, int]:
    """The title printed above line ``first``, the unit declared there, and the line where the table's matter begins.

    Looks at lines from ``floor`` on.
    """
    title, unit, top, seen = None, "", first, 0
    for index in range(first - 1, floor - 1, -1):
        line = lines[index]
        if line.kind == "blank":
            continue
        seen += 1
        text = squeeze(source[line.start : line.end])
        unit = unit or declared_unit(text)
        if seen <= _LOOK_BACK and (FURNITURE.fullmatch(text) or _is_field(source, lines, index, floor)):
            top = index
            continue
        own = title_in(source, line) if line.kind == "text" else None
        if line.kind == "text" and (numbered := _numbered_title(source, line)):
            return numbered, unit, top
        if own:
            head = _broken_title(source, lines, index, floor)
            title, top = piece(source, lines[head].start, own.end), head
        break
    return title, unit, top


def _numbered_title(source: str, line: Line) -> Piece | None:
    """The title of a table that is a heading too, its number left away: 三、支出决算表; the heading stays one."""
    mark = words.HEADING_MARK.match(source, line.start, line.end)
    found = title_in(source, Line(mark.end(), line.end, line.kind)) if mark else None
    return found if found and "表" in found.text else None


def title_in(source: str, line: Line) -> Piece | None:
    """The title that a line prints, a unit or table number declared behind it left out."""
    behind = _BEHIND_TITLE.search(source, line.start, line.end)
    found = piece(source, line.start, behind.start() if behind else line.end)
    return found if words.is_title(found.text) and not words.HEADING.match(found.text) else None


def _is_field(source: str, lines: list[Line], index: int, floor: int) -> bool:
    """Whether a line is a field at the head of a form, or the value of one that stands on the line above."""
    if FORM_FIELD.match(squeeze(source[lines[index].start : lines[index].end])):
        return True
    above = next((line for line in reversed(lines[max(index - 4, floor) : index]) if line.kind != "blank"), None)
    return above is not None and bool(FORM_FIELD.fullmatch(squeeze(source[above.start : above.end])))


def _broken_title(source: str, lines: list[Line], last: int, floor: int) -> int:
    """The line where a title begins that broke over lines: 整体支出绩效, 定量目标及实施计, 划完成情况."""
    first = last
    for index in range(last - 1, max(floor, last - 12) - 1, -1):
        text = squeeze(source[lines[index].start : lines[index].end])
        if text and (len(text) > _BROKEN or not words.HAN.fullmatch(text) or words.is_title(text)):
            break
        if text:
            first = index
    whole = squeeze(source[lines[first].start : lines[last].end])
    own = squeeze(source[lines[last].start : lines[last].end])
    return first if len(own) <= _BROKEN and words.is_title(whole) else last


def note_below(source: str, lines: list[Line], last: int, index: int) -> int:
    """The last line of the notes under a table (注：…), ``last`` if line ``index`` opens none.

    A note may run over lines, up to its full stop or the next tabular line; several may follow.
    """
    while (
        index < len(lines) and lines[index].kind == "text" and NOTE.match(source, lines[index].start, lines[index].end)
    ):
        for line in range(index, min(index + _NOTE_LINES, len(lines))):
            if lines[line].kind not in ("text", "blank"):
                break
            text = source[lines[line].start : lines[line].end].rstrip()
            last = line if text else last
            if text.endswith(("。", ")", ".")):
                break
        index = last + 1
        while index < len(lines) and lines[index].kind == "blank":
            index += 1
    return last


def declared_unit(text: str) -> str:
    """The unit that a line declares for a table: 金额单位：万元.

    >>> declared_unit("部门：某局单位：万元")
    '万元'
    """
    found = _DECLARED.search(text)
    return found[1] if found else ""


def kind_of(title: str, has_form_heads: bool) -> str:
    """account or form, from the title and the heads."""
    if has_form_heads or FORM_TITLE.fullmatch(title):
        return "form"
    return "account" if _ACCOUNT.fullmatch(title) else "form"


def printed_title(text: str, title: Piece) -> str:
    """A title as the report prints it: blanks folded, a line break inside it taken out."""
    lines = text[title.start : title.end].splitlines()
    return "".join(" ".join(line.split()) for line in lines)


def unit_in(title: str) -> str:
    """The unit that a title gives in brackets: 年度收入情况(万元)."""
    found = words.UNIT_IN_HEAD.search(title)
    return found[1] if found else ""
