"""The cases of cases/segments.txt: what each line of a report tells."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.classify import classify
from pipeline.resources.headings import LABELS
from pipeline.structure import structure

CASES = Path(__file__).parent / "cases" / "segments.txt"
TEXTS = st.lists(
    st.sampled_from(
        [
            *(
                "一、基本情况\n",
                "（一）存在的问题\n",
                "2.下一步\n",
                "第二部分\n",
                "附件1\n",
                "目录\n",
                "| 目标 | 12 |\n",
                "- 3 -\n",
            ),
            *(
                "自评得分95分。",
                "参保41.2万人。",
                "发现的问题：一是慢。",
                "负责监督管理。",
                "同意\n",
                "2022年4月1日\n",
                "县医保局\n",
                "\n",
                " ",
            ),
        ]
    ),
    max_size=30,
).map("".join)


def reports() -> list[tuple[str, list[tuple[str, str]]]]:
    """The cases: name, and for each piece its label and text."""
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for paragraph in CASES.read_text(encoding="utf-8").split("\n\n")[1:]:
        name, *lines = paragraph.strip().splitlines()
        pieces = []
        for line in lines:
            label, text = line.split(" | ", 1)
            pieces.append((label.removeprefix("+ "), text if label.startswith("+ ") else "\n" + text))
        found.append((name.lstrip("# "), pieces))
    return found


@pytest.mark.parametrize(("name", "pieces"), reports(), ids=[name for name, _ in reports()])
def test_lines_are_labelled_by_what_they_tell(name: str, pieces: list[tuple[str, str]]) -> None:
    text = "".join(line for _, line in pieces)
    segments = classify(structure(text))
    told = []
    end = 0
    for _, line in pieces:
        start, end = end, end + len(line)
        told.append({segment.label for segment in segments if segment.start < end and start + 1 < segment.end})
    assert [(sorted(labels), line) for labels, (_, line) in zip(told, pieces, strict=True)] == [
        ([label], line) for label, line in pieces
    ]


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_segments_cover_the_report_in_order(text: str) -> None:
    segments = classify(structure(text))
    last, label = 0, ""
    for segment in segments:
        assert last <= segment.start < segment.end
        assert not text[last : segment.start].strip()
        assert text[segment.start : segment.end] == text[segment.start : segment.end].strip()
        assert segment.label in LABELS
        assert segment.label != label
        assert 0 < segment.confidence <= 1
        last, label = segment.end, segment.label
    assert not text[last:].strip()


def test_a_segment_names_its_heading() -> None:
    segments = classify(structure("一、存在的问题\n经办力量不足。\n二、有关建议\n增加编制。"))
    assert [(segment.label, segment.heading) for segment in segments] == [
        ("problems", "存在的问题"),
        ("measures", "有关建议"),
    ]


def test_an_empty_report_has_no_segments() -> None:
    assert classify(structure(" \n")) == ()
