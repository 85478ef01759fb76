"""The commands for the taxonomy and for lists of names."""

from __future__ import annotations

import csv
import math
import shutil
from pathlib import Path

import pytest

import pipeline
from pipeline.resources.taxonomy import FOLDER, Taxonomy
from tests.cli.test_cli import call

EXAMPLE = Path(__file__).parents[2] / "examples" / "taxonomy-education"


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def aligned(tmp_path: Path, content: bytes, *more: object) -> list[dict[str, str]]:
    (tmp_path / "names.csv").write_bytes(content)
    code, _, stderr = call("align", tmp_path / "names.csv", "--out", tmp_path / "out.csv", *more)
    assert code == 0, stderr
    return table(tmp_path / "out.csv")


def test_a_list_of_names_is_answered_row_for_row(tmp_path: Path) -> None:
    asked = "name,context,unit_family\n参保率,,percent\n\n执行率,医疗救助资金,percent\n公园座椅数,,count\n2101301城乡医疗救助,,\n"
    rows = aligned(tmp_path, asked.encode())
    assert list(rows[0]) == [
        *("name", "indicator_id", "indicator_name", "match_status", "match_score", "runner_up", "reason")
    ]
    assert [(row["name"], row["indicator_id"]) for row in rows] == [
        ("参保率", "insured.rate"),
        ("执行率", "assist.fund.execution_rate"),
        ("公园座椅数", ""),
        ("2101301城乡医疗救助", "acct.f.2101301"),
    ]
    assert {row["match_status"] for row in rows} <= {"matched", "ambiguous", "unmatched"}


@pytest.mark.parametrize(
    "content",
    [
        "name\n参保率\n".encode("utf-8-sig"),
        "name;context\n参保率;\n".encode("gb18030"),
        "context\tname\n\t参保率".encode("utf-16"),
    ],
)
def test_encodings_delimiters_and_missing_columns_do_not_matter(tmp_path: Path, content: bytes) -> None:
    assert [row["indicator_id"] for row in aligned(tmp_path, content)] == ["insured.rate"]


def test_no_formula_is_handed_on(tmp_path: Path) -> None:
    [row] = aligned(tmp_path, b'name\n"=HYPERLINK(""x"")"\n')
    assert row["name"] == '\'=HYPERLINK("x")'


def test_a_list_without_names_and_a_call_without_out_are_refused(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("indicator\n参保率\n", encoding="utf-8")
    code, _, stderr = call("align", tmp_path / "names.csv", "--out", tmp_path / "out.csv")
    assert (code, "the header lacks name" in stderr) == (2, True)
    code, _, stderr = call("align", tmp_path / "names.csv")
    assert (code, "--out is missing" in stderr) == (2, True)


def test_a_row_without_a_name_is_answered_too(tmp_path: Path) -> None:
    rows = aligned(tmp_path, "name,context\n,\n，,医疗救助\n参保率,\n".encode())
    assert [row["match_status"] for row in rows] == ["unmatched", "unmatched", "matched"]


def test_a_misspelt_unit_family_hides_nothing_and_is_told(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("Name,Unit_Family\n参保率,percents\n参保率,PERCENT\n", encoding="utf-8")
    code, _, stderr = call("align", tmp_path / "names.csv", "--out", tmp_path / "out.csv")
    assert (code, "passed over: percents\n" in stderr) == (0, True)
    assert [row["indicator_id"] for row in table(tmp_path / "out.csv")] == ["insured.rate", "insured.rate"]


def test_an_open_quotation_mark_swallows_no_rows_and_the_list_is_not_written_over(tmp_path: Path) -> None:
    names = tmp_path / "names.csv"
    names.write_text('name\n"参保率\n参保人数\n', encoding="utf-8")
    code, _, stderr = call("align", names, "--out", tmp_path / "out.csv")
    assert (code, "quotation mark" in stderr, stderr.count("\n")) == (2, True, 1)
    code, _, stderr = call("align", names, "--out", names)
    assert (code, stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize("call_of", [("taxonomy", "check"), ("taxonomy", "search", "参保率", "--taxonomy")])
def test_a_taxonomy_folder_that_is_not_there_is_told_in_one_line(tmp_path: Path, call_of: tuple[str, ...]) -> None:
    code, stdout, stderr = call(*call_of, tmp_path / "nowhere")
    assert (code, stdout, "no such folder" in stderr, stderr.count("\n")) == (2, "", True, 1)


def test_a_search_for_nothing_finds_nothing() -> None:
    assert call("taxonomy", "search", "")[0] == 0


@pytest.mark.parametrize("name", ["合计", "执行率", "参保率", "医疗救助", "公园座椅数", ""])
def test_a_search_prints_probabilities_that_leave_nothing_over(name: str) -> None:
    rows = [line.split("│") for line in call("taxonomy", "search", name)[1].splitlines() if line.startswith("│")]
    shares = [float(row[1]) for row in rows if row[1].strip()]
    assert shares[:-1] == sorted(shares[:-1], reverse=True)
    assert abs(sum(shares) - 1) < 0.06, rows  # what ten rows leave out, and rounding
    assert "none of these" in rows[-1][3]


def test_a_search_for_a_word_lists_the_names_that_hold_it() -> None:
    found = call("taxonomy", "search", "长护险")[1]
    assert {"ltc.insured", "ltc.expenditure"} <= {line.split("\t")[0] for line in found.splitlines()}
    assert "more with 门诊 in a name" in call("taxonomy", "search", "门诊")[1]


def test_a_search_for_a_code_leaves_no_choice() -> None:
    found = call("taxonomy", "search", "2101301城乡医疗救助")[1]
    assert ("acct.f.2101301" in found, "1.00" in found, found.count("acct.")) == (True, True, 1)


def test_one_report_and_one_name_are_read_by_a_taxonomy_of_ones_own(tmp_path: Path) -> None:
    text = "云溪县教育局2021年度部门整体支出绩效自评报告\n一、主要成绩\n义务教育巩固率达到98.20%。\n"
    (tmp_path / "自评.txt").write_text(text, encoding="utf-8")
    shown = ("show", tmp_path / "自评.txt")
    assert "retention" not in call(*shown)[1]
    assert "edu.retention_rate" in call(*shown, "--taxonomy", EXAMPLE)[1]
    explained = ("explain", tmp_path / "自评.txt", text.index("98.20"), "--taxonomy", EXAMPLE)
    assert "edu.retention_rate" in call(*explained)[1]
    assert call(*shown, "--taxonomy", tmp_path / "nowhere")[0] == 2


def test_python_takes_a_taxonomy_of_ones_own_and_reads_it_anew_when_it_was_edited(tmp_path: Path) -> None:
    assert pipeline.align("义务教育巩固率").indicator_id == ""
    assert pipeline.align("义务教育巩固率", taxonomy=EXAMPLE).indicator_id == "edu.retention_rate"
    mine = Path(shutil.copytree(EXAMPLE, tmp_path / "mine"))
    text = "云溪县教育局2021年度工作总结\n全县留校巩固程度98.20%。\n"
    assert [one.indicator_id for one in pipeline.extract(text, taxonomy=mine).matches] == [""]
    (mine / "aliases.csv").write_text(
        "indicator,alias,source\nedu.retention_rate,留校巩固程度,review\n", encoding="utf-8"
    )
    assert [one.indicator_id for one in pipeline.extract(text, taxonomy=mine).matches] == ["edu.retention_rate"]
    (tmp_path / "总结.txt").write_text(text, encoding="utf-8")
    assert pipeline.read(tmp_path / "总结.txt", taxonomy=mine).matches[0].indicator_id == "edu.retention_rate"
    doc = pipeline.load(taxonomy=mine)(text)
    assert [row["indicator_id"] for row in doc._.observations] == ["edu.retention_rate"]


def test_a_missing_value_is_an_empty_text_or_told_at_the_door() -> None:
    assert pipeline.align(None).status == "unmatched"
    assert pipeline.align("参保率", context=None, unit=None) == pipeline.align("参保率")
    for wrong in (math.nan, 3, b"name"):
        with pytest.raises(TypeError, match="a text is asked for, not"):
            pipeline.align(wrong)
    with pytest.raises(TypeError, match="not NoneType"):
        pipeline.extract(None)


def test_another_department_extends_ours(tmp_path: Path) -> None:
    asked = "name\n义务教育巩固率\n参保率\n".encode()
    ids = [row["indicator_id"] for row in aligned(tmp_path, asked, "--taxonomy", EXAMPLE)]
    assert ids == ["edu.retention_rate", "insured.rate"]
    assert aligned(tmp_path, asked)[0]["indicator_id"] == ""


def test_a_taxonomy_is_checked_shown_searched_and_compared(tmp_path: Path) -> None:
    assert "no fault" in call("taxonomy", "check", EXAMPLE)[1]
    assert "基本医疗保险参保率" in call("taxonomy", "show", "insured.rate")[1]
    assert call("taxonomy", "show", "insured.nothing")[0] == 2
    assert "insured.rate" in call("taxonomy", "search", "医保参保率")[1]
    assert "+ edu.schools\t学校数" in call("taxonomy", "diff", FOLDER, EXAMPLE)[1].replace("  ", "\t").replace(
        "\t\t", "\t"
    )
    call("taxonomy", "show", "--out", tmp_path / "flat.csv")
    assert len(table(tmp_path / "flat.csv")) == len(Taxonomy.load().indicators)


def test_show_and_the_flat_csv_tell_years_and_near_misses_with_what_tells_them_apart(tmp_path: Path) -> None:
    shown = call("taxonomy", "show", "insured.rate", "ltc.insured")[1]
    assert "differs_from\tfund.collection_rate\t基金征缴率\t参保率比人数" in shown
    assert "valid_from\t2016" in shown
    assert (
        "differs_from\tinsured.rate\t基本医疗保险参保率\t参保率比人数"
        in call("taxonomy", "show", "fund.collection_rate")[1]
    )
    call("taxonomy", "show", "--out", tmp_path / "flat.csv", "--taxonomy", EXAMPLE)
    flat = {row["id"]: row for row in table(tmp_path / "flat.csv")}
    assert (flat["ltc.insured"]["valid_from"], flat["insured.population_due.rural"]["valid_to"]) == ("2016", "2019")
    assert "insured.persons" in flat["ltc.insured"]["differs_from"].split("|")


def test_a_comparison_tells_every_field_that_changed(tmp_path: Path) -> None:
    mine = Path(shutil.copytree(EXAMPLE, tmp_path / "mine"))
    text = (
        (mine / "indicators.csv")
        .read_text(encoding="utf-8")
        .replace("definition,source", "definition,source,valid_from")
    )
    lines = [
        line if "source" in line else f"{line},2013" if "dropout" in line[:20] else f"{line},"
        for line in text.split("\n")
    ]
    (mine / "indicators.csv").write_text("\n".join(lines).rstrip(",\n") + ",\n", encoding="utf-8")
    assert call("taxonomy", "diff", EXAMPLE, mine)[1] == "~ edu.dropout_rate\tvalid_from:  -> 2013\n"
    (mine / "aliases.csv").write_text("indicator,alias,source\nedu.pupils,在读学生,review\n", encoding="utf-8")
    assert "~ edu.pupils\taliases: +在读学生\n" in call("taxonomy", "diff", EXAMPLE, mine)[1]
    assert "~ edu.pupils\taliases: -在读学生\n" in call("taxonomy", "diff", mine, EXAMPLE)[1]


def review(tmp_path: Path, *rows: str) -> tuple[int, str]:
    path = tmp_path / "alignment.csv"
    path.write_text("indicator_text,candidate,runner_up,accepted\n" + "\n".join(rows) + "\n", encoding="utf-8")
    code, _, stderr = call("align", "apply", path, "--taxonomy", tmp_path / "mine")
    return code, stderr


def test_accepted_names_become_aliases_with_their_source(tmp_path: Path) -> None:
    code, stderr = review(
        tmp_path,
        "在册参保总量,insured.persons,,x",
        "甲乙丙,,,",
        "参保程度,insured.units,insured.rate,2",
        "参保率,,,insured.rate",
    )
    assert (code, "2 names added" in stderr, "1 known already" in stderr) == (0, True, True), stderr
    assert table(tmp_path / "mine" / "aliases.csv") == [
        {"indicator": "insured.persons", "alias": "在册参保总量", "source": "review of alignment.csv"},
        {"indicator": "insured.rate", "alias": "参保程度", "source": "review of alignment.csv"},
    ]
    assert [one.id for one in Taxonomy.load(tmp_path / "mine").exact("参保程度")] == ["insured.rate"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("甲乙丙,,,nothing.here", "row 2: nothing.here is no decision"),
        ("参保率,insured.units,,x", "belongs to insured.rate"),
    ],
)
def test_a_wrong_decision_is_named_and_nothing_is_written(tmp_path: Path, row: str, told: str) -> None:
    code, stderr = review(tmp_path, row)
    assert code == 2
    assert told in stderr
    assert not (tmp_path / "mine").exists()
