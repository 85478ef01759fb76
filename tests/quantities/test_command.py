"""The command for one text and for many: lines of JSON, the same answers as in Python, broken lines on their own."""

from __future__ import annotations

import doctest
import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import pipeline
from pipeline.cli import app
from pipeline.export.schema import tables

RUNNER = CliRunner()
TABLE = "项目资金（万元）\t年初预算数\t全年执行数\n年度资金总额\t120\t118.5\n"
TEXTS = ["约３家单位", "", "参保率不低于95%\n，3月启动", TABLE, "云溪县民政局2020年度工作总结\n8月起救助二十余人。"]


def call(*arguments: object, given: str | bytes = "") -> tuple[int, list[Any], str]:
    """Exit code, what stdout printed as JSON, stderr."""
    result = RUNNER.invoke(app, ["quantities", *map(str, arguments)], input=given)
    return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()], result.stderr


def as_given(text: str) -> list[dict[str, Any]]:
    return [{name: getattr(found, name) for name in found.__struct_fields__} for found in pipeline.quantities(text)]


@pytest.mark.parametrize("text", [text for text in TEXTS if text])
def test_a_file_a_line_and_python_give_the_same_answer(text: str, tmp_path: Path) -> None:
    file = tmp_path / "文.txt"
    file.write_text(text, encoding="utf-8")
    assert call(file, "--jsonl") == (0, as_given(text), "")
    line = json.dumps({"id": 1, "text": text})
    assert call("--jsonl", given=line) == (0, [{"id": 1, "items": as_given(text)}], "")


def test_the_fields_are_those_of_the_entities() -> None:
    [found] = pipeline.quantities("拨付1.50亿元以上")
    left_out = {"doc_id", "segment_id"}
    assert [*found.__struct_fields__][:-1] == [c.name for c in tables()["entities"] if c.name not in left_out]
    assert found.text == "1.50亿元"
    assert (found.value, found.unit, found.comparator, found.unit_source) == ("15000", "万元", "ge", "text")


def test_lines_are_answered_in_order_with_their_own_ids() -> None:
    ids = [5, "甲", None, {"页": 1}, "5"]
    given = "\n".join(json.dumps({"id": each, "text": text, "more": 0}) for each, text in zip(ids, TEXTS, strict=True))
    code, answers, said = call("--jsonl", given=given)
    assert (code, said, [answer["id"] for answer in answers]) == (0, "", ids)
    assert [answer["items"] for answer in answers] == [as_given(text) for text in TEXTS]


def test_a_broken_line_costs_no_other() -> None:
    good = b'{"id":1,"text":"3\xe5\xae\xb6"}\n'
    broken = [b"{", b'{"id":2}', b'{"id":3,"text":7}', b'{"id":4,"text":"\xff"}', b"[]"]
    code, answers, said = call("--jsonl", given=b"\n" + b"".join(good + line + b"\n" for line in broken) + good)
    assert code == 3
    assert [len(answer.get("items", [])) for answer in answers] == [1, 0] * len(broken) + [1]
    faults = [answer for answer in answers if "error" in answer]
    assert [(fault["id"], fault["line"]) for fault in faults] == [(None, line) for line in (3, 5, 7, 9, 11)]
    assert said.count("\n") == len(broken)
    assert "line 3: " in said


def test_a_byte_order_mark_is_no_fault() -> None:
    assert call("--jsonl", given=b'\xef\xbb\xbf{"id":1,"text":"x"}')[:2] == (0, [{"id": 1, "items": []}])


def test_without_jsonl_a_table_is_printed(tmp_path: Path) -> None:
    file = tmp_path / "文.txt"
    file.write_text("约三十家单位，80-90分", encoding="utf-8")
    result = RUNNER.invoke(app, ["quantities", str(file)])
    assert result.exit_code == 0
    for printed in ("三十家", "约30", "80..90", "SCORE"):
        assert printed in result.stdout


def test_standard_input_is_answered_in_json_with_the_option_and_without() -> None:
    line = '{"id": "甲", "text": "不足5%"}'.encode()
    assert call(given=line) == call("--jsonl", given=line)


def test_a_file_that_cannot_be_read_is_code_3_and_one_line(tmp_path: Path) -> None:
    file = tmp_path / "空.txt"
    file.write_bytes(b"")
    code, rows, said = call(file, "--jsonl")
    assert (code, rows, said.count("\n")) == (3, [], 1)


def test_the_examples_of_the_documentation_hold() -> None:
    assert doctest.testmod(import_module("pipeline.quantities")).failed == 0


def test_account_figures_are_among_them_and_marked() -> None:
    text = "收入支出决算总表\n公开01表\n单位：万元\n项目 行次 金额\n一、财政拨款收入 1 120.50\n本年收入合计 2 120.50\n"
    assert [(found.value, found.table) for found in pipeline.quantities(text)] == [("120.50", "account")] * 2
