"""An edited ``review/alignment.csv`` read back: what was accepted holds, and holds only where it was seen."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import pipeline
from pipeline.resources.taxonomy import Taxonomy
from tests.cli.test_cli import call

HEAD = "indicator_text,unit,full_name,candidate,runner_up,context,accepted"


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def apply(tmp_path: Path, *rows: str, head: str = HEAD, encoding: str = "utf-8") -> tuple[int, str]:
    path = tmp_path / "alignment.csv"
    path.write_text("\n".join((head, *rows)) + "\n", encoding=encoding)
    code, _, stderr = call("align", "apply", path, "--taxonomy", tmp_path / "mine")
    return code, stderr


def added(tmp_path: Path) -> list[tuple[str, ...]]:
    names = ("indicator", "alias", "unit_family", "context")
    return [tuple(row.get(name) or "" for name in names) for row in table(tmp_path / "mine" / "aliases.csv")]


def test_a_name_of_its_own_is_a_plain_alias(tmp_path: Path) -> None:
    assert apply(tmp_path, "在册参保总量,人,在册参保总量,insured.persons,insured.rate,参保情况,x")[0] == 0
    assert added(tmp_path) == [("insured.persons", "在册参保总量", "", "")]
    assert table(tmp_path / "mine" / "aliases.csv")[0]["source"] == "review of alignment.csv"
    assert pipeline.align("在册参保总量", taxonomy=tmp_path / "mine").indicator_id == "insured.persons"


def test_the_unit_is_kept_where_it_tells_two_owners_apart(tmp_path: Path) -> None:
    rows = ("帮困扶助待遇,万元,,assist.payment,,,x", "帮困扶助待遇,人次,,assist.person_times,,,x")
    code, stderr = apply(tmp_path, *rows)
    assert (code, "2 names added" in stderr) == (0, True)
    assert added(tmp_path) == [
        ("assist.payment", "帮困扶助待遇", "", ""),
        ("assist.person_times", "帮困扶助待遇", "person_times", ""),
    ]
    for unit, one in (
        ("万元", "assist.payment"),
        ("人次", "assist.person_times"),
        ("person_times", "assist.person_times"),
    ):
        assert pipeline.align("帮困扶助待遇", unit=unit, taxonomy=tmp_path / "mine").indicator_id == one


def test_a_name_that_several_go_by_keeps_where_it_was_seen(tmp_path: Path) -> None:
    assert apply(tmp_path, "合计,万元,合计,account.income,,资金来源情况表|收入构成表,x")[0] == 0
    assert added(tmp_path) == [("account.income", "合计", "money", "资金来源情况表|收入构成表")]
    for context in ("表2 2021年度资金来源情况表", "收入构成表（万元）"):
        found = pipeline.align("合计", context=context, unit="万元", taxonomy=tmp_path / "mine")
        assert (found.indicator_id, found.score, found.reason) == ("account.income", 1.0, "a reviewer's decision")
    for context, unit in (("支出情况表", "万元"), ("资金来源情况表", "分")):
        elsewhere = pipeline.align("合计", context=context, unit=unit, taxonomy=tmp_path / "mine")
        assert elsewhere == pipeline.align("合计", context=context, unit=unit)


def test_what_holds_somewhere_only_is_shown_with_its_indicator(tmp_path: Path) -> None:
    apply(tmp_path, "合计,万元,合计,account.income,,资金来源情况表|收入构成表,x")
    shown = call("taxonomy", "show", "account.income", "--taxonomy", tmp_path / "mine")[1]
    assert "decided\t合计\tmoney\t资金来源情况表|收入构成表\n" in shown
    assert "1 names for some places only" in call("taxonomy", "check", tmp_path / "mine")[1]


def test_a_shared_name_without_a_place_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    code, stderr = apply(tmp_path, "在册参保总量,人,,insured.persons,,,x", "合计,万元,合计,account.income,,,x")
    assert (code, "row 3: 合计 belongs to" in stderr, "column context" in stderr) == (2, True, True)
    assert not (tmp_path / "mine").exists()


def test_none_of_these_is_an_answer_too(tmp_path: Path) -> None:
    assert apply(tmp_path, "发放问卷,份,发放问卷份数,service.publicity_materials,,满意度调查,none")[0] == 0
    assert ("none", "发放问卷份数", "count", "") in added(tmp_path)
    found = pipeline.align("发放问卷份数", unit="份", taxonomy=tmp_path / "mine")
    assert (found.status, found.reason) == ("unmatched", "a reviewer's decision")


def test_applying_twice_changes_nothing(tmp_path: Path) -> None:
    rows = (
        "在册参保总量,人,,insured.persons,,,x",
        "合计,万元,合计,account.income,,资金来源情况表,x",
        "帮困扶助待遇,万元,,assist.payment,,,x",
        "帮困扶助待遇,人次,,assist.person_times,,,x",
        "发放问卷,份,,,,,none",
        "人均,万元,人均,assist.avg_payment,,医疗救助,x",
    )
    apply(tmp_path, *rows)
    files = {path.name: path.read_bytes() for path in (tmp_path / "mine").iterdir()}
    code, stderr = apply(tmp_path, *rows)
    assert (code, "0 names added" in stderr, "6 known already" in stderr) == (0, True, True), stderr
    assert {path.name: path.read_bytes() for path in (tmp_path / "mine").iterdir()} == files
    assert Taxonomy.load(tmp_path / "mine").decisions


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_what_spreadsheets_make_of_the_list_does_not_matter(tmp_path: Path, encoding: str) -> None:
    head = "Accepted;notes;candidate;unit;indicator_text"
    rows = (
        "x;看过;insured.persons;人; 在册参保总量 ",
        ";;;;",
        "",
        ";;insured.rate;%;参保程度",
        " X ;;insured.rate;%;'=参保之比",
    )
    code, stderr = apply(tmp_path, *rows, head=head, encoding=encoding)
    assert (code, "2 names added" in stderr, "2 rows without a decision" in stderr) == (0, True, True), stderr
    assert [row[:2] for row in added(tmp_path)] == [("insured.persons", "在册参保总量"), ("insured.rate", "=参保之比")]


def test_rows_of_ones_own_in_the_file_stay_as_they_are(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    apply(tmp_path, "在册参保总量,人,,insured.persons,,,x")
    (mine / "aliases.csv").write_text(
        "\ufeffindicator,alias,source,note\ninsured.rate,参保之比,county report,手工\n", encoding="utf-8"
    )
    assert apply(tmp_path, "合计,万元,合计,account.income,,资金来源情况表,x")[0] == 0
    first, second = table(mine / "aliases.csv")
    assert (first["alias"], first["note"], second["alias"], second["context"]) == (
        "参保之比",
        "手工",
        "合计",
        "资金来源情况表",
    )


def test_what_was_accepted_leaves_the_next_list(tmp_path: Path) -> None:
    text = "云溪县医疗保障局2021年度部门整体支出绩效自评报告\n表1 资金来源情况表\n单位：万元\n项目 | 金额\n合计 | 1205.30\n"
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "自评.txt").write_text(text, encoding="utf-8")
    call("run", tmp_path / "reports", "--out", tmp_path / "one", "--engine", "serial")
    listed = table(tmp_path / "one" / "review" / "alignment.csv")
    assert [row["indicator_text"] for row in listed] == ["合计"]
    edited = [row | {"accepted": "account.income"} for row in listed]
    with (tmp_path / "edited.csv").open("w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.DictWriter(handle, list(edited[0]))
        writer.writeheader()
        writer.writerows(edited)
    assert call("align", "apply", tmp_path / "edited.csv", "--taxonomy", tmp_path / "mine")[0] == 0
    again = (
        "run",
        tmp_path / "reports",
        "--out",
        tmp_path / "two",
        "--engine",
        "serial",
        "--taxonomy",
        tmp_path / "mine",
    )
    assert call(*again)[0] == 0
    assert table(tmp_path / "two" / "review" / "alignment.csv") == []
    assert [row["indicator_id"] for row in table(tmp_path / "two" / "observations.csv")] == ["account.income"]
