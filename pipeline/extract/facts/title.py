"""The report's full title: the line, or the lines, at its head that name a kind of report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from pipeline.extract.facts.agency import is_agency
from pipeline.extract.facts.lines import CHROME

# how the title of a report ends
_ENDS = re.compile(
    r"(?:报告书?|自评表|评价表|情况表|目标表|汇总表|收支表|决算表?|预算表?|公开|说明|总结|汇报|公报|简报|通报|年报|公示|要点|方案|计划|打算|情况)"
    r"(?:\([^()]{1,20}\))?$"
)
_KIND = re.compile(r"自评|绩效|评价|决算|预算|总结|报告|公报|收支|基金|工作|简报|通报|年报")
# what no title holds: sentences, labels, contents lines, who printed the form
_NO_TITLE = re.compile(r"[。;；!?…]|\.{3}|[:：]$|^(?:根据|按照|为|现将|目录|附件|附表|填报|联系)|\(制\)$|监制$")
_NUMBERED = re.compile(
    r"^(?:第[一二三四五六七八九十\d]+[部章节]分?|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])"
)
_LABELLED = re.compile(r"^标题[:：](?=.{6,80}$)")
_PLACE = re.compile(r"(?:[一-龥]{2,8}?[省区市州盟旗县]){1,3}")  # 湘江省青禾市, above the unit's name, is no part of it
_LINES_OF_HEAD = 30
_LINES_OF_TITLE = 4
_LONGEST_LINE = 60


def find_title(lines: Sequence[str]) -> range:
    """The lines that hold the title, from the unit's name where it stands on a line of its own; empty if none do."""
    for at, line in enumerate(lines[:_LINES_OF_HEAD]):
        if _LABELLED.match(line):
            return range(at, at + 1)
    head = list(islice(_head(lines), _LINES_OF_HEAD))
    for nth, first in enumerate(head):
        for last in head[nth : nth + _LINES_OF_TITLE]:
            if not _may_stand_in_title(lines[last]) or last - first >= _LINES_OF_TITLE:
                break
            if _is_title("".join(lines[first : last + 1])):
                return range(first, last + 1)
    return range(0)


def without_label(title: str) -> str:
    """A title without the word that a web page prints before it."""
    return _LABELLED.sub("", title)


def _head(lines: Sequence[str]) -> Iterator[int]:
    """Where the lines above the first heading or sentence stand, web chrome and a place alone left out."""
    for at, (line, following) in enumerate(pairwise([*lines, ""])):
        if CHROME.match(line) or (_PLACE.fullmatch(line) and is_agency(following)):
            continue
        if _NUMBERED.match(line) or len(line) > _LONGEST_LINE:
            return
        yield at


def _may_stand_in_title(line: str) -> bool:
    return len(line) <= _LONGEST_LINE and not _NO_TITLE.search(line)


def _is_title(line: str) -> bool:
    return len(line) >= 6 and bool(_ENDS.search(line) and _KIND.search(line))
