"""The project that an evaluation is about, as its title or a form in it names it."""

from __future__ import annotations

import re

from pipeline.views import normal

_BEFORE_NAME = re.compile(r"^.*\d{4}\s*(?:年度?)?\s*(?:(?:中央|省级|市级|县级)[及和、]?)*(?:财政)?(?:安排)?")
_AFTER_NAME = re.compile(r"(?:专项)?(?:项目)?(?:支出)?(?:财政)?(?:部门)?绩效.*$|项目.{0,4}报告$|自评.*$")


def project_name(title: str, agency: str, report_type: str) -> str:
    """The project that a project's evaluation is about, as its title tells; empty for other reports.

    >>> project_name("云溪县2021年度农村改厕补助项目支出绩效自评报告", "云溪县农业农村局", "project_self_evaluation")
    '农村改厕补助'
    """
    if not report_type.startswith("project"):
        return ""
    name = "".join(title.split())
    name = name[_end_of(_BEFORE_NAME, name) :].removeprefix(agency)
    after = _AFTER_NAME.search(normal(name))
    name = name[: after.start() if after else len(name)].strip("“”《》")
    return name if name.count("（") == name.count("）") else name.strip("（）")


def _end_of(pattern: re.Pattern[str], text: str) -> int:
    """Where a pattern ends that the text begins with, in whatever script."""
    found = pattern.match(normal(text))
    return found.end() if found else 0


def same_project(form: str, title: str) -> bool:
    """Whether a form's project is the title's, which may say less or more of it."""
    return bool(title) and (title in form or form in title)
