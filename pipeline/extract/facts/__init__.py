"""What a report is about: title, agency, place, fiscal year, kind, date.

In: the document and its layout. Out: ``Facts``. First the lines of the report are taken (``lines``), then the title and
the reporting unit (``title``, ``agency``), from these the place (``place``), the year and date (``years``) and the
kind of report (``kind``). What the report does not tell stays empty.
"""

from __future__ import annotations

from pipeline.extract.facts.agency import find_agency
from pipeline.extract.facts.kind import find_kind
from pipeline.extract.facts.lines import read_lines, squeeze
from pipeline.extract.facts.place import find_place
from pipeline.extract.facts.title import find_title, without_label
from pipeline.extract.facts.years import find_date, find_year
from pipeline.records import Document, Facts, Layout
from pipeline.resources.divisions import Divisions


def find_facts(document: Document, layout: Layout, divisions: Divisions) -> Facts:
    """The facts of a report; each is empty (the year None) where neither the text nor, for the year, the path tells.

    The title is as printed, blanks taken out; all else is told from the normal text, in simplified characters.
    """
    lines = read_lines(layout.normal)
    texts = [line.text for line in lines]
    titled = find_title(texts)
    title = without_label("".join(texts[at] for at in titled))
    agency = find_agency(texts, title, divisions)
    place = find_place(agency or title, texts, divisions)
    date = find_date(texts)
    return Facts(
        title=without_label("".join(squeeze(layout.text[lines[at].start : lines[at].end]) for at in titled)),
        county=place.county,
        prefecture=place.prefecture,
        province=place.province,
        admin_code=place.admin_code,
        agency=agency,
        year=find_year(title, texts, date, document.path),
        report_type=find_kind(title, texts),
        report_date=date,
    )
