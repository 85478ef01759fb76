"""Sentences of a running text: cut after 。！？ and between cells, but not inside brackets or quotes."""

from __future__ import annotations

import re

PAIRS = {
    ")": "(",
    "]": "[",
    "}": "{",
    "”": "“",
    "’": "‘",
    "》": "《",
    "〉": "〈",
    "」": "「",
    "』": "『",
    "】": "【",
    "〕": "〔",
}

_GOES_ON = (
    ",",
    "、",
    ";",
    ":",
    "的",
    "等",
    "和",
    "及",
    "与",
)  # 推行“只跑一次。”的做法: the quote ends, the sentence does not
DEEPEST = 8  # brackets in brackets; what lies deeper was never closed

# The signs with which one begins stand first: they are found at many times the speed of the whole.
# A full stop in ASCII ends a sentence after a Chinese character only: 完成验收.下一步 but not 3.5 or 1.概况.
_DOT = r"(?<=[\u4e00-\u9fff)”’%]\.)(?!\d)"
_MARKS = re.compile(
    r"[。!?.\t(\[{“‘《〈「『【〔)\]}”’》〉」』】〕](?:"
    rf"(?P<stop>(?:(?<=[。!?])|{_DOT})(?:[。!?]|(?<=[\u4e00-\u9fff)”’%])\.(?!\d))*[”’」』)]*|(?<=\t))"
    r"|(?P<open>(?<=[(\[{“‘《〈「『【〔]))|(?P<close>(?<=[)\]}”’》〉」』】〕])))"
)


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the sentences of a text, blanks at their edges left out.

    >>> [("全年完成。" "二是（含县城。）推进！")[a:b] for a, b in sentences("全年完成。二是（含县城。）推进！")]
    ['全年完成。', '二是（含县城。）推进！']
    """
    found: list[tuple[int, int]] = []
    start = 0
    for stop in [*_stops(text), len(text)]:
        piece = text[start:stop]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        if left < right:
            found.append((left, right))
        start = stop
    return tuple(found)


def _stops(text: str) -> list[int]:
    """Offsets after the signs that end a sentence outside every closed pair of brackets or quotes."""
    stops: list[int] = []
    waiting: list[tuple[str, int]] = []  # opening signs, each with the number of stops before it
    for match in _MARKS.finditer(text):
        printed = match[0]
        if match.lastgroup == "open":
            waiting.append((printed, len(stops)))
            continue
        for sign in printed:
            if sign in PAIRS:
                _close(PAIRS[sign], waiting, stops)
        if match.lastgroup == "stop" and not (printed[-1] in PAIRS and text.startswith(_GOES_ON, match.end())):
            stops.append(match.end())
    return stops


def _close(opening: str, waiting: list[tuple[str, int]], stops: list[int]) -> None:
    """Match a closing sign with its opening one and drop the stops between: they were inside."""
    for depth in range(len(waiting) - 1, max(len(waiting) - DEEPEST, 0) - 1, -1):
        if waiting[depth][0] == opening:
            del stops[waiting[depth][1] :]
            del waiting[depth:]
            return
