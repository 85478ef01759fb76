"""What stands around a name, for the aligner: headings, form field, total; after a line break the words around it."""

from __future__ import annotations

import re

from pipeline.records import Statement
from pipeline.relate.bind import Bound
from pipeline.relate.sentences import Mention, Sentence
from pipeline.relate.thread import Thread

_BEFORE, _AFTER = 48, 16  # characters of the sentence that a context quotes
_BREAK = re.compile(r"[,;:。()]")


def context_of(thread: Thread, sentence: Sentence, bound: Bound, parent: Statement | None) -> str:
    """The context of a statement, outermost first, parted by `` / ``; then, on a line of its own, the words around."""
    titles = thread.titles
    heading = bound.name.full or (thread.heading.text if thread.heading and not titles else "")
    parts = (titles, sentence.block.label, heading, parent.full_name if parent else "")
    return f"{' / '.join(filter(None, parts))}\n{_around(sentence.text, bound.mention)}"


def _around(text: str, mention: Mention) -> str:
    """The words before and after a number, for what its name leaves to them: 意外伤害 before 补偿金额."""
    start, end = mention.start, mention.end
    break_ = _BREAK.search(text, end, end + _AFTER)
    after = text[end : break_.start() if break_ else end + _AFTER]
    return f"{text[start - _BEFORE if start > _BEFORE else 0 : start]}…{after}"
