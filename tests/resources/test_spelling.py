"""How names are compared."""

import pytest

from pipeline.resources.spelling import squeeze


@pytest.mark.parametrize(
    ("printed", "compared"),
    [
        ("“三公”　经费 合计：", "三公经费合计"),
        ("因公出国（境）费", "因公出国(境)费"),
        ("★培训人数", "培训人数"),
        ("醫療保險", "医疗保险"),
        ("１２３４５热线", "12345热线"),
        ("——", ""),
    ],
)
def test_a_name_is_compared_by_what_it_says(printed, compared):
    assert squeeze(printed) == compared
    assert squeeze(compared) == compared
