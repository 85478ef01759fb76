"""The segmenter: the domain's words stay whole, and nothing of the text is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.resources.words import Words

WORDS = Words.load()


@pytest.mark.parametrize(
    "word", ["城乡居民", "医保基金", "慢特病", "先诊疗后付费", "三公经费", "预算执行率", "参保率", "万元"]
)
def test_a_domain_word_stays_whole(word):
    assert word in WORDS.cut(f"二〇二一年{word}为12.5，比上年增加")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="医保基金收入1２.5%％万元，。（） \t\n\r\u3000縣𠀀a", max_size=60))
def test_the_words_joined_are_the_text(text):
    assert "".join(WORDS.cut(text)) == text
    assert [word for word, _ in WORDS.tag(text)] == WORDS.cut(text)


def test_a_segmenter_has_a_dictionary_of_its_own():
    import rjieba

    assert WORDS.cut("先诊疗后付费") == ["先诊疗后付费"]
    assert rjieba.Jieba().cut("先诊疗后付费") != ["先诊疗后付费"]
