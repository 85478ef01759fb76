"""One choice for two numbers of a clause, where the counted noun of the first may be the name of the second.

对20家参保单位减征医保费30万元: what stands between the numbers is shared out so that both together are named best.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.relate.candidates import candidates
from pipeline.relate.choice import Candidate, Choice, choose, weigh
from pipeline.relate.own_cue import own_cue
from pipeline.relate.phrases import before
from pipeline.relate.sentences import Sentence

_PARTED = re.compile(r"[,;:。、()]")


def settle(choice: Choice, found: list[Candidate], sentence: Sentence, at: int, weights: Mapping[str, float]) -> Choice:
    """The choice for mention ``at``, or another if with it the next number of the clause gains more than this one loses."""
    best = choice.best
    if best.stop < 0 or at + 1 >= len(sentence.mentions):
        return choice
    mention, following = sentence.mentions[at], sentence.mentions[at + 1]
    if following.type == "DATE" or _PARTED.search(sentence.text, mention.end, following.start):
        return choice
    others = [one for one in found if one.stop < 0 and one.name != best.name]
    other = choose(others, weights)
    if not other:
        return choice
    together = choice.score + _next(sentence, at + 1, best.stop, weights)
    apart = other.score + _next(sentence, at + 1, mention.end, weights)
    if apart <= together:
        return choice
    return Choice(other.best, other.score, best, choice.score)


def _next(sentence: Sentence, at: int, low: int, weights: Mapping[str, float]) -> float:
    """The weight of the best name that mention ``at`` finds in its own clause from ``low`` on; of the topic if none."""
    mention = sentence.mentions[at]
    start = before(sentence.text, low, mention.start)
    cue = own_cue(sentence, mention, low, start)
    return max((weigh(one, weights) for one in candidates(sentence, at, low, cue, start)), default=weights["topic"])
