"""What the wording of sentences hints at: known phrases, and the meanings of cue phrases in a sentence and beside it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.classify.arrays import Floats, Integers
from pipeline.classify.grams import Lexicon, Texts
from pipeline.classify.units import PARTED, Unit, borders
from pipeline.records import Record

# Where a cue stands: in the sentence, there at a clause's start, earlier in its paragraph, in the sentence before or behind.
SEATS = ("in", "opens a clause of", "earlier", "before", "behind")
_FULL = 3.0  # so that the phrases of a middling sentence count about as much as its features


class Wording(Record, frozen=True):
    """Sentences by phrases and meanings."""

    sentences: Integers  # of each phrase found, the sentence that holds it
    phrases: Integers  # the phrase
    meanings: Floats  # sentences x (meanings in each of SEATS): 1 where a cue is there


def shares(held: Integers) -> Floats:
    """What each phrase of a sentence counts, by how many it holds: the less, the more there are."""
    import numpy as np

    found: Floats = _FULL / np.sqrt(np.maximum(held, 1))
    return found


def look_up(units: Sequence[Unit], lexicon: Lexicon, meaning_of: Integers, *, lone: bool = False) -> Wording:
    """Find the phrases of each sentence; ``meaning_of`` gives the meaning of each phrase or -1.

    Sentences are ``lone`` where nothing may be told of their neighbours.
    """
    import numpy as np

    joined = Texts.join([unit.text for unit in units])
    places, phrases = lexicon.hits(joined)
    sentences = joined.of[places]
    here = np.zeros((2, len(units), int(meaning_of.max(initial=-1)) + 1))
    told = meaning_of[phrases]
    [cues] = np.nonzero(told >= 0)
    here[0, sentences[cues], told[cues]] = 1.0
    opening = cues[joined.clause[places[cues]]]
    here[1, sentences[opening], told[opening]] = 1.0
    beside = [np.zeros_like(here[0])] * 3 if lone else _beside(here[0], units)
    return Wording(sentences=sentences, phrases=phrases, meanings=np.hstack([*here, *beside]))


def _beside(here: Floats, units: Sequence[Unit]) -> list[Floats]:
    """The meanings earlier in the paragraph, and of the sentences before and behind unless a heading stands between."""
    import numpy as np

    linked = np.array([border < PARTED for border in borders(units)], dtype=float)[1:, None]
    before, behind = np.zeros_like(here), np.zeros_like(here)
    before[1:] = here[:-1] * linked
    behind[:-1] = here[1:] * linked
    seen = np.cumsum(here, axis=0) - here
    opening = np.maximum.accumulate([index if unit.first else 0 for index, unit in enumerate(units)])
    return [(seen > seen[opening]).astype(float), before, behind]
