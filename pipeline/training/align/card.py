"""How good the aligner's weights are, beside the best plain matcher."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.align.aligner import Aligner
from pipeline.learn import calibration_error, reliability, rounded
from pipeline.run import Tools
from pipeline.training.align.outcomes import Outcome, answered, by_kind, decided, outcomes
from pipeline.training.align.plain import score_plain
from pipeline.training.align.questions import from_names, from_reports
from pipeline.training.corpus import Corpus

LIMITS = (
    "Names of healthcare security, of department finance and of performance evaluation; of other departments only what "
    "the taxonomy holds. A name whose scheme neither it nor its surroundings tell is answered with the general row."
)

# kind of a name in a list -> what it is
KINDS = {
    "spelling": "a spelling of the taxonomy",
    "variant": "no spelling",
    "damaged": "damaged",
    "contextual": "told by its context",
    "near": "near another",
    "nowhere": "of no row",
}


def card_of(corpus: Corpus, tools: Tools, aligner: Aligner, dev: Mapping[str, Sequence[Outcome]]) -> dict[str, Any]:
    """Data, scores and calibration; ``dev``, the outcomes of reports and names, chose calibration and prices, test nothing."""
    found: dict[str, Sequence[Outcome]] = {
        "reports dev": dev["reports dev"],
        "reports test": outcomes(list(from_reports(corpus.of("test"), tools, aligner, 1.0)), aligner),
        "names dev": dev["names dev"],
        "names test": outcomes(list(from_names(corpus.names["test"], aligner)), aligner),
    }
    names = corpus.names
    return {
        "what": "which indicator of the taxonomy a name is, or none",
        "fitted_on": {"reports": len(corpus.of("train")), "names": len(names["train"])},
        "scores": {name: _score(some, aligner) for name, some in found.items()},
        "plain_matcher": score_plain(names["dev"], names["test"], tools.taxonomy),
        "calibration_error": {name: _calibration(some, aligner) for name, some in found.items()},
        "reliability": reliability(*_beliefs(found["names test"], aligner)),
        "limits": LIMITS,
    }


def _beliefs(found: Sequence[Outcome], aligner: Aligner) -> tuple[list[float], list[bool]]:
    return [one.calibrated(aligner.weights) for one in found], [one.right for one in found]


def _calibration(found: Sequence[Outcome], aligner: Aligner) -> float:
    return rounded(calibration_error(*_beliefs(found, aligner)))  # type: ignore[no-any-return]


def _score(found: Sequence[Outcome], aligner: Aligner) -> dict[str, float]:
    right, precision = decided(found, aligner.weights)
    answers = sum(answered(one, aligner.weights) for one in found)
    kinds = by_kind(found, aligner.weights)
    told = {"rows": len(found), "right": right, "answered": answers, "precision": precision}
    return rounded(told | (kinds if len(kinds) > 1 else {}))  # type: ignore[no-any-return]


def readme_of(card: dict[str, Any]) -> str:
    """The card in words."""
    lines = ["# Aligner", "", f"Tells {card['what']}: a choice among candidates, each weighed by named signals.", ""]
    lines += ["| asked | rows | right | precision of answers | calibration error |", "| --- | --- | --- | --- | --- |"]
    for name, score in {**card["scores"], "plain matcher on names test": card["plain_matcher"]}.items():
        error = card["calibration_error"].get(name)
        told = f"| {name} | {score['rows']} | {score['right']:.3f} | {score['precision']:.3f} |"
        lines.append(f"{told} {'' if error is None else f'{error:.3f}'} |")
    lines += [
        "",
        "Right: the indicator that the annotation has, or no answer where it has none. The plain matcher is",
        "rapidfuzz's ratio among the names of the unit family, with a threshold fitted on the names of dev.",
        "Calibration: of the best candidate's probability, before it is decided whether it is worth an answer.",
        "",
        "| right of the names, by kind | " + " | ".join(KINDS.values()) + " |",
        "| --- |" + " --- |" * len(KINDS),
    ]
    for split in ("dev", "test"):
        kinds = card["scores"][f"names {split}"]
        lines.append(f"| {split} | " + " | ".join(f"{kinds.get(kind, 0.0):.3f}" for kind in KINDS) + " |")
    return "\n".join([*lines, "", card["limits"], ""])
