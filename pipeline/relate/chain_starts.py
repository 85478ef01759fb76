"""Where a 分别 chain begins: its names, or the years that it goes over, are noted for the numbers to come."""

from __future__ import annotations

import re

from pipeline.relate.chains import chain, chain_years
from pipeline.relate.sentences import Sentence
from pipeline.relate.thread import Thread

_YEARS_JOINED = re.compile(r"度?(?:、|和|与|及)")


def begin_chain(thread: Thread, sentence: Sentence, at: int, low: int, *, unnamed: bool) -> None:
    """Take note of the names, or the years, of a 分别 chain that begins at a mention."""
    recent = thread.named or thread.named_before
    thread.chained = chain(sentence, at, low, recent, thread.subjects, unnamed=unnamed)
    if thread.chained:
        thread.subjects = list(thread.chained)
    elif sentence.text.find("分别", low, sentence.mentions[at].start) >= 0:
        thread.chain_years = chain_years(sentence, at, low, _dated(thread, sentence, at), thread.facts.year)


def _dated(thread: Thread, sentence: Sentence, at: int) -> list[str]:
    """The years of the dates right before mention ``at`` that follow each other with a sign or 和 between."""
    years: list[str] = []
    while at and sentence.mentions[at - 1].type == "DATE":
        at -= 1
        date = sentence.mentions[at]
        year = thread.quantities[date.entity].value[:4]
        if not year.isdecimal():
            break  # a duration, or a month alone
        if years and not _YEARS_JOINED.fullmatch(sentence.text, date.end, sentence.mentions[at + 1].start):
            break
        years.insert(0, year)
    return years
