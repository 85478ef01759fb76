"""The running text of a paragraph: its lines joined, letter-spaced words closed up, marks of bold type left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.views import View

# What a reader does not read: bold marks of a markdown copy, pinyin, and blanks but for those between two Latin letters or
# digits (3.20 4.10 are two figures). Of a gap as wide as a column one blank stays: it parts two fields.
_UNREAD = re.compile(
    r"""[*(\s](?:  # the signs that come first stand first: they are found at many times the speed of the whole
        (?P<mark>(?<=\*)\*(?=[^*\n]{1,60}\*\*)|(?<=[^*\s]\*)\*
            |(?<=[\u4e00-\u9fff]\()[a-z\u00e0-\u01dc]*[aeiou\u00e0-\u01dc][a-z\u00e0-\u01dc]{0,4}\))  # 县(xiàn), on mirror sites
      | (?P<gap>(?<=\t)\s*|(?<=\s)(?:\s*\t\s*|\s{2,}))
      | (?P<blank>(?<=\s)\s?))""",
    re.VERBOSE,
)


def running_view(normal: str, pieces: Iterable[tuple[int, int]]) -> View:
    """A view of the given pieces of a normal text, read as one line.

    >>> running_view("项 目 支 出 12.5 万元", [(0, 15)]).text
    '项目支出12.5万元'
    """
    kept: list[tuple[int, int]] = []
    for start, end in pieces:
        last = start
        for match in _UNREAD.finditer(normal, start, end):
            left, right = match.span()
            left += _blanks_kept(normal, match)
            if left < right:
                kept.append((last, left))
                last = right
        kept.append((last, end))
    return View.of(normal, kept)


def _blanks_kept(normal: str, match: re.Match[str]) -> int:
    """How many characters of an unread stretch stay in the view."""
    if match["mark"] is not None:
        return 0
    if match["gap"] is not None:
        return 1
    return int(_latin(normal[match.start() - 1]) and _latin(normal[match.end()]))


def _latin(sign: str) -> bool:
    return sign.isascii() and (sign.isalnum() or sign in ".%")


def cut(view: View, bounds: list[int]) -> Iterator[View]:
    """Cut a view at offsets into its text, given in order; the cuts cost one pass together."""
    if not bounds:
        yield view
        return
    stretches = zip(view.starts, view.shifts, (*view.starts[1:], len(view.text)), strict=True)
    start, shift, stop = next(stretches)
    for left, right in zip([0, *bounds], [*bounds, len(view.text)], strict=True):
        starts: list[int] = []
        shifts: list[int] = []
        while True:
            starts.append(max(start - left, 0))
            shifts.append(shift + left)
            if stop >= right:
                break
            start, shift, stop = next(stretches)
        yield View(view.text[left:right], tuple(starts), tuple(shifts))
        if stop == right and right < len(view.text):
            start, shift, stop = next(stretches)
