"""The trained labeller: what it weighs, how it decodes, and what it makes of sentences without headings."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.classify import classify
from pipeline.classify.decode import best_path, marginals
from pipeline.classify.grams import Lexicon, Texts, code, phrase
from pipeline.classify.model import labeller
from pipeline.structure import structure

# Invented sentences as they stand in the middle of a paragraph, no heading above them.
HIDDEN = [
    ("achievements", "全年共检查定点医药机构86家，追回违规资金42.6万元，群众投诉较上年下降三成。"),
    ("achievements", "建成村级服务点118个，参保登记等12项业务下沉到村，累计办理1.9万件。"),
    ("problems", "但基层经办人员不足、流动频繁的问题仍然突出，部分村医对结算系统操作不熟。"),
    ("problems", "宣传方式比较单一，部分群众对异地就医备案政策的知晓率偏低。"),
    ("measures", "下一步，将进一步加强经办队伍建设，加大培训力度，建立按季考核机制。"),
    ("measures", "今后要完善预算编制办法，细化绩效指标，强化支出进度管理。"),
]


def test_phrases_are_found_where_they_begin() -> None:
    lexicon = Lexicon.of(np.array(sorted(map(code, ("了", "不足", "下一步", "进一步加"))), dtype=np.uint64))
    texts = Texts.join(["进一步加强，不足", "下一步好了"])
    places, entries = lexicon.hits(texts)
    found = sorted(
        (int(texts.of[place]), phrase(int(lexicon.codes[entry]))) for place, entry in zip(places, entries, strict=True)
    )
    assert found == [(0, "不足"), (0, "进一步加"), (1, "下一步"), (1, "了")]


def test_a_phrase_never_reaches_over_two_sentences() -> None:
    lexicon = Lexicon.of(np.array([code("不足")], dtype=np.uint64))
    assert lexicon.hits(Texts.join(["投入不", "足额到位"]))[0].size == 0


def test_the_best_path_is_the_best_of_all_paths() -> None:
    chance = np.random.default_rng(5)
    scores, moves, kinds = chance.normal(size=(5, 3)), chance.normal(size=(2, 3, 3)), [0, 1, 0, 1, 1]

    def total(path: tuple[int, ...]) -> float:
        steps = sum(moves[kinds[i], path[i - 1], path[i]] for i in range(1, 5))
        return float(steps + sum(scores[i, label] for i, label in enumerate(path)))

    paths = [tuple(int(each) for each in path) for path in np.ndindex(3, 3, 3, 3, 3)]
    assert tuple(best_path(scores, moves, kinds)) == max(paths, key=total)
    weights = np.exp([total(path) for path in paths])
    expected = [[sum(weights[[path[i] == label for path in paths]]) for label in range(3)] for i in range(5)]
    assert marginals(scores, moves, kinds) == pytest.approx(np.array(expected) / weights.sum())


@pytest.mark.parametrize(("label", "sentence"), HIDDEN)
def test_a_sentence_without_a_heading_is_told_by_its_wording(label: str, sentence: str) -> None:
    segments = classify(structure(f"我县有关情况说明如下，供参考使用。\n{sentence}\n"))
    assert [segment.label for segment in segments if segment.end > 20] == [label]


def test_traditional_characters_tell_the_same() -> None:
    simple = "下一步，将进一步加强经办队伍建设，加大培训力度，建立按季考核机制。"
    traditional = "下一步，將進一步加強經辦隊伍建設，加大培訓力度，建立按季考核機制。"
    assert classify(structure(simple)) == classify(structure(traditional))


def test_confidence_is_a_probability_and_falls_where_wording_and_heading_differ() -> None:
    [plain] = classify(structure("一、存在的问题\n经办人员不足，宣传不够深入。\n"))
    [odd] = classify(structure("一、存在的问题\n全年救助1.2万人次，支出860万元，完成年度目标。\n"))
    assert 0 < odd.confidence < plain.confidence <= 1


def test_reading_a_report_needs_no_scikit_learn() -> None:
    import subprocess
    import sys

    script = "import sys, pipeline; pipeline.extract('一、问题\\n人手不足。'); print('sklearn' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    assert labeller().lexicon.codes.size > 1000
