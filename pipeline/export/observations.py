"""The observations of one report as rows, and those whose indicator is open to doubt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator

from pipeline.export.apart import projects_of, stage_of
from pipeline.export.schema import Row
from pipeline.records import PART_OF_ROW, REVIEWED, Match, Report, Statement
from pipeline.resources.taxonomy.decision import place_word


def observation_rows(report: Report) -> Iterator[Row]:
    """The rows of observations.csv."""
    pairs = zip(report.statements, report.matches, strict=True)
    projects, segment = projects_of(report), segments_by_offset(report)
    for number, (stated, match) in enumerate(pairs, 1):
        apart = (stage_of(report, stated), projects.get(report.entities[stated.entity].table, ""))
        at = segment(report.entities[stated.entity].start)
        yield (report.document.doc_id, f"o{number}", *_alignment(match), *_statement(report, stated, at), *apart)


def doubt_rows(report: Report) -> Iterator[Row]:
    """Rows for alignment.csv, one an observation whose name an answer could settle; count is 1."""
    for number, (stated, match) in enumerate(zip(report.statements, report.matches, strict=True), 1):
        if match.status == "matched" or match.reason in (PART_OF_ROW, REVIEWED):
            continue
        name = "".join(report.document.text[stated.start : stated.end].split())
        score = round(match.score, 3)
        first = (stated.full_name, report.document.doc_id, f"o{number}")
        told = (match.candidate, match.runner_up, score, match.reason)
        names = (match.candidate_name, match.runner_up_name)
        yield (match.status, name, stated.unit, 1, *told, *first, *names, where_of(stated))


def where_of(stated: Statement) -> str:
    """What stands above a name: the name of its total, else the title of its table or the innermost heading.

    >>> where_of(Statement(0, 0, 2, "三公经费：小计", "", "", "", context="部门决算 / 三公经费情况\\n小计…"))
    '三公经费'
    """
    path, _, _ = stated.full_name.rpartition("：")
    headings, _, _ = stated.context.partition("\n")
    title = headings.split(" | ")[0].rpartition(" / ")[2]
    return place_word(path.rpartition("：")[2] or title)


def _alignment(match: Match) -> Row:
    matched = match.status == "matched"
    name = match.indicator_name if matched else ""
    return (match.indicator_id if matched else "", name, round(match.score, 3), match.status)


def _statement(report: Report, stated: Statement, segment: int) -> Row:
    text = report.document.text
    value = report.entities[stated.entity]
    return (
        stated.start,
        stated.end,
        text[stated.start : stated.end],
        stated.full_name,
        value.start,
        value.end,
        stated.value,
        stated.value_high,
        stated.unit,
        stated.measure,
        stated.comparator,
        stated.approximate,
        stated.year,
        f"o{stated.part_of + 1}" if stated.part_of >= 0 else "",
        stated.source,
        report.segments[segment].label if segment >= 0 else "",
        " ".join(text[stated.evidence_start : stated.evidence_end].split()),
        round(stated.confidence, 3),
        stated.period,
        stated.base,
        f"o{stated.same_as + 1}" if stated.same_as >= 0 else "",
        stated.runner_up,
        stated.reason,
    )


def segments_by_offset(report: Report) -> Callable[[int], int]:
    """What gives the index of the segment that holds an offset; -1 before the first."""
    starts = [piece.start for piece in report.segments]
    return lambda offset: bisect_right(starts, offset) - 1
