"""Which stretches of a paragraph are headings: alone on a line, glued to the text after, or in mid-line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from pipeline.records import Record
from pipeline.resources.headings import headings
from pipeline.structure.marks import Mark, find_mark
from pipeline.structure.running import cut
from pipeline.views import View

LONGEST_TITLE = 45  # characters of a numbered heading on a line of its own
LONGEST_GLUED = 20  # of one that its text follows on the same line: (一)主要职责。贯彻执行…
SHORTEST_WORDED = 4  # of one that nothing but its wording parts from the text: (一)产出情况资助1204人
LONGEST_LABEL = 12  # of the label of a form's field
LONGEST_PLAIN = 28  # of one without a number

# …资金到位。二、绩效情况: a heading in mid-line, after a sentence; …情况(一)项目概况本项目: or by its wording.
# The signs that may come first stand first: they are found at many times the speed of the whole.
_INSIDE = re.compile(
    r"[(一二三四五六七八九十](?:(?<=\()[一二三四五六七八九十]{1,3}\)|(?<!\()[一二三四五六七八九十]{0,2}、(?![一二三四五六七八九十]))"
    r"(?=[\u4e00-\u9fff“])"
)
_GLUED = re.compile(rf"([^。,;:!?]{{2,{LONGEST_GLUED}}})([。:])(?=.)")
# 1.卫生健康支出(类)医疗救助(款)城乡医疗救助(项)。年初预算为…: the heading that every account prints
_ACCOUNT = re.compile(r"[^。;:]{4,70}\(项\)(?:支出)?[。.:](?=.)")
# 本单位无政府性基金支出 is a sentence without its full stop
_DENIES = re.compile(r"^无|没有|(?:单位|部门|[局年县]|中心)无")
# 青禾县医疗保障局2021年工作总结 heads the whole report, and so does 2021年度部门决算.
_TITLE_OF_REPORT = re.compile(
    r".+(?:19|20)\d\d\s?年.*(?:总结|报告|说明|公开|方案|情况)$|(?:19|20)\d\d\s?年.*(?:决算|预算)(?:公开|说明|报告)*$"
)
# A word with which the text under a heading begins: (一)项目概况本项目为…
_TEXT_BEGINS = re.compile(
    r"暂?无[。;]|坚持|进一步|建议|通过|经[自评过]|本|我[局县区市院校中]|该|根据|按照|依据|为[了进切加]|一是|截[至止]|(?:19|20)\d\d年|\(?[一二三1]\)?[、.]|\([一二三1]\)"
)
_TEXT_FIRST = frozenset("暂无坚进建通经本我该根按依为一截12(二三")  # with which these words begin
_TITLE_ENDS = (
    "情况",
    "概况",
    "目标",
    "问题",
    "措施",
    "建议",
    "职责",
    "职能",
    "做法",
    "结论",
    "结果",
    "分析",
    "打算",
    "安排",
)
_TITLE_READS_ON = "的和及与等说分如表完实、,:;.。)”"  # 产出情况说明, 绩效目标完成情况
# where a title may end: before such a word, or after one with which titles end
_MAY_END = re.compile(
    f"[{re.escape(''.join(sorted(_TEXT_FIRST)))}]|(?<=[{''.join(end[-1] for end in _TITLE_ENDS)}]).", re.DOTALL
)
_SENTENCE = re.compile(r"[。;!?]")
_PRINTS = re.compile(r"\s*\S")


class Piece(Record, frozen=True):
    """A heading or a paragraph, before it is placed in the tree."""

    view: View
    mark: Mark | None = None
    heading: str = ""  # yes; maybe: a sentence that heads what follows, or an item of a list; empty: no


def pieces(view: View) -> Iterator[Piece]:
    """A paragraph cut where headings begin and end; a row of cells stays whole."""
    if "\t" in view.text:
        yield Piece(view=view)
        return
    label = _label_end(view)
    inside: list[int] = [label] if label else []
    for match in _INSIDE.finditer(view.text, label + 1):
        if _begins_heading(view.text, inside[-1] if inside else 0, match):
            inside.append(match.start())
    for part in cut(view, inside) if inside else (view,):
        yield from _head_and_rest(part)


def _label_end(view: View) -> int:
    """Where a form's label ends that a blank parts from its text: 自评结论 本部门自评得分96分，…。; 0 if there is none."""
    end = view.starts[1] if len(view.starts) > 1 else 0
    is_label = 2 < end <= LONGEST_LABEL and view.text.endswith("。") and is_plain_heading(view.text[:end])
    return end if is_label else 0


def _begins_heading(text: str, last: int, match: re.Match[str]) -> bool:
    """Whether a number in mid-line follows a sentence or a title, or has one after it that is known by its wording."""
    start = match.start()
    return text[start - 1] in "。;!?:" or _worded_end(text, match.end()) > 0 or _is_worded_title(text[last:start])


def _is_worded_title(text: str) -> bool:
    """Whether a stretch is a number with a title known by its wording: 六、下一步工作措施."""
    mark = find_mark(text) if len(text) <= LONGEST_TITLE else None
    return mark is not None and headings().cue(text[mark.end :]) is not None


def _head_and_rest(part: View) -> Iterator[Piece]:
    """A numbered stretch as heading and text, where it is both."""
    text = part.text
    bounds: list[int] = []
    marks = [find_mark(text)]
    if marks[0] is None:
        yield Piece(view=part, heading=_is_heading(text, None))
        return
    while end := _head_end(text, marks[-1]):
        bounds.append(end)
        marks.append(find_mark(text, end))
    *heads, rest = cut(part, bounds) if bounds else [part]
    for start, head, mark in zip([0, *bounds], heads, marks, strict=False):
        yield Piece(view=head, mark=_within(mark, start), heading="yes")
    mark = _within(marks[-1], len(text) - len(rest.text))
    yield Piece(view=rest, mark=mark, heading=_is_heading(rest.text[mark.end if mark else 0 :], mark))


def _within(mark: Mark | None, start: int) -> Mark | None:
    """A mark as it stands in a text cut off before ``start``."""
    return replace(mark, end=mark.end - start) if mark and start else mark


def _head_end(text: str, mark: Mark | None) -> int:
    """Where a numbered heading ends, if text follows it; else 0."""
    end = _glued_end(text, mark.end) if mark else 0
    return end if end and _PRINTS.match(text, end) else 0


def _is_heading(rest: str, mark: Mark | None) -> str:
    """Whether a whole line, its number taken off, is a heading."""
    if mark is None:
        return "yes" if is_plain_heading(rest) else ""
    if mark.scheme in ("part", "square"):
        return "yes" if len(rest) <= LONGEST_TITLE else ""
    if len(rest) > LONGEST_TITLE or _SENTENCE.search(rest, 0, max(len(rest) - 1, 0)) or not rest:
        return ""
    if mark.scheme == "bullet":
        return ""
    if rest.endswith("。"):
        return "yes" if headings().cue(rest) else "maybe"
    return "" if rest.endswith((";", ",", ".")) else "yes"


def is_plain_heading(text: str) -> bool:
    """Whether a line without a number is a heading by its wording: 存在的主要问题."""
    if not 2 < len(text) <= LONGEST_PLAIN or _SENTENCE.search(text) or "," in text:
        return False
    cue = headings().cue(text)  # which few lines have
    if cue is None or cue.label in ("front_matter", "table", "closing"):
        return False
    if _DENIES.search(text) or _TITLE_OF_REPORT.search(text):
        return False
    return not (text.endswith(":") and cue.label in ("conclusion", "finance"))  # 自评得分: is a field left empty


def _glued_end(text: str, begin: int) -> int:
    """Where a heading ends that its text follows on the same line; 0 if there is none.

    A full stop ends it, or a colon; its wording does where another number or a colon comes too late.
    """
    if match := _ACCOUNT.match(text, begin):
        return match.end()
    match = _GLUED.match(text, begin)
    worded = _worded_end(text, begin)
    if match is None or (0 < worded < match.end() and (match[2] == ":" or find_mark(text, worded))):
        return worded
    return match.end() if match[2] == "。" or headings().cue(match[1]) else worded


def _worded_end(text: str, begin: int) -> int:
    """Where a title ends that is known by its wording, though its text follows without a sign; 0 if there is none."""
    for match in _MAY_END.finditer(text, begin + 2, min(begin + LONGEST_GLUED, len(text))):
        end = match.start()
        begins = _TEXT_BEGINS.match(text, end) if text[end] in _TEXT_FIRST else None
        if not begins and (text[end] in _TITLE_READS_ON or not text.endswith(_TITLE_ENDS, begin, end)):
            continue
        cue = headings().cue(text[begin:end])
        if cue and (begins or (cue.whole and end - begin >= SHORTEST_WORDED)):
            return end
    return 0


def title_of(piece: Piece) -> str:
    """The clean title of a heading: no number, no sign at its end."""
    begin = piece.mark.end if piece.mark and piece.mark.scheme not in ("square", "annex") else 0
    return piece.view.text[begin:].strip(" *#:。.、【】-") or piece.view.text.strip()


def has_cue(piece: Piece) -> bool:
    """Whether a heading's wording tells what stands under it."""
    return headings().cue(title_of(piece)) is not None
