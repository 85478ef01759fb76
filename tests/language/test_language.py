"""The Language works as a spaCy user expects, and says what the stages say."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import pipeline
from pipeline.language import ENTITY_STYLE, drawing, report_doc
from pipeline.language.components import COMPONENTS

ROOT = Path(__file__).resolve().parents[2]
REPORT = """青禾县医疗保障局2021年度部门整体支出绩效自评报告\r
\r
一、主要成效\r
2021年，全县基本医疗保险参保人数达到 32.6万人，参保率96.5%；\r
全年拨付医疗救助资金１２０．５万元，其中门诊救助18.40万元。\r
二、存在的问题\r
基金监管力量不足。\r
"""


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline.load()


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return nlp(REPORT)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
@settings(max_examples=100, deadline=None)
def test_tokens_cover_every_character(text: str) -> None:
    assert TOKENIZE.make_doc(text).text == text


TOKENIZE = pipeline.load()


def test_domain_words_stay_whole(doc: Doc) -> None:
    assert "医疗保障局" in [token.text for token in doc]


def test_spans_stand_for_records(doc: Doc) -> None:
    quantities = {doc.text[r.start : r.end]: r for r in (span._.record for span in doc.spans["quantities"])}
    assert quantities["１２０．５万元"].value == "120.5"
    assert quantities["18.40万元"].type == "MONEY"
    assert {span.label_ for span in doc.spans["indicators"]} == {"INDICATOR"}
    assert "".join(span.text for span in doc.spans["segments"]).strip().startswith("青禾县")


def test_span_takes_in_the_token_that_its_record_cuts(nlp: Language, doc: Doc) -> None:
    for group in doc.spans.values():
        for span in group:
            assert span.start_char <= span._.record.start < span._.record.end <= span.end_char


def test_doc_has_the_report_that_extract_gives(doc: Doc) -> None:
    assert doc._.report == pipeline.extract(REPORT)
    assert [row["value"] for row in doc._.observations] == list(pipeline.observations_frame(doc._.report)["value"])


def test_a_report_read_before_becomes_the_same_doc(nlp: Language, doc: Doc) -> None:
    again = report_doc(pipeline.extract(REPORT), nlp)
    assert again._.report == doc._.report
    for group, spans in doc.spans.items():
        assert [(s.start, s.end, s.label_) for s in again.spans[group]] == [(s.start, s.end, s.label_) for s in spans]


def test_docs_survive_a_docbin(nlp: Language, doc: Doc) -> None:
    saved = DocBin(docs=[doc], store_user_data=True).to_bytes()
    [again] = DocBin().from_bytes(saved).get_docs(nlp.vocab)
    assert again.text == REPORT
    assert again._.report == doc._.report
    assert [span._.record for span in again.spans["quantities"]] == [span._.record for span in doc.spans["quantities"]]


def test_texts_go_through_a_pipe(nlp: Language, doc: Doc) -> None:
    docs = list(nlp.pipe([REPORT, "", "没有数字。", REPORT]))
    assert [each.text for each in docs] == [REPORT, "", "没有数字。", REPORT]
    assert docs[3]._.report == doc._.report


def test_a_component_works_alone_with_any_tokenizer(doc: Doc) -> None:
    single = spacy.blank("zh")
    single.add_pipe("xianbao_quantities")
    found = single(REPORT)
    assert [span._.record for span in found.spans["quantities"]] == [span._.record for span in doc.spans["quantities"]]


def test_displacy_draws_spans_and_exact_characters(doc: Doc) -> None:
    assert "MONEY" in displacy.render(doc, style="span", options={"spans_key": "quantities"}, jupyter=False)
    picture = drawing(doc, "quantities", "indicators", start=REPORT.index("全年"))
    marked = [picture["text"][ent["start"] : ent["end"]] for ent in picture["ents"]]
    assert {"１２０．５万元", "18.40万元"} <= set(marked)
    assert "18.40万元" in displacy.render(picture, jupyter=False, **ENTITY_STYLE)


def test_pipeline_is_saved_and_loaded(nlp: Language, doc: Doc, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "nlp")
    assert spacy.load(tmp_path / "nlp")(REPORT)._.report == doc._.report


def test_entry_points_name_every_factory() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert list(project["entry-points"]["spacy_factories"]) == list(COMPONENTS)


def test_public_names_load_on_first_use() -> None:
    """Also where a stage of the same name was imported before."""
    code = "import sys, pipeline, pipeline.extract; assert 'spacy' not in sys.modules; pipeline.extract('无')"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
