"""All scores as one HTML page that needs nothing else; what reports print is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from pipeline.evaluate.figures import main_figure
from pipeline.evaluate.labels import NOTHING, by_label, calibration_error, matrix, reliability_of
from pipeline.evaluate.scores import Scores
from pipeline.evaluate.show import MOST_TELLING, excerpt

SIDE = 240  # pixels of the picture of reliability
LONGEST_TEXT = 300  # characters of an error
_STYLE = """
body { font: 15px/1.5 "Noto Sans CJK SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif; margin: 2em; color: #222; }
table { border-collapse: collapse; margin: .5em 0 1.5em; }
th, td { border: 1px solid #ccc; padding: .2em .6em; text-align: left; vertical-align: top; }
td.n { text-align: right; font-variant-numeric: tabular-nums; }
svg { background: #fafafa; border: 1px solid #ccc; }
"""


def page(scores: Scores, title: str) -> str:
    """The page's text; ``title`` says what was compared."""
    parts = [
        f"<h1>{escape(title)}</h1>",
        "<h2>各层得分 Scores by layer</h2>",
        _table(("figure", "score", "hit", "gold", "predicted"), _figures(scores)),
        "<h2>段落类别 Segment labels</h2>",
        _table(("label", "F1", "precision", "recall", "characters"), _labels(scores)),
        "<h2>混淆矩阵 What labels were taken for, in characters</h2>",
        _matrix(scores),
        f"<h2>可靠性 Reliability of confidence (error {calibration_error(scores):.3f})</h2>",
        _reliability(scores),
        f"<h2>最能说明问题的错误 The most telling errors, of {len(scores.wrong)}</h2>",
        _table(("report", "at", "gold", "given", "confidence", "heading", "text"), _wrong(scores)),
    ]
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    return (
        f'<!doctype html>\n<html lang="zh">\n<head>{head}</head>\n<body>\n' + "\n".join(parts) + "\n</body>\n</html>\n"
    )


def _table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    top = "".join(f"<th>{escape(head)}</th>" for head in heads)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>\n" for row in rows)
    return f"<table>\n<tr>{top}</tr>\n{body}</table>"


def _cell(value: object) -> str:
    if isinstance(value, int | float):
        return f'<td class="n">{value:.3f}</td>' if isinstance(value, float) else f'<td class="n">{value}</td>'
    return f"<td>{escape(str(value))}</td>"


def _figures(scores: Scores) -> Iterator[list[object]]:
    for name, figures in scores.figures.items():
        yield [name, float(main_figure(figures)), *(figures.get(key, "") for key in ("hit", "gold", "predicted"))]


def _labels(scores: Scores) -> Iterator[list[object]]:
    for label, each in by_label(scores).items():
        yield [label, each["f1"], each["precision"], each["recall"], each["gold"]]


def _wrong(scores: Scores) -> Iterator[list[object]]:
    for each in scores.wrong[:MOST_TELLING]:
        text = excerpt(each.text, LONGEST_TEXT)
        yield [each.report, each.start, each.gold, each.given or NOTHING, each.confidence, each.heading, text]


def _matrix(scores: Scores) -> str:
    """The matrix, each row shaded by shares."""
    rows, columns = matrix(scores)
    heads = "".join(f"<th>{escape(label or NOTHING)}</th>" for label in columns)
    body = ""
    for gold in rows:
        counts = [scores.confusion.get((gold, given), 0) for given in columns]
        cells = "".join(
            _shaded(count, sum(counts), gold == given) for count, given in zip(counts, columns, strict=True)
        )
        body += f"<tr><th>{escape(gold)}</th>{cells}</tr>\n"
    return f"<table>\n<tr><th>gold, given</th>{heads}</tr>\n{body}</table>"


def _shaded(count: int, of: int, right: bool) -> str:
    share = count / of if of else 0.0
    colour = "60,140,80" if right else "200,80,60"
    return f'<td class="n" style="background: rgba({colour},{0.7 * share:.2f})">{count or ""}</td>'


def _reliability(scores: Scores) -> str:
    """A picture: promised to the right, what came true upwards; a dot's area tells how many characters."""
    points = reliability_of(scores)
    most = max((point["characters"] for point in points), default=1)
    dots = "".join(
        f'<circle cx="{point["promised"] * SIDE:.1f}" cy="{(1 - point["right"]) * SIDE:.1f}" '
        f'r="{2 + 10 * (point["characters"] / most) ** 0.5:.1f}" fill="#36c" fill-opacity=".6">'
        f"<title>{point['promised']:.2f} → {point['right']:.2f} ({point['characters']:.0f})</title></circle>"
        for point in points
    )
    line = f'<line x1="0" y1="{SIDE}" x2="{SIDE}" y2="0" stroke="#999"/>'
    rows = ([point["characters"], float(point["promised"]), float(point["right"])] for point in points)
    picture = f'<svg width="{SIDE}" height="{SIDE}" viewBox="0 0 {SIDE} {SIDE}">{line}{dots}</svg>'
    return picture + _table(("characters", "promised", "right"), rows)
