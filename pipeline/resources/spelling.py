"""How names are compared: by what they say, not by how they were set."""

from __future__ import annotations

import re

from pipeline.views import normal

_BLANKS_AND_QUOTES = re.compile(r"[\s\u200b\ufeff“”„‟\"'‘’「」『』《》〈〉*★☆]+")
_EDGES = ":;,.。、；：，-—·"


def squeeze(name: str) -> str:
    """A name without blanks, quotation marks and marks at its ends, full-width signs narrowed.

    >>> squeeze("“三公”　经费 合计："), squeeze("因公出国（境）费")
    ('三公经费合计', '因公出国(境)费')
    """
    return _BLANKS_AND_QUOTES.sub("", normal(name)).strip(_EDGES)
