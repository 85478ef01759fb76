"""What stands on a page without belonging to the report: page numbers, running heads, contents, web chrome."""

from __future__ import annotations

import re

from pipeline.structure.lines import Line
from pipeline.structure.marks import find_mark

# A page number with its ornaments: 12, - 12 -, —12—, 第12页, 第12页 共30页, 12/30.
_PAGE = re.compile(r"(?P<left>[-—–·\s]*(?:第\s?)?)(?P<number>\d{1,3})(?P<right>[-—–·\s]*(?:页.{0,10}|/\s?\d{1,3})?)")
_LEADERS = re.compile(r"(?:[.·…]\s?){3,}\s*\d{1,3}$|PAGEREF\s\S+(?:\s\\?h)?\s?\d*")
_CONTENTS = re.compile(r"[-*#\s]*目\s*[录次]\s*\**")
_KEY = re.compile(r"[\W\d_]+")

# Lines that a web page prints around a report. Each is matched at the head of a line.
_CHROME = re.compile(
    r"""索\s?引\s?号|(?:公开|主题|信息)分类|发布(?:日期|时间|机构|单位)\s?[:|]|成文日期|生成日期|公开(?:日期|方式|形式|时限)\s?:
      | 浏览(?:次数|量)|阅读(?:次数|量)|点击(?:次数|率|数)|访问量|(?:\[|【)?\s?字\s?[体号]\s?[::]|[【\[(]?\s?(?:大\s?中\s?小|打印|关闭)
      | 扫一扫|分享(?:到|至)|手机(?:扫码|查看|打开)|微信扫|当前位置|您(?:现在|当前)?(?:所在)?的?位置|首页\s?[>|]|上一[篇条页]|下一[篇条页]
      | 主办单位?\s?[::]|承办单位?\s?[::]|版权所有|网站(?:标识码|地图)|技术支持|.{0,3}(?:ICP|icp)备|.{0,6}公网安备|责任编辑|信息来源\s?:
      | 来源\s?:|文章来源|作者\s?:|有\s?效\s?性\s?[::]|文\s?号\s?:|字体大小|收藏(?:本页)?$|无障碍|返回(?:顶部|首页)|附件下载|监督索引号
    """,
    re.VERBOSE,
)
LONGEST_CHROME = 60  # characters of a line of web chrome
LONGEST_HEAD = 40  # characters of a running head
LONGEST_CONTENTS = 150  # lines of a table of contents
PAGE_APART = 120  # characters between two page numbers, at least


def find_furniture(normal: str, lines: list[Line]) -> set[int]:
    """Indices of the lines that are furniture."""
    pages = _page_numbers(normal, lines)
    return pages | _running_heads(normal, lines, pages) | _contents(normal, lines) | _chrome(normal, lines)


def _page_numbers(normal: str, lines: list[Line]) -> set[int]:
    """Lines that hold a page number only: with ornaments, or bare and in step with the ones before or after."""
    found: set[int] = set()
    chains: dict[int, list[int]] = {}  # the next number expected -> lines of the chain that expects it
    bare: list[list[int]] = []
    for index, line in enumerate(lines):
        if line.end - line.start > LONGEST_HEAD:
            continue
        match = _PAGE.fullmatch(normal, line.start, line.end)
        if match is None:
            continue
        if match["left"].strip() or match["right"].strip():
            found.add(index)
        number = int(match["number"])
        chain = chains.pop(number, [])
        if chain and line.start - lines[chain[-1]].start < PAGE_APART:
            chain = []
        chain.append(index)
        chains[number + 1] = chain
        if len(chain) == 2:
            bare.append(chain)
    return found.union(*bare)


def _running_heads(normal: str, lines: list[Line], pages: set[int]) -> set[int]:
    """Short lines that are printed again and again right beside a page number."""
    beside: dict[str, list[int]] = {}
    for page in sorted(pages):
        for index in (page - 1, page + 1):
            if 0 <= index < len(lines) and index not in pages:
                line = lines[index]
                if line.end - line.start <= LONGEST_HEAD:
                    beside.setdefault(normal[line.start : line.end], []).append(index)
    return {index for group in beside.values() if len(group) >= 3 for index in group}


def _contents(normal: str, lines: list[Line]) -> set[int]:
    """The lines of a table of contents: those with leaders to a page number, and those under the word 目录."""
    leaders = {i for i, line in enumerate(lines) if _LEADERS.search(normal, line.start, line.end)}
    found = leaders if len(leaders) > 1 else set()
    for index, line in enumerate(lines):
        if line.end - line.start < 12 and index not in found and _CONTENTS.fullmatch(normal, line.start, line.end):
            found.add(index)
            found.update(_contents_under(normal, lines, index))
    return found


def _contents_under(normal: str, lines: list[Line], head: int) -> list[int]:
    """The lines of the contents that stand under the line ``head``: up to where the first is printed again."""
    seen: list[str] = []
    first = None
    for index in range(head + 1, min(head + LONGEST_CONTENTS, len(lines))):
        text = normal[lines[index].start : lines[index].end]
        mark = find_mark(text)
        key = _KEY.sub("", text)
        again = mark is not None and first == (mark.scheme, mark.value)
        if again or len(key) >= 3 and any(old.startswith(key) for old in seen):
            return list(range(head + 1, index))
        if len(text) > LONGEST_CHROME or text.endswith(("。", ";")):
            break
        if mark and not first:
            first = (mark.scheme, mark.value)
        seen.append(key)
    return []


def _chrome(normal: str, lines: list[Line]) -> set[int]:
    return {
        index
        for index, line in enumerate(lines)
        if line.end - line.start <= LONGEST_CHROME and _CHROME.match(normal, line.start, line.end)
    }
