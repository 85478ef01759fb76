"""What is carried from number to number while a report is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.records import Entity, Facts, Layout, Statement
from pipeline.relate.breakdowns import BALANCED, Breakdowns
from pipeline.relate.cues import NO_CUE, Cue
from pipeline.relate.lists import Lists
from pipeline.relate.paths import find_path
from pipeline.relate.periods import Period
from pipeline.relate.section_years import planned_year, titles_over
from pipeline.relate.sentences import Name, Sentence
from pipeline.relate.trace import Considered

_NAMES = 12  # of a sentence that are remembered; no chain refers to more


@dataclass
class Thread:
    """The statements so far, and what later numbers may refer to."""

    layout: Layout
    quantities: tuple[Entity, ...]
    facts: Facts
    weights: Mapping[str, float]
    trace: list[Considered] | None = None
    statements: list[Statement] = field(default_factory=list)
    marks: list[dict[str, float]] = field(default_factory=list)  # one a statement: see marks.py
    last_of: dict[int, int] = field(default_factory=dict)  # the last statement of each name, by where the name starts
    topic: Name | None = None  # the last name that stood by its own number
    outside: list[Name | None] = field(default_factory=list)  # the topics before brackets that are still open
    of_unit: dict[str, Name] = field(default_factory=dict)  # the last name in this paragraph by the unit of its value
    weak: bool = False  # the topic is but a verb or the words of a cue
    taken: set[tuple[int, str, str]] = field(default_factory=set)  # name, unit, measure told by a cue, in this sentence
    named: list[Name] = field(default_factory=list)  # the names of this sentence, in order
    heading: Name | None = None  # the line above, where it names an indicator
    path: tuple[str, ...] = ()  # the levels 类款项 that were printed last
    pathed: int = 0  # where in the sentence the last of them ends
    planned_year: int = 0  # that the section's title plans for: 2022年工作打算; 0 if it plans for none
    section: int = -1
    titles: str = ""  # of the sections that this paragraph stands in
    scheme: str = ""  # the insurance that the lines above are about
    chained: list[Name] = field(default_factory=list)  # names still to be given in a 分别 chain
    subjects: list[Name] = field(default_factory=list)  # all names of the last such chain in this paragraph
    chain_years: list[str] = field(default_factory=list)  # years still to be given in one
    goes_on: bool = False  # the number being read is the second or a later one of a chain
    year: str = ""  # of the number being read, where a chain tells it
    named_before: list[Name] = field(default_factory=list)  # the names of the sentence before
    cue: Cue = NO_CUE  # of the number before
    allotted: list[int] = field(default_factory=list)  # sums given, of which nothing was told to be spent so far
    periods: dict[int, Period] = field(default_factory=dict)  # of the statements that are not about a year
    period: Period | None = None  # that was told last in this paragraph
    base: str = ""  # of the last change, share or completion
    passed: int = -1  # the mention that was just found to state no value, and belongs to the text
    consumed: int = 0  # where in the sentence a counted noun ended
    own_year: str = ""  # of the facts
    breakdowns: Breakdowns = field(init=False)
    lists: Lists = field(init=False)

    def __post_init__(self) -> None:
        self.own_year = str(self.facts.year or "")
        self.breakdowns = Breakdowns(self.statements)
        self.lists = Lists(self.statements)

    def begin_block(self, section: int) -> None:
        """Forget what holds inside a paragraph only; the sums given to a project hold in all of its report."""
        if section != self.section:
            self.section, self.titles = section, titles_over(self.layout, section)
            self.planned_year = planned_year(self.titles, self.facts.year)
        self.topic, self.of_unit, self.period = None, {}, None
        self.subjects, self.named_before = [], []
        if not self.facts.report_type.startswith("project"):
            self.allotted = []

    def begin_sentence(self) -> None:
        """Forget what holds inside a sentence only."""
        self.named_before = self.named or self.named_before
        self.chain_years, self.year = [], ""
        self.named, self.outside, self.chained, self.taken = [], [], [], set()
        self.base = ""
        self.cue, self.consumed, self.passed, self.pathed = NO_CUE, 0, -1, 0
        self.breakdowns.stop()

    def cross(self, gap: str) -> None:
        """Go on over the text between two numbers: a bracket that closes gives back the topic before it opened."""
        if "(" not in gap and ")" not in gap:
            return
        for sign in BALANCED.sub("", gap):
            if sign == "(" and len(self.outside) < _NAMES:
                self.outside.append(self.topic)
            elif sign == ")" and self.outside:
                self.topic = self.outside.pop()

    def read_path(self, sentence: Sentence, start: int, end: int) -> None:
        """Take note of the path 类款项 that is printed between two numbers: what follows is told of it."""
        if path := find_path(sentence.text, start, end, self.path):
            begin, stop = sentence.span(path.start, path.end)
            self.topic = self.heading = Name(begin, stop, sentence.text[path.start : path.end], path.full)
            self.path, self.pathed = path.names, path.stop

    def leave_part(self, entity: int) -> None:
        """Go back to the total where more is told than its last part: 其中县级配套90万元。实际支出480万元."""
        last = self.statements[-1] if self.statements else None
        if not last or last.part_of < 0 or self.cue.said or not self.topic or self.topic.start != last.start:
            return
        quantity, total = self.quantities[entity], self.statements[last.part_of]
        if quantity.unit == last.unit and Decimal(quantity.value) > Decimal(last.value):
            self.topic = Name(total.start, total.end, "".join(self.layout.normal[total.start : total.end].split()))

    def name_topic(self, name: Name) -> None:
        """Take note of a name that a number of this sentence has."""
        self.topic = name
        if name not in self.named:
            self.named = [*self.named[1 - _NAMES :], name]
