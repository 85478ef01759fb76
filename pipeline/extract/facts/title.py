"""The report's full title: the line, or the lines, at its head that name a kind of report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from pipeline.extract.facts.lines import CHROME

# how the title of a report ends
_ENDS = re.compile(
    r"(?:报告书?|自评表|评价表|情况表|目标表|汇总表|收支表|决算表?|预算表?|公开|说明|总结|汇报|公报|简报|通报|年报|公示|要点|方案)"
    r"(?:\([^()]{1,20}\))?$"
)
_KIND = re.compile(r"自评|绩效|评价|决算|预算|总结|报告|公报|收支|基金|工作|简报|通报|年报")
# what no title holds: sentences, labels, contents lines
_NO_TITLE = re.compile(r"[。;；!?…]|\.{3}|[:：]$|^(?:根据|按照|为|现将|目录|附件|附表|填报|联系)|\(制\)$|监制$")
_NUMBERED = re.compile(
    r"^(?:第[一二三四五六七八九十\d]+[部章节]分?|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])"
)
_LABELLED = re.compile(r"^标题[:：](?P<title>.{6,80})$")
_LINES_OF_HEAD = 30
_LINES_OF_TITLE = 4
_LONGEST_LINE = 60


def find_title(lines: list[str]) -> str:
    """The title, with the unit's name where it stands on a line of its own above; "" if the report has none."""
    for line in lines[:_LINES_OF_HEAD]:
        if labelled := _LABELLED.match(line):
            return labelled["title"]
    head = list(islice(_head(lines), _LINES_OF_HEAD))
    for first in range(len(head)):
        for last in range(first, min(first + _LINES_OF_TITLE, len(head))):
            if not _may_stand_in_title(head[last]):
                break
            title = "".join(head[first : last + 1])
            if len(title) >= 6 and _ENDS.search(title) and _KIND.search(title):
                return title
    return ""


def _head(lines: list[str]) -> Iterator[str]:
    """The lines above the first heading or sentence, web chrome left out."""
    for line in lines:
        if CHROME.match(line):
            continue
        if _NUMBERED.match(line) or len(line) > _LONGEST_LINE:
            return
        yield line


def _may_stand_in_title(line: str) -> bool:
    return len(line) <= _LONGEST_LINE and not _NO_TITLE.search(line)
