"""What a clause tells of the things that its number counts stands in their full name."""

from __future__ import annotations

import pytest

from pipeline.records import Entity, Facts, Layout
from pipeline.relate import relate
from tests.relate.case_files import Case, block, read

NAMES = (
    ("对全县[30家]诊所进行全面检查。", ["全面检查的诊所数"]),
    ("组织人员对[12家]诊所，[40家]药店进行了抽查。", ["抽查的诊所数", "抽查的药店数"]),
    ("向[2家]乡镇医院拨付周转金[50万元]。", ["拨付周转金的乡镇医院数", "拨付周转金"]),
    (
        "全县[5所]卫生院、[60家]卫生室全面展开相关门诊统筹业务。",
        ["开展门诊统筹业务的卫生院数", "开展门诊统筹业务的卫生室数"],
    ),
    ("重新登记[9家]卫生室为门诊统筹定点。", ["门诊统筹定点卫生室数"]),
    ("减免租金政策惠及全县[40户]商户。", ["减免租金政策惠及商户数"]),
    (
        "共为[6户]企业[120人]缓交医疗保险费[15万元]。",
        ["缓交医疗保险费的企业数", "缓交医疗保险费人数", "缓交医疗保险费"],
    ),
    ("我局对[3个]项目开展绩效自评。", ["开展绩效自评的项目数"]),
    ("处理[8家]违规机构，设[4个]股室。", ["处理违规机构数", "股室数"]),
)


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_full_names_tell_the_deed(text: str, names: list[str]) -> None:
    assert [statement.full_name for statement in read(Case(text))[2]] == names


def test_a_rate_after_parts_of_two_schemes_is_of_the_whole() -> None:
    text = "基本医疗保险参保[60万人]，其中职工[3万人]、城乡居民[57万人]，参保率[96%]。"
    assert read(Case(text))[2][-1].full_name == "参保率"


def test_a_scheme_beside_the_name_in_its_own_phrase_is_that_of_the_name() -> None:
    text = "城乡居民征缴基金[8万元]（其中个人缴费[3万元]），职工累计征缴基金[9万元]。"
    assert read(Case(text))[2][-1].full_name == "职工征缴基金"


def test_medical_aid_is_not_put_before_names_that_tell_aid() -> None:
    text = "医疗救助有力，资助困难群众参保[300人]。"
    assert read(Case(text))[2][-1].full_name == "资助困难群众参保人数"


SAID = (
    ("住院救助[30人次]，[8万元]。", ["住院救助人次", "住院救助金额"]),
    ("全年查处[2家]，解除协议[1家]。", ["查处机构数", "解除协议机构数"]),
    ("政府采购预算[60万元]，实际采购[50万元]，执行率[83.3%]。", ["政府采购预算", "实际采购金额", "政府采购执行率"]),
    ("“三公”经费预算[4万元]，支出[3万元]。", ["“三公”经费", "“三公”经费支出"]),
    ("{2021年}本年收入[60万元]。", ["本年收入"]),
    ("收入[60万元]。", ["收入"]),
)


@pytest.mark.parametrize(("text", "names"), SAID)
def test_full_names_say_what_the_name_leaves_to_the_number(text: str, names: list[str]) -> None:
    assert [statement.full_name for statement in read(Case(text))[2]] == names


def test_what_a_report_on_one_project_spent_is_named_after_the_project() -> None:
    title = "岜龙县医疗保障局关于2021年城乡医疗救助补助资金（中央）项目支出绩效自评的报告"
    facts = Facts(year=2021, report_type="project_self_evaluation", title=title)
    text = "全年支出80万元"
    layout = Layout(text, text, (block(text, 0, len(text)),))
    _, statements = relate(layout, (), (Entity(4, 8, "MONEY", "80", unit="万元"),), facts)
    assert [statement.full_name for statement in statements] == ["城乡医疗救助补助资金支出"]


CARRIED = (
    ("办理异地就医备案[20人]，成功结算[9人]。", ["异地就医备案人数", "异地就医结算人数"]),
    ("“两病”用药有保障，报销[30人次]。", ["“两病”报销人次"]),
    ("累计发放城市低保金[9万元]、农村低保金[8万元]。", ["发放城市低保金", "发放农村低保金"]),
    ("建档立卡贫困人口[300人]全部参保。", ["建档立卡贫困人口参保人数"]),
    ("落实参保补助，出资[5万元]对全县[90名]贫困人口予以资助。", ["资助贫困人口参保出资", "获参保资助的贫困人口人数"]),
    (
        "核实职工意外伤害住院[30人]，涉及医疗费用[9万元]。",
        ["核实职工意外伤害住院人数", "核实职工意外伤害住院涉及医疗费用"],
    ),
    ("对[3个]项目开展绩效自评，共涉及资金[90万元]。", ["开展绩效自评的项目数", "绩效自评涉及资金"]),
    ("全年开展检查[2轮次]，现场检查[60家次]。", ["检查轮次", "现场检查机构家次"]),
)


@pytest.mark.parametrize(("text", "names"), CARRIED)
def test_full_names_carry_what_was_told_before(text: str, names: list[str]) -> None:
    assert [statement.full_name for statement in read(Case(text))[2]] == names


def test_a_paragraph_copied_from_the_section_beside_it_is_of_its_own_heading() -> None:
    case = Case("会议费预算为[3万元]，支出决算为[2万元]。", lines=["（三）培训费支出情况说明。"])
    assert [statement.full_name for statement in read(case)[2]] == ["培训费", "培训费"]


def test_funds_of_all_social_insurance_are_of_no_single_one() -> None:
    text = "基金支出80万元"
    facts = Facts(year=2021, report_type="fund_statement", title="岜龙县2021年社会保险基金决算报告")
    layout = Layout(text, text, (block(text, 0, len(text)),))
    _, statements = relate(layout, (), (Entity(4, 8, "MONEY", "80", unit="万元"),), facts)
    assert [statement.full_name for statement in statements] == ["各项社会保险基金支出"]
