"""分别 chains: several names, then as many numbers: 门诊、住院人次分别为20、30万人次."""

from __future__ import annotations

import re

from pipeline.relate.candidates import named
from pipeline.relate.names import name_before
from pipeline.relate.sentences import Sentence
from pipeline.relate.weights import Name

_AND = re.compile(r"、|以及|(?<![公平温])和|(?<!参)与|(?<![普涉危以])及(?!时|格)")
_BETWEEN = re.compile(r"(?:以上|以下|左右|多|余)*(?:、|,|和|与|及|以及)$")


def chain(sentence: Sentence, at: int, low: int) -> list[Name]:
    """The names of the numbers from mention ``at`` on, if it begins a 分别 chain of two or more; else nothing."""
    text, mention = sentence.text, sentence.mentions[at]
    word = text.rfind("分别", max(low, mention.start - 16), mention.start)
    if word < 0:
        return []
    begin = _names_begin(text, max(low, word - 60), word)
    names = [named(sentence, *found) for found in _names(text, begin, word)]
    return names if 1 < len(names) == _numbers(sentence, at) else []


def _names_begin(text: str, low: int, word: int) -> int:
    return max(low, *(text.rfind(sign, low, word) + 1 for sign in ",;:。()"))


def _names(text: str, start: int, end: int) -> list[tuple[int, int]]:
    edges = [
        start,
        *(edge for found in _AND.finditer(text, start, end) for edge in found.span()),
        end,
    ]
    spans = [name_before(text, edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    return [span for span in spans if span[1] > span[0]]


def _numbers(sentence: Sentence, at: int) -> int:
    """How many numbers of one unit follow each other with nothing but 、 or 和 between."""
    count = 1
    for this, following in zip(sentence.mentions[at:], sentence.mentions[at + 1 :], strict=False):
        if following.unit != this.unit or not _BETWEEN.match(sentence.text[this.end : following.start]):
            break
        count += 1
    return count
