"""Which of the pieces that look like headings are headings: what stands before and after them decides."""

from __future__ import annotations

from pipeline.structure.marks import RANK
from pipeline.structure.titles import Piece, has_cue

SHORTEST_TEXT = 30  # characters of a line that may be text under a heading, if no full stop says so


def choose_heads(texts: list[Piece | None]) -> list[bool]:
    """For each piece whether it is a heading; None stands for tables and furniture."""
    plain = _plain_heads(texts)
    lists: dict[str, bool] = {}  # scheme -> its last number was a heading
    heads: list[bool] = []
    for index, piece in enumerate(texts):
        if piece is None or piece.mark is None:
            heads.append(plain[index])
            continue
        following = texts[index + 1] if index + 1 < len(texts) else None
        head = _is_numbered_head(piece, following, lists)
        lists[piece.mark.scheme] = head
        heads.append(head)
    return heads


def _plain_heads(texts: list[Piece | None]) -> list[bool]:
    """Headings without a number need text, a number or a table under them: else they are scraps of a table."""
    heads = [False] * len(texts)
    for index in range(len(texts) - 1, -1, -1):
        piece = texts[index]
        if piece is None or piece.mark or not piece.heading:
            continue
        following = texts[index + 1] if index + 1 < len(texts) else None
        heads[index] = following is None or following.mark is not None or heads[index + 1] or _is_text(following)
    return heads


def _is_text(piece: Piece) -> bool:
    text = piece.view.text
    return len(text) >= SHORTEST_TEXT or text.endswith(("。", ";"))


def _is_numbered_head(piece: Piece, following: Piece | None, lists: dict[str, bool]) -> bool:
    """A numbered sentence is a heading if text or a list of another kind stands under it, not its own list's next."""
    if not piece.heading or piece.mark is None:
        return False
    if piece.mark.value > 1 and not lists.get(piece.mark.scheme, True):
        return piece.heading == "yes" and has_cue(piece)  # else the third item of a list, though it is short
    if piece.heading == "yes":
        return True
    return following is not None and (following.mark is None or RANK[following.mark.scheme] > RANK[piece.mark.scheme])
