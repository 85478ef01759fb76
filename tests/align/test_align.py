"""Which indicator a name is: golden lines, what must not change a match, and how an answer explains itself."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from pipeline.align import Aligner, align
from pipeline.records import Entity, Facts, Match, Statement
from pipeline.resources.spelling import squeeze
from pipeline.resources.taxonomy import Taxonomy
from pipeline.views import normal
from tests.cost import in_proportion

CASES = Path(__file__).parent / "cases" / "align.txt"
TAXONOMY = Taxonomy.load()
ALIGNER = Aligner(TAXONOMY)
TYPES = {"万元": "MONEY", "人": "PERSON_COUNT", "人次": "PERSON_COUNT", "%": "PERCENT", "‰": "PERCENT", "分": "SCORE"}


def read_cases():
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            asked, _, expected = line.rpartition(" => ")
            name, unit, measure, context = (part.strip() for part in f"{asked} ".split("|"))
            yield pytest.param(name, unit, measure, context, expected, id=line)


def ask(name: str, unit: str, measure: str = "actual", context: str = "", **more: object) -> Match:
    kind = TYPES.get(unit) or ("RATE" if "/" in unit else "COUNT")
    entity = Entity(start=0, end=1, type=kind, unit=unit)
    statement = Statement(
        entity=0, start=0, end=1, full_name=name, value="1", unit=unit, measure=measure, context=context
    )
    return align([replace(statement, **more)], [entity], ALIGNER)[0]


@pytest.mark.parametrize(("name", "unit", "measure", "context", "expected"), list(read_cases()))
def test_the_indicator_of_a_name(name, unit, measure, context, expected):
    match = ask(name, unit, measure, context)
    assert (match.indicator_id or "NIL") == expected, match


names = st.sampled_from([one for one in TAXONOMY.indicators.values() if not one.id.startswith("acct")])


@settings(max_examples=60, deadline=None)
@given(names, st.sampled_from([" ", "\u3000", "\n"]), st.integers(1, 6))
def test_white_space_and_width_do_not_change_a_match(indicator, blank, at):
    unit = {"money": "万元", "rate": "元/人", "persons": "人", "person_times": "人次", "percent": "%", "score": "分"}
    spelled = indicator.name[:at] + blank + indicator.name[at:].replace("(", "（").replace(")", "）")
    asked = unit.get(indicator.unit_family, "个")
    assert ask(spelled, asked) == ask(indicator.name, asked)


@pytest.mark.parametrize("name", ["醫療保險基金收入", "縣域內就診率", "門診統籌補償人次", "跨省異地就醫直接結算"])
def test_traditional_characters_do_not_change_a_match(name):
    unit = "万元" if "收入" in name else "%" if name.endswith("率") else "人次"
    match = ask(name, unit)
    assert match.status == "matched"
    assert match == ask(normal(name), unit)


def test_every_name_is_matched_to_its_own_row_but_those_that_only_surroundings_tell_apart():
    unit = {"money": "万元", "rate": "元/人", "persons": "人", "person_times": "人次", "percent": "%", "score": "分"}
    rows = [
        one for one in TAXONOMY.indicators.values() if not one.id.startswith("acct.") and one.unit_family != "grade"
    ]
    wrong = [one.name for one in rows if ask(one.name, unit.get(one.unit_family, "个")).indicator_id != one.id]
    assert set(wrong) <= {name for name in wrong if len(TAXONOMY.exact(name)) > 1}


def test_a_name_that_counts_as_a_whole_is_met_so_and_no_name_is_likened_to_it():
    spellings = [
        one for one in ALIGNER.finder.index.exact(ALIGNER.watcher.reader.read("参保缴费目标任务数")) if one.whole
    ]
    assert [one.indicator.id for one in spellings] == ["insured.target"]
    assert ask("参保缴费目标任务数", "人").indicator_id == "insured.target"
    likened = ALIGNER.finder.index.alike("缴费目标任务人", ("persons",))
    assert not any(one.whole and one.core == spellings[0].core for one in likened)


def test_a_code_does_not_overrule_a_name_that_is_another_items_to_the_letter():
    assert ALIGNER.look_up("30311住房公积金", "2016年度基本支出").indicator_id == "acct.e.30113"
    assert ALIGNER.look_up("办公设备购置", "310 资本性支出").indicator_id == "acct.e.31002"
    assert ALIGNER.look_up("2101301城乡医疗救助").indicator_id == "acct.f.2101301"
    assert ALIGNER.look_up("金额", "2101301 城乡医疗救助").indicator_id == "acct.f.2101301"


@pytest.mark.parametrize(
    ("name", "context", "expected"),
    [
        ("支出", "生育保险基金运行", "maternity.expenditure"),
        ("结余", "统筹基金收支情况", "fund.pooled.balance"),
        ("合计", "公开08表 政府性基金预算财政拨款收入支出决算表", "account.expenditure.fiscal.gov_fund"),
        ("门珍统筹支付金额", "", "outpatient.pool.payment"),
        ("居民医保基金收人", "社保基金决算", "fund.income.resident"),
    ],
)
def test_topics_of_headings_and_slips_of_the_pen(name, context, expected):
    assert ALIGNER.look_up(name, context, "money").indicator_id == expected


def test_a_reason_names_the_runner_up_where_it_is_a_near_miss():
    asked = (
        ("人均医疗费用", "", "元/人"),
        ("执行率", "医疗救助资金", "%"),
        ("参保率", "", "%"),
        ("预算完成率", "", "%"),
    )
    matches = [ALIGNER.look_up(*each) for each in asked]
    near = [one.runner_up in TAXONOMY.indicators[one.candidate].differs_from for one in matches]
    assert set(near) == {True, False}
    assert [one.reason.endswith(f"; near miss: {one.runner_up_name}") for one in matches] == near


def test_no_further_name_is_told_from_anothers_by_its_brackets_alone():
    """Brackets are not compared: 医疗救助资金（中央） would be 医疗救助资金 of all levels, too."""
    wrong = [
        (name, one)
        for one, name in TAXONOMY.whole_names
        if {*TAXONOMY.exact_ids(re.sub(r"\([^()]{2,}\)", "", squeeze(name)))} - {one}
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "unit", "year", "expected"),
    [
        ("一般公共预算财政拨款支出：政府特殊津贴", "万元", 2019, "acct.f.2011004"),
        ("一般公共预算财政拨款支出：政府特殊津贴", "万元", 2022, "acct.f.2080113"),
        ("长期护理保险参保人数", "人", 2014, "ltc.insured"),  # by its very name: some pilots were earlier
        ("应参合农业人口数", "人", 2014, "insured.population_due.rural"),
        ("参保率", "%", 2014, "insured.rate"),
    ],
)
def test_a_report_tells_what_there_was_in_its_year(name, unit, year, expected):
    entity = Entity(start=0, end=1, type=TYPES[unit], unit=unit)
    statement = Statement(entity=0, start=0, end=1, full_name=name, value="1", unit=unit, measure="actual")
    [match] = align([statement], [entity], ALIGNER, Facts(year=year))
    assert match.indicator_id == expected, match


def test_what_only_resembles_a_name_of_other_years_is_none_of_it():
    for year, there in ((2013, False), (2021, True), (None, True)):
        entity = Entity(start=0, end=1, type="PERSON_COUNT", unit="人")
        statement = Statement(
            entity=0, start=0, end=1, full_name="长护险待遇享受人员数", value="1", unit="人", measure="actual"
        )
        [match] = align([statement], [entity], ALIGNER, Facts(year=year))
        assert match.candidate.startswith("ltc.") is there, match


def test_a_code_decides_and_a_column_that_tells_a_part_does_not():
    assert ask("支出决算：医疗救助", "万元", code="21013", source="table").indicator_id == "acct.f.21013"
    assert (
        ask("支出决算：医疗救助（本年支出合计）", "万元", code="21013", source="table").indicator_id == "acct.f.21013"
    )
    assert ask("支出决算：医疗救助（基本支出）", "万元", code="21013", source="table").status == "unmatched"
    assert ask("基本支出：办公费", "万元", code="30201", source="table").indicator_id == "acct.e.30201"


def test_a_total_with_the_carry_over_among_its_parts_holds_it():
    total = Statement(
        entity=0, start=0, end=1, full_name="收入合计", value="9", unit="万元", measure="actual", context="部门收支"
    )
    part = replace(total, entity=1, full_name="收入合计：上年结转", part_of=0)
    entities = [Entity(start=0, end=1, type="MONEY", unit="万元")] * 2
    alone, together = align([total], entities, ALIGNER), align([total, part], entities, ALIGNER)
    assert [match.indicator_id for match in alone] == ["account.income"]
    assert [match.indicator_id for match in together] == ["account.income.total", "account.carryover.opening"]


def test_the_agency_is_the_last_to_tell_a_scheme():
    entity = Entity(start=0, end=1, type="MONEY", unit="万元")
    statement = Statement(entity=0, start=0, end=1, full_name="基金支出", value="1", unit="万元", measure="actual")
    facts = Facts(agency="青禾县城镇职工医疗保险中心")
    assert align([statement], [entity], ALIGNER)[0].indicator_id == "fund.expenditure"
    assert align([statement], [entity], ALIGNER, facts)[0].indicator_id == "fund.expenditure.employee"
    told = replace(statement, full_name="居民医保基金支出")
    assert align([told], [entity], ALIGNER, facts)[0].indicator_id == "fund.expenditure.resident"


def test_the_words_around_a_number_complete_a_name_that_says_too_little():
    context = "基金监管情况\n全年意外伤害补偿2300人次,补偿金额…"
    assert ask("补偿金额", "万元", context=context).indicator_id == "accident.payment"


def test_an_answer_says_why_and_what_came_second():
    match = ask("居民医保基金收入", "万元")
    assert (match.status, match.indicator_name) == ("matched", "城乡居民基本医疗保险基金收入")
    assert match.reason.startswith("spelling 1.00")
    assert match.runner_up == "fund.income"
    none = ask("基金运营收入", "万元")
    assert none.status != "matched"
    assert none.indicator_id == ""
    assert none.reason


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="医保参率人数基金收入支出（）()：:；·“”12% \n\t", max_size=40), st.sampled_from(sorted(TYPES)))
def test_any_name_gets_an_honest_answer(name, unit):
    match = ask(name, unit)
    assert match.status in {"matched", "ambiguous", "unmatched"}
    assert 0 <= match.score <= 1
    assert bool(match.indicator_id) == (match.status == "matched")
    assert match == ask(name, unit)


@pytest.mark.parametrize("unit", ["一", "（", "医保", "基金：", "1"])
def test_a_name_of_a_megabyte_costs_what_its_length_costs(unit):
    name = unit * (100_000 // len(unit))
    assert ask(name * 10, "万元").status != "matched"
    assert in_proportion(lambda: ask(name + "一", "万元"), lambda: ask(name * 10 + "一", "万元"), 10)
