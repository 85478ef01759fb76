"""How good the aligner's weights are, beside the best plain matcher."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.align.aligner import Aligner
from pipeline.learn import calibration_error, reliability, rounded
from pipeline.run import Tools
from pipeline.training.align.outcomes import Outcome, answered, by_kind, decided, outcomes
from pipeline.training.align.plain import score_plain
from pipeline.training.align.questions import REPORTED, from_names, from_reports
from pipeline.training.corpus import Corpus

LIMITS = (
    "Names of healthcare security, of department finance and of performance evaluation; of other departments only what "
    "the taxonomy holds. A name whose scheme neither it nor its surroundings tell is answered with the general row."
)


def card_of(corpus: Corpus, tools: Tools, aligner: Aligner, unseen: Sequence[Outcome]) -> dict[str, Any]:
    """Data, scores and calibration; ``unseen`` are the outcomes that calibration rests on."""
    weights = aligner.weights
    scores = {f"reports {split}": _score(_report(corpus, split, tools, aligner), aligner) for split in ("dev", "test")}
    scores["names train, held out"] = _score([one for one in unseen if one.kind != REPORTED], aligner)
    tested = outcomes(list(from_names(corpus.names["test"], aligner)), aligner)
    scores["names test"] = _score(tested, aligner)
    calibrated = [weights.curve(one.share) for one in tested]
    right = [one.right for one in tested]
    return {
        "what": "which indicator of the taxonomy a name is, or none",
        "fitted_on": {"reports": len(corpus.of("train")), "names": len(corpus.names["train"])},
        "scores": scores,
        "plain_matcher": score_plain(corpus.names["train"], corpus.names["test"], tools.taxonomy),
        "calibration_error": calibration_error(calibrated, right),
        "reliability": reliability(calibrated, right),
        "limits": LIMITS,
    }


def _report(corpus: Corpus, split: str, tools: Tools, aligner: Aligner) -> list[Outcome]:
    return outcomes(list(from_reports(corpus.of(split), tools, aligner, 1.0)), aligner)


def _score(found: Sequence[Outcome], aligner: Aligner) -> dict[str, float]:
    right, precision = decided(found, aligner.weights)
    answers = sum(answered(one, aligner.weights) for one in found)
    kinds = by_kind(found, aligner.weights)
    told = {"rows": len(found), "right": right, "answered": answers, "precision": precision}
    return rounded(told | (kinds if len(kinds) > 1 else {}))  # type: ignore[no-any-return]


def readme_of(card: dict[str, Any]) -> str:
    """The card in words."""
    lines = ["# Aligner", "", f"Tells {card['what']}: a choice among candidates, each weighed by named signals.", ""]
    lines += ["| asked | rows | right | precision of answers |", "| --- | --- | --- | --- |"]
    for name, score in {**card["scores"], "plain matcher on names test": card["plain_matcher"]}.items():
        lines.append(f"| {name} | {score['rows']} | {score['right']:.3f} | {score['precision']:.3f} |")
    lines += [
        "",
        "Right: the indicator that the annotation has, or no answer where it has none. The plain matcher is",
        "rapidfuzz's ratio among the names of the unit family, with a threshold fitted on the training names.",
        "",
    ]
    lines += [f"Calibration error on names test: {card['calibration_error']:.3f}.", "", card["limits"], ""]
    return "\n".join(lines)
