"""What the model's card tells: the data, scores by label and guise, confusion, calibration, limits."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

from pipeline.classify.model import Labeller
from pipeline.learn import reliability
from pipeline.resources.headings import LABELS
from pipeline.training.classify.examples import FULL, HEADLESS, make_examples
from pipeline.training.classify.outcome import outcome_of
from pipeline.training.corpus import Corpus

LIMITS = (
    "Trained on invented reports, healthcare security first; other departments are told apart by fewer examples.",
    "Labels sentences of running text only: titles, tables, signatures and attachments are told by their place.",
    "A sentence that tells a problem and its remedy at once gets one label.",
    "Deeds told without a figure or a 了 (一是建立长效机制) read like measures; only a heading or the sentences around them tell.",
    "A sentence with neither heading nor neighbours is told rightly about three times in four.",
    "Goals and achievements that differ by a heading alone (参保率达到95%以上) are often confused where it is hidden.",
)


def make_card(corpus: Corpus, labeller: Labeller, parameters: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """The card as data, and in words."""
    scores: dict[str, Any] = {}
    card: dict[str, Any] = {"data": _data(corpus), "scores": scores}
    for split in ("dev", "test"):
        examples = make_examples(corpus.of(split))
        for guise in (FULL, HEADLESS):
            outcome = outcome_of(labeller, [example for example in examples if example.guise == guise])
            scores[f"{split} {guise}"] = outcome.scores()
            if split == "test":
                card[f"confusion of {split} {guise}"] = outcome.confusion()
                card[f"reliability of {split} {guise}"] = reliability(outcome.sure, outcome.right)
    card["weights"] = {name: len(parameters[name]) for name in ("choice", "features", "meanings")}
    card["weights"]["phrases"] = len(labeller.meaning)
    card["versions"] = {"model": parameters["version"], "scikit-learn": version("scikit-learn")}
    card["limits"] = list(LIMITS)
    return card, _words(card)


def _data(corpus: Corpus) -> dict[str, Any]:
    return {
        split: {
            "reports": len(corpus.of(split)),
            "characters": sum(len(report.text) for report in corpus.of(split)),
        }
        for split in ("train", "dev", "test")
    }


def _words(card: dict[str, Any]) -> str:
    """The card in words and tables."""
    lines = [_INTRODUCTION, "", "| split | reports | characters |", "| --- | --- | --- |"]
    lines += [f"| {split} | {each['reports']} | {each['characters']} |" for split, each in card["data"].items()]
    lines += ["", "## Scores", "", _SCORES, ""]
    lines += [
        "| split and guise | sentences | accuracy | macro F1 | of three | calibration error |",
        "| --- " * 6 + "|",
    ]
    lines += [_scored(name, each) for name, each in card["scores"].items()]
    asked = [name for name in card["scores"] if name.startswith("test")]
    lines += ["", f"| F1 by label | {' | '.join(asked)} |", "| --- " * (1 + len(asked)) + "|"]
    lines += [
        f"| {label} | " + " | ".join(f"{card['scores'][name]['f1'].get(label, 0):.3f}" for name in asked) + " |"
        for label in LABELS
        if any(label in card["scores"][name]["f1"] for name in asked)
    ]
    for name in asked:
        lines += ["", f"## Confusion, {name}", "", *_confusion(card[f"confusion of {name}"])]
        lines += ["", f"## Reliability, {name}", "", *_reliability(card[f"reliability of {name}"])]
    lines += ["", "## Limits", "", *(f"- {each}" for each in card["limits"])]
    return "\n".join(lines) + "\n"


_INTRODUCTION = """# classify: what a sentence tells

The labeller of sentences of `pipeline/classify`. Its first step, multinomial logistic regression (scikit-learn), reads
phrases of two and three characters, the meanings of cue phrases (`pipeline/resources/sentence_cues.csv`) in the sentence and
beside it, its place, form and figures, and never sees a heading. Its second step, a choice with one weight a reason
(`model.json`), weighs that against what headings and sentence cues tell. Moves between labels and the curve that makes
scores into probabilities are in the same files. Written by `xianbao train classify`; fitted on `train` alone."""
_SCORES = """By sentence. `full` is the report as it is, `headless` the same without headings and labels of form fields;
"of three" is the mean F1 of achievements, problems and measures."""


def _scored(name: str, each: dict[str, Any]) -> str:
    figures = (
        *(each["accuracy"], each["macro_f1"], each["macro_f1_of_achievements_problems_measures"]),
        each["expected_calibration_error"],
    )
    return f"| {name} | {each['sentences']} | " + " | ".join(f"{figure:.3f}" for figure in figures) + " |"


def _confusion(counts: dict[str, dict[str, int]]) -> list[str]:
    given = [label for label in LABELS if any(label in row for row in counts.values())]
    lines = [f"| gold, given | {' | '.join(given)} |", "| --- " * (1 + len(given)) + "|"]
    return [
        *lines,
        *(
            f"| {gold} | " + " | ".join(str(row.get(label, "")) for label in given) + " |"
            for gold, row in counts.items()
        ),
    ]


def _reliability(points: Sequence[dict[str, float]]) -> list[str]:
    lines = ["| sentences | promised | came true |", "| --- | --- | --- |"]
    return [*lines, *(f"| {point['count']} | {point['mean']:.2f} | {point['share']:.2f} |" for point in points)]
