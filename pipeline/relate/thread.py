"""What is carried from number to number while a report is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.records import Entity, Facts, Layout, Statement
from pipeline.relate.breakdowns import Breakdowns
from pipeline.relate.measures import Cue
from pipeline.relate.weights import Name


@dataclass
class Thread:
    """The statements so far, and what later numbers may refer to."""

    layout: Layout
    quantities: tuple[Entity, ...]
    facts: Facts
    statements: list[Statement] = field(default_factory=list)
    topic: Name | None = None  # the last name that stood by its own number
    here: bool = False  # the topic was named in this sentence
    heading: Name | None = None  # the line above, where it names an indicator
    chained: list[Name] = field(default_factory=list)  # names still to be given in a 分别 chain
    consumed: int = 0  # where in the sentence a counted noun ended
    led: Cue | None = None  # the change verb before the first of several amounts
    scheme: str = ""  # the insurance that the lines above are about
    breakdowns: Breakdowns = field(init=False)

    def __post_init__(self) -> None:
        self.breakdowns = Breakdowns(self.statements)

    def begin_block(self) -> None:
        """Forget what holds inside a paragraph only."""
        self.topic = None
        self.breakdowns.leave()

    def begin_sentence(self) -> None:
        """Forget what holds inside a sentence only."""
        self.consumed, self.led, self.chained, self.here = 0, None, [], False
        self.breakdowns.stop()
