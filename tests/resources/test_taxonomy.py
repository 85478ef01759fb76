"""The taxonomy that ships, and what its loader says of a broken one."""

import csv
import shutil
from pathlib import Path

import pytest

from pipeline.errors import ResourceError
from pipeline.resources.codes import Codes
from pipeline.resources.taxonomy import FOLDER, Taxonomy

TAXONOMY = Taxonomy.load()
EXAMPLE = Path(__file__).parents[2] / "examples" / "taxonomy-education"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the taxonomy that a test may break."""
    return Path(shutil.copytree(FOLDER, tmp_path / "taxonomy", ignore=shutil.ignore_patterns("*.py", "__pycache__")))


def edit(folder: Path, name: str, change) -> int:
    """Change the rows of a file; return the line that the changed row stands on."""
    with (folder / name).open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    line = change(rows) + 2
    with (folder / name).open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return line


def test_a_name_is_found_whatever_its_width_script_and_blanks():
    for name in ("参保人数", "參保人數", "参 保 人 数", "参保人数："):
        assert [one.id for one in TAXONOMY.exact(name)] == ["insured.persons"]
    assert TAXONOMY.exact("没有这个指标") == ()
    assert {one.id for one in TAXONOMY.exact("其他收入")} == {"account.income.other", "fund.income.other"}


def test_a_code_and_a_path_of_codes_lead_to_their_indicator():
    assert TAXONOMY.account("2101501").id == "acct.f.2101501"
    assert TAXONOMY.account("30201").name == "办公费"
    assert TAXONOMY.account("9999") is None
    assert TAXONOMY.path(["卫生健康支出", "医疗救助", "城乡医疗救助"]).id == "acct.f.2101301"
    assert TAXONOMY.path(["卫生健康支出", "没有这一款"]) is None


def test_a_fingerprint_changes_with_the_content_only(folder: Path):
    assert Taxonomy.load(folder).fingerprint == TAXONOMY.fingerprint

    def add_alias(rows):
        rows[0]["aliases"] += "|在册参保人数"
        return 0

    edit(folder, "indicators.csv", add_alias)
    assert Taxonomy.load(folder).fingerprint != TAXONOMY.fingerprint


def test_a_taxonomy_of_one_file_is_enough(tmp_path: Path):
    header = "id,parent,name_zh,name_en,unit_family,domain,scheme,population,aliases,differs_from,formula,definition,source\n"
    (tmp_path / "indicators.csv").write_text(
        f"{header}school.pupils,,在校学生数,pupils,persons,education,,,在校生,,,年末在校人数,own knowledge\n",
        encoding="utf-8",
    )
    taxonomy = Taxonomy.load(tmp_path)
    assert [one.id for one in taxonomy.exact("在校生")] == ["school.pupils"]


def put(field: str, value: str, row: int = 4):
    def change(rows):
        rows[row][field] = value
        return row

    return change


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (put("id", "insured.persons"), "id insured.persons stands already in indicators.csv:2"),
        (put("id", ""), "needs an id and a name"),
        (put("name_zh", " "), "needs an id and a name"),
        (put("parent", "insured.nobody"), "parent insured.nobody"),
        (put("unit_family", "metres"), "unit family 'metres' is none of money"),
        (put("differs_from", "insured.rate|nothing.here"), "differs from nothing.here"),
        (put("aliases", "参保人数"), "name 参保人数 belongs to both insured.persons and"),
        (put("aliases", "：：|参保"), "holds nothing to read"),
        (put("parent", "insured.persons.employee.retired"), "is its own parent"),
        (put("differs_from", "insured.persons.employee.retired"), "differs from itself"),
        (put("formula", "insured.persons - insured.nobody"), "formula of .* holds insured.nobody"),
        (put("valid_from", "2016年"), "valid_from '2016年' is no year"),
        (put("valid_to", "16"), "valid_to '16' is no year"),
        (
            lambda rows: put("valid_from", "2019")(rows) and put("valid_to", "2016")(rows),
            "ends in 2016, before it begins",
        ),
    ],
)
def test_a_broken_indicator_is_named_with_its_line(folder: Path, change, message: str):
    line = edit(folder, "indicators.csv", change)
    with pytest.raises(ResourceError, match=message) as caught:
        Taxonomy.load(folder)
    assert caught.value.message.startswith(f"indicators.csv:{line}: ")
    assert caught.value.stage == "resources"
    assert "README" in caught.value.advice


@pytest.mark.parametrize(
    ("name", "line", "message"),
    [
        ("shared_names.csv", "其他收入,account.income.other|nothing.here", "nothing.here is no id"),
        ("rates.csv", "nothing.here,completion,budget.completion_rate", "nothing.here is no id"),
        ("marks.csv", "flow,收入", "2 fields where the header has 3"),
        ("marks.csv", "flow,收入,|", "the column words is empty"),
        ("cues.csv", "insured.rate,,own knowledge", "the column words is empty"),
        ("heads.csv", "率率,percentage", "'percentage'] is no unit family"),
        ("rates.csv", "insured.persons,growth,insured.rate", "measure 'growth' is none of completion, share"),
        ("shared_names.csv", "某名,insured.rate", "is no name of several"),
        ("wording.csv", "医保局,", "the column meant is empty"),
        ("aliases.csv", "insured.rate,参保比例,", "has no source"),
        ("whole_names.csv", "insured.rate,居民参保的比例,", "has no source"),
        ("whole_names.csv", "nothing.here,居民参保的比例,own knowledge", "nothing.here is no id"),
        ("aliases.csv", "none.such,参保比例,own knowledge", "none.such is no id"),
        ("aliases.csv", "insured.persons,参保总人数,own knowledge", "stands already in aliases.csv:"),
        ("near_misses.csv", "insured.rate,nothing.here,甲与乙,own knowledge", "nothing.here is no id"),
        ("near_misses.csv", "insured.rate,insured.rate,甲与乙,own knowledge", "is no near miss of itself"),
        ("near_misses.csv", "fund.collection_rate,insured.rate,甲与乙,own", "stand already in near_misses.csv:2"),
    ],
)
def test_a_broken_line_beside_the_indicators_is_named(folder: Path, name: str, line: str, message: str):
    path = folder / name
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=message) as caught:
        Taxonomy.load(folder)
    assert caught.value.message.startswith(f"{name}:{len(path.read_text(encoding='utf-8').splitlines())}: ")


def test_near_misses_are_told_from_both_sides():
    for one in TAXONOMY.indicators.values():
        assert all(one.id in TAXONOMY.indicators[other].differs_from for other in one.differs_from), one.id
    for (one, other), told in TAXONOMY.differences.items():
        assert other in TAXONOMY.indicators[one].differs_from
        assert TAXONOMY.differences[other, one] == told


def test_a_near_miss_that_one_row_tells_holds_for_the_other_too(tmp_path: Path):
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "mine"))
    (folder / "near_misses.csv").write_text(
        "first,second,difference\nedu.dropout_rate,insured.rate,辍学与参保\ninsured.rate,fund.collection_rate,人与钱\n",
        encoding="utf-8",
    )
    mine = Taxonomy.load(folder)
    assert "edu.dropout_rate" in mine.indicators["insured.rate"].differs_from
    assert mine.differences["fund.collection_rate", "insured.rate"] == "人与钱"


@pytest.mark.parametrize(
    ("one", "year", "known"),
    [
        ("ltc.insured", 2015, False),
        ("ltc.insured", 2016, True),
        ("insured.population_due.rural", 2019, True),
        ("insured.population_due.rural", 2021, False),
        ("acct.f.2101501", 2018, False),
        ("acct.f.2101501", 2019, True),
        ("acct.f.2089901", 2021, False),
        ("insured.rate", 2007, True),
        ("ltc.insured", 0, True),
    ],
)
def test_an_indicator_is_told_of_its_years_only(one: str, year: int, known: bool):
    assert TAXONOMY.indicators[one].known_in(year) is known


def test_the_years_of_accounts_are_those_of_their_codes():
    codes = Codes.load()
    for one in TAXONOMY.indicators.values():
        if one.id.startswith("acct.f.") and one.valid_to:
            names = codes.by_code[one.id.removeprefix("acct.f.")]
            assert one.valid_to == max(each.valid_to for each in names), one.id


def test_a_name_decided_for_a_unit_that_is_none_is_told_with_its_line(tmp_path: Path):
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "mine"))
    text = "indicator,alias,source,unit_family\nedu.pupils,人数,review,persons\nedu.teachers,人数,review,people\n"
    (folder / "aliases.csv").write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError, match=r"aliases.csv:3: unit family 'people' is none of"):
        Taxonomy.load(folder)


def test_empty_rows_of_a_spreadsheet_are_no_fault(tmp_path: Path):
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "mine"))
    text = (folder / "indicators.csv").read_text(encoding="utf-8")
    edited = text.replace("\n", "\r\n") + "," * 12 + "\r\n\r\n"
    (folder / "indicators.csv").write_bytes(b"\xef\xbb\xbf" + edited.encode("utf-8"))
    assert Taxonomy.load(folder).indicators == Taxonomy.load(EXAMPLE).indicators


def test_a_setting_that_means_nothing_is_told(tmp_path: Path):
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "mine"))
    (folder / "taxonomy.toml").write_text("extend = true\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"taxonomy.toml: extend means nothing here"):
        Taxonomy.load(folder)


def test_a_missing_file_a_missing_column_and_a_foreign_encoding_are_told(tmp_path: Path):
    with pytest.raises(ResourceError, match=r"indicators.csv: cannot be read"):
        Taxonomy.load(tmp_path)
    (tmp_path / "indicators.csv").write_text("id,name_zh\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"indicators.csv:1: the header lacks parent"):
        Taxonomy.load(tmp_path)
    (tmp_path / "indicators.csv").write_bytes("id,指标\n".encode("gb18030"))
    with pytest.raises(ResourceError, match=r"indicators.csv: cannot be read"):
        Taxonomy.load(tmp_path)


def test_wording_and_marks_are_used_by_names_of_the_taxonomy_or_its_reports():
    marks = [word for mark in TAXONOMY.marks for word in mark.words]
    assert len(marks) == len(set(marks)), "a word tells one mark"
    assert not [printed for printed, meant in TAXONOMY.wording.items() if printed == meant or not meant]
