"""The lines of a report, each cut into its tokens and rid of its blanks once however often it is asked for."""

from __future__ import annotations

from pipeline.structure.tables.loose.tokens import Token, tokens_of
from pipeline.structure.tables.pieces import Piece, piece, squeeze
from pipeline.structure.tables.stretches import Line


class Sheet:
    """A normal text with its lines."""

    def __init__(self, source: str, lines: list[Line]) -> None:
        self.source, self.lines = source, lines
        self.read = 0  # lines that tables were made of: those before this number
        self._tokens: dict[int, list[Token]] = {}
        self._narrow: dict[int, str] = {}

    def tokens(self, index: int) -> list[Token]:
        """The tokens of a line."""
        found = self._tokens.get(index)
        if found is None:
            line = self.lines[index]
            found = self._tokens[index] = tokens_of(self.source, line.start, line.end)
        return found

    def text(self, index: int) -> str:
        """A line as it stands, without its line break."""
        line = self.lines[index]
        return self.source[line.start : line.end]

    def narrow(self, index: int) -> str:
        """A line without white space."""
        found = self._narrow.get(index)
        if found is None:
            found = self._narrow[index] = squeeze(self.text(index))
        return found

    def cell(self, index: int) -> Piece:
        """A line as one cell."""
        line = self.lines[index]
        return piece(self.source, line.start, line.end)

    def is_short(self, index: int, longest: int) -> bool:
        """Whether a line has at most so many characters."""
        line = self.lines[index]
        return line.end - line.start <= longest

    def texts_above(self, index: int, reach: int) -> list[int]:
        """Lines that print text among the ``reach`` above a line, the nearest first."""
        return [other for other in range(index - 1, max(index - reach, 0) - 1, -1) if self.lines[other].kind == "text"]

    def texts_below(self, index: int, reach: int) -> list[int]:
        """Lines that print text among the ``reach`` below a line, the nearest first."""
        stop = min(index + reach + 1, len(self.lines))
        return [other for other in range(index + 1, stop) if self.lines[other].kind == "text"]
