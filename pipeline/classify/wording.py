"""What the wording of sentences hints at: known phrases, and the meanings of cue phrases in a sentence and beside it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.classify.arrays import Floats, Integers
from pipeline.classify.grams import Lexicon, Texts
from pipeline.records import Record

SEATS = (
    "",
    " at a clause's start",
    " before",
    " behind",
)  # in the sentence; so, at a clause's start; in its neighbours


class Wording(Record, frozen=True):
    """Sentences by phrases and meanings."""

    sentences: Integers  # of each phrase found, the sentence that holds it
    phrases: Integers  # the phrase
    meanings: Floats  # sentences x (meanings in each of SEATS): 1 where a cue is there


def look_up(texts: Sequence[str], lexicon: Lexicon, meaning_of: Integers, linked: Sequence[bool]) -> Wording:
    """Find the phrases of each text; ``meaning_of`` gives the meaning of each phrase or -1.

    ``linked`` tells of each text whether it stands in one section with the text before it.
    """
    import numpy as np

    joined = Texts.join(texts)
    places, phrases = lexicon.hits(joined)
    sentences = joined.of[places]
    count = int(meaning_of.max(initial=-1)) + 1
    here = np.zeros((2, len(texts), count))
    told = meaning_of[phrases]
    cues = told >= 0
    here[0, sentences[cues], told[cues]] = 1.0
    opening = cues & joined.clause[places]
    here[1, sentences[opening], told[opening]] = 1.0
    return Wording(sentences=sentences, phrases=phrases, meanings=np.hstack([*here, *_beside(here[0], linked)]))


def _beside(here: Floats, linked: Sequence[bool]) -> tuple[Floats, Floats]:
    """The meanings of the sentence before and of the one behind, within a section."""
    import numpy as np

    joined = np.array(linked, dtype=float)[1:, None]
    before, behind = np.zeros_like(here), np.zeros_like(here)
    before[1:] = here[:-1] * joined
    behind[:-1] = here[1:] * joined
    return before, behind
