"""What a report is about, told from heads and ends as many provinces write them."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.facts import find_facts
from pipeline.records import Document, Facts, Layout
from pipeline.resources.divisions import Divisions
from pipeline.views import normal

CASES = Path(__file__).parent / "reports.txt"
DIVISIONS = Divisions.load()


def read_cases():
    for block in CASES.read_text(encoding="utf-8").split("\n## ")[1:]:
        name, _, body = block.partition("\n")
        lines = body.strip("\n").split("\n")
        text = "\n".join(line for line in lines if not line.startswith("="))
        told = dict([*line[2:].split(" ", 1), ""][:2] for line in lines if line.startswith("="))
        yield pytest.param(text, told, id=name)


def facts_of(text: str, path: str = "report.txt") -> Facts:
    document = Document(doc_id="d", path=path, sha256="", format="txt", text=text)
    return find_facts(document, Layout(text=text, normal=normal(text)), DIVISIONS)


@pytest.mark.parametrize(("text", "told"), list(read_cases()))
def test_facts_of_a_head(text, told):
    facts = facts_of(text)
    found = {field: str(getattr(facts, field) or "") for field in told}
    assert normal_widths(found) == normal_widths(told)


def normal_widths(fields):
    """A title is as printed; brackets compare by what they are."""
    return {field: value.replace("（", "(").replace("）", ")") for field, value in fields.items()}


def test_the_year_of_a_file_name_is_the_last_resort():
    text = "青禾县民政局工作总结\n今年以来，我局扎实推进各项工作。\n"
    assert facts_of(text, "2017年/青禾县民政局.txt").year == 2017
    assert facts_of(text.replace("今年", "2016年"), "2017.txt").year == 2016


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from([" ", "\u3000", "\t"]), max_size=3), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_blanks_and_line_ends_change_no_fact(blanks, line_end):
    head = ["青禾县民政局", "2021年度部门整体支出绩效自评报告", "一、部门概况", "青禾县民政局", "2022年3月18日"]
    told = facts_of(line_end.join("".join(blanks) + line for line in head))
    assert told == facts_of("\n".join(head))


@pytest.mark.parametrize(
    "text", ["", "\n\n", "1" * 10**6, "一" * 10**6, "（" * 10**6, "县" * 10**6, "青禾县民政局" * 10**5]
)
def test_a_strange_text_has_no_facts_and_takes_no_time(text):
    facts = facts_of(text)
    assert (facts.title, facts.year, facts.report_date) == ("", None, "")
