"""What the wording of a sentence hints at: short phrases, each under its meaning (sentence_cues.csv)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pipeline.resources.tables import fault, read_rows

SENTENCE_CUES = Path(__file__).parent / "sentence_cues.csv"
LONGEST_CUE = 4  # characters: what one look at a text can find


def read_cues(path: Path = SENTENCE_CUES) -> dict[str, str]:
    """The meaning of each phrase; raises ResourceError that names the faulty line."""
    meanings: dict[str, str] = {}
    for row in read_rows(path, ("meaning", "cues", "example")):
        for cue in row.parts("cues"):
            if not 1 <= len(cue) <= LONGEST_CUE:
                raise fault(row.place, f"{cue} has {len(cue)} characters, a cue has 1 to {LONGEST_CUE}")
            if cue in meanings:
                raise fault(row.place, f"{cue} stands twice; keep it under {row['meaning']} or {meanings[cue]}")
            meanings[cue] = row["meaning"]
    return meanings


@cache
def sentence_cues() -> dict[str, str]:
    """The phrases that ship, read once."""
    return read_cues()
