"""The span of the report that names what a cell measures, and the name that stands alone."""

from __future__ import annotations

import re

# what a template puts before and behind the name in a row head
_BEFORE = re.compile(
    r"(?:\s*(?:其中[::]?|★|▲|\*|(?:绩效)?指标\s*\d*\s*[.:、:]?|目标\s*\d+\s*[.:、]|\(?[一二三四五六七八九十]{1,3}[)、.]\s*|"
    r"\(?\d{1,2}(?:\.\d{1,2})*[)、.]\s*|[①-⑳]|(?:切实|全面|有效|及时(?=完成|开展)|进一步)+(?=[\u4e00-\u9fff]{4})|"
    r"(?:确保|保证|完成|加强|召开|开展|印发|举办|组织开展|组织)(?=[“\"\u4e00-\u9fff]{4})|(?:全县|全区|全市|全旗|全省|全年|本县|我县)(?=[\u4e00-\u9fff]{3})))+"
)
_AFTER = re.compile(
    r"(?:\s*(?:、.$|[。.;:,、]|\((?=[^()]*[分%\d≥≤*元人个次家户])[^()]*\)|(?:达到?|为|不低于|不少于|在)?\s*[≥≤>=<]*\s*\d[\d,.]*\s*(?:%|分|人次|人|次|个|家|户|万元|元)?(?:以上|以内|以下|左右)?))++$"
)
_AFTER_ENDS = re.compile(r"(?:、.|[。.;:,、)\d\s%分次人个家户元上内下右])$")  # how what stands behind a name can end
_TOTAL_ENDS = re.compile(r"计$")
_TOTAL_BELOW = re.compile(r"\s+(?:合计|小计|总计)$")
_LONGEST_TAIL = 80  # characters behind a name
_OPEN_QUOTE = re.compile(r"^[“\"‘](?!.*[”\"’])")


def name_span(normal: str, start: int, end: int) -> tuple[int, int]:
    """The span of the name inside a head: numbering, template verbs, points and the full stop left out.

    The whole head where nothing would be left.
    """
    head = normal[start:end]
    first = _BEFORE.match(head)
    left = first.end() if first else 0
    body = head[left:]
    for ends, pattern in ((_AFTER_ENDS, _AFTER), (_TOTAL_ENDS, _TOTAL_BELOW)):
        found = ends.search(body[-2:]) and pattern.search(body, max(len(body) - _LONGEST_TAIL, 0))
        if found and found.start() > 0:
            body = body[: found.start()]
    if _OPEN_QUOTE.match(body):
        left, body = left + 1, body[1:]
    body = body.rstrip()
    return (start + left, start + left + len(body)) if body else (start, end)


def theme_of(title: str) -> str:
    """What a title says a table is about: 部门整体支出绩效自评表 to 部门整体支出绩效自评."""
    return re.sub(r"(?:总|明细)?(?:情况)?表?(?:\(.*\))?$", "", re.sub(r"\s+", "", title))


def full_name(name: str, *, whole: str, theme: str, row: str) -> str:
    """The name that stands alone: theme or whole before it, the unit it is told of behind it.

    >>> full_name("上年结转", whole="收入合计", theme="", row="局机关")
    '收入合计：上年结转（局机关）'
    """
    before = whole or theme
    head = f"{before}：{name}" if before and before not in name else name
    return f"{head}（{row}）" if row else head
