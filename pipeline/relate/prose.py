"""Statements of running prose: every number with its name, measure, year and total, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pipeline.records import Block, Entity, Facts, Layout, Segment, Statement
from pipeline.relate.bind import bind, named
from pipeline.relate.compose import compose
from pipeline.relate.excluded import states_no_value
from pipeline.relate.headings import heading_name
from pipeline.relate.marks import Marks
from pipeline.relate.paths import may_hold_step
from pipeline.relate.periods import name_periods
from pipeline.relate.schemes import scheme_of
from pipeline.relate.sentences import Sentence, labels, read_block, running_text
from pipeline.relate.sharing import sharing
from pipeline.relate.sums import find_sums
from pipeline.relate.thread import Thread
from pipeline.relate.trace import Considered

_LINE = 120  # characters; a longer paragraph without numbers is no heading of what follows


def relate_prose(
    layout: Layout,
    segments: tuple[Segment, ...],
    quantities: tuple[Entity, ...],
    facts: Facts,
    weights: Mapping[str, float],
    trace: list[Considered] | None = None,
) -> tuple[list[Statement], list[Marks]]:
    """Statements of the paragraphs and headings; ``part_of`` indexes the list itself, ``entity`` the quantities."""
    thread = Thread(layout, quantities, facts, weights, trace)
    label = labels(segments)
    first = 0
    for block in running_text(layout):
        while first < len(quantities) and quantities[first].start < block.start:
            first += 1
        last, tells = first, False
        while last < len(quantities) and quantities[last].start < block.end:
            tells = tells or quantities[last].type != "DATE"
            last += 1
        if tells:
            _read_block(thread, block, first, last, label)
        else:
            _read_line(thread, block)
        first = last
    name_periods(thread.statements, thread.periods)
    return thread.statements, thread.marks


def _read_block(thread: Thread, block: Block, first: int, last: int, label: Callable[[int], str]) -> None:
    thread.begin_block(block.section)
    told = len(thread.statements)
    thread.breakdowns.begin(block.view.text)
    thread.lists.begin(block.view.text, by_heading=bool(thread.heading and thread.heading.full))
    if thread.quantities[first].type == "DATE" and thread.quantities[first].start == block.start:
        thread.lists.close()
    for sentence in read_block(block, thread.quantities, first, last, label):
        thread.begin_sentence()
        _read_sentence(thread, sentence)
    find_sums(thread.statements, told)
    thread.lists.open(thread.breakdowns.leave(), block.view.text[-8:].rstrip())


def _read_line(thread: Thread, block: Block) -> None:
    """A block without numbers: perhaps the heading of what follows."""
    if len(block.view.text) <= _LINE:
        thread.heading, thread.path = heading_name(block, thread.path)
        thread.scheme = scheme_of(block.view.text)
        if not (thread.heading and thread.heading.full):
            thread.lists.close()


def _read_sentence(thread: Thread, sentence: Sentence) -> None:
    text = sentence.text
    brackets, steps = "(" in text or ")" in text, may_hold_step(text)
    previous = 0
    for at, mention in enumerate(sentence.mentions):
        if mention.type == "DATE":
            continue
        entity = thread.quantities[mention.entity]
        gap = text[previous : mention.start]
        if brackets:
            thread.cross(gap)
        if steps:
            thread.read_path(sentence, previous, mention.start)
        thread.breakdowns.enter(gap, entity.unit, entity.value)
        previous = mention.end
        if states_no_value(sentence, mention):
            thread.passed = at if mention.type == "COUNT" else -1  # 两项补贴: the number is part of a name
        elif entity.cell < 0 and (bound := bind(thread, sentence, at)):
            for name in sharing(sentence, bound.name, mention.start):
                compose(thread, sentence, named(bound, name))
    if steps:
        thread.read_path(sentence, previous, len(text))
