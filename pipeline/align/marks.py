"""What the marks of a name, of what stands around it and of a spelling say of one another."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.align.names import SCOPES, Marks

# what makes a thing another one, so that a general indicator cannot be meant: 工伤保险参保人数 is no 参保人数
APART = frozenset(
    (
        "工伤",
        "生育",
        "长护",
        "养老",
        "失业",
        "农险",
        "社保",
        "特殊人员",
        "公务员",
        "一般公共",
        "政府性基金",
        "国有资本",
        "非",
    )
)
NONE: frozenset[str] = frozenset()


def compare_marks(asked: Marks, surroundings: Marks, told: Marks, implied: Marks) -> Iterator[str]:
    """A signal for each group of marks that says something.

    ``asked`` are the marks of the report's name, ``surroundings`` of what stands around it, ``told`` of the spelling,
    ``implied`` of the indicator beyond its spelling.
    """
    for group in {**asked, **told, **implied}:
        around = surroundings.get(group, NONE)
        signal = _compare(asked.get(group, NONE), around, told.get(group, NONE), implied.get(group, NONE))
        if signal and group != "tally":  # what is counted has a signal of its own
            yield _sharpen(signal, group, institution="kind" in told or "kind" in implied)


def _sharpen(signal: str, group: str, *, institution: bool) -> str:
    """Some groups weigh more: a scope that nothing tells, what was done to an institution."""
    if signal == "more" and group in SCOPES:
        return "unsaid"
    return "undone" if signal == "less" and group == "act" and institution else signal


def _compare(asked: frozenset[str], around: frozenset[str], told: frozenset[str], implied: frozenset[str]) -> str:
    meant = told or implied
    if asked and meant:
        return "odds" if not asked & meant or (asked & APART) - meant else "" if told else "implied"
    if asked:
        return "odds" if asked & APART else "less"
    if around and told:
        return "scope" if around & told else "strays"
    if around and implied:
        return "fits" if around & implied else "hinted"
    return "more" if told else "implied" if implied else ""
