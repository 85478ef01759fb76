"""What a report is about: title, agency, place, fiscal year, kind, date.

In: the document and its layout. Out: ``Facts``. First the lines of the report are taken (``lines``), then the title and
the reporting unit (``title``, ``agency``), from these the place (``place``, ``upper``), the date (``dates``), the fiscal
year (``years``) and the kind of report (``kind``). What the report does not tell stays empty.
"""

from __future__ import annotations

from pipeline.extract.facts.agency import find_agency
from pipeline.extract.facts.dates import find_date
from pipeline.extract.facts.kind import find_kind
from pipeline.extract.facts.lines import Lines
from pipeline.extract.facts.place import find_place, leading
from pipeline.extract.facts.title import find_title, title_alone
from pipeline.extract.facts.years import find_year
from pipeline.records import Document, Facts, Layout
from pipeline.resources.divisions import Divisions


def find_facts(document: Document, layout: Layout, divisions: Divisions) -> Facts:
    """The facts of a report; each is empty (the year None) where neither the text nor, for the year, the path tells.

    The title is as printed, blanks taken out; all else is told from the normal text, in simplified characters.
    """
    lines = Lines(layout.normal)
    texts = lines.texts
    titled = find_title(texts)
    line_of_title = "".join(texts[at] for at in titled)
    within = title_alone(line_of_title)
    title = line_of_title[within]
    agency = find_agency(texts, title, divisions)
    place = find_place(agency or title, texts, divisions)
    date = find_date(texts)
    return Facts(
        title="".join(lines.printed(layout.text, at) for at in titled)[within],
        county=place.county,
        prefecture=place.prefecture,
        province=place.province,
        admin_code=place.admin_code,
        agency=_with_county(agency, place.county, title, divisions),
        year=find_year(title, texts, date, document.path),
        report_type=find_kind(title, texts),
        report_date=date,
    )


def _with_county(agency: str, county: str, title: str, divisions: Divisions) -> str:
    """A unit's name with its county's in front, and with those of city and province if the title has them too.

    县民政局 is 青禾县民政局; a report titled 青禾县2021年... and signed 平川市青禾县民政局 is by 青禾县民政局.
    """
    if not county or not agency:
        return agency
    if county in agency:
        return agency[agency.index(county) :] if title.startswith(county) else agency
    named = leading(agency.removeprefix("中共"), divisions)
    return agency if any(named) else county + agency.removeprefix(county[-1])
